import { catalogue } from '@archwright/catalogue';
import { expect, test } from 'vitest';
import { understand } from '../understand.ts';
import { namedConsumers } from './event-consumers.ts';
import { sizeWorkload } from './size-workload.ts';

const workload = (brief: string) => {
  const { reading, figures } = understand({ brief, catalogue });
  return { reading, ...sizeWorkload(reading, catalogue.archetypes, figures.copy()) };
};

test.each([
  ['those who read again', 'Kitchen planning and accounting each reprocess past orders.', ['Kitchen planning', 'accounting']],
  ['behind the verb', 'Order events are consumed by fraud, reporting and the warehouse.', ['fraud', 'reporting', 'warehouse']],
  ['counted', 'Three downstream services independently consume the position events.', ['service 1', 'service 2', 'service 3']],
  ['nobody', 'Past events must be replayed.', []],
  ['households who consume power', 'Households consume power. We must be able to replay readings.', []],
])('who reads events: %s', (_, brief, named) => {
  const found = namedConsumers(workload(brief).reading);
  expect(found.map((name) => name.replace(/^downstream /, ''))).toEqual(named);
});

test.each([
  [
    'a domain’s own event gets the named readers too',
    'An online shop with 50,000 orders a day. Order events are consumed by fraud, reporting and the warehouse.',
    ['fraud', 'reporting', 'warehouse'],
  ],
  [
    'a design of the brief’s own words has an event to read',
    'A weekly box: 3,000 households choose vegetables; kitchen planning and accounting each reprocess past orders. 60,000 picks a day.',
    ['kitchen planning', 'accounting'],
  ],
  [
    'whoever processes events again is one reader',
    'A weekly box: 3,000 households choose vegetables, 60,000 picks a day. Past picks can be replayed.',
    ['processing again'],
  ],
])('%s', (_, brief, named) => {
  const { contexts, demand } = workload(brief);
  const consumers = contexts[0]!.archetype.events.map((event) => event.consumers);
  expect(consumers.some((all) => named.every((name) => all.includes(name)))).toBe(true);
  expect(demand.eventConsumers.likely).toBe(Math.max(...consumers.map(({ length }) => length)));
});
