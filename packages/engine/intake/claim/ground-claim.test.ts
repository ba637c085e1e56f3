import { catalogue } from '@archwright/catalogue';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../understand.ts';
import type { Quotable, RequirementClaim } from './claim.ts';
import { groundClaim } from './ground-claim.ts';

const BRIEF = [
  'Design a bakery backend. We have 100K users and 20,000 orders a day.',
  'The managers look at totals per shop every Monday morning.',
  'If the site goes down we must be back online inside 25 minutes, says the owner.',
  'The founder and seed money are all there is.',
  'No MongoDB please. 31 hedgehogs live in the garden.',
].join('\n');
const README = 'Bakery\n\nThe till sends 300 receipts an hour.\nRun `npm start`.';
const SOURCES: readonly Quotable[] = [
  { source: 'brief', text: BRIEF },
  { source: 'answer', name: 'message 2', text: 'we keep the receipts for 90 days' },
  { source: 'file', name: 'README.md', text: README },
];
const { reading } = understand({ brief: BRIEF, catalogue });
const ground = (claim: RequirementClaim) =>
  groundClaim(claim, { sources: SOURCES, reading, technologies: catalogue.technologies });

describe('what the words carry is taken, with the place', () => {
  test.each<[string, RequirementClaim, object]>([
    [
      'a judgement the quote supports',
      { key: 'stage', value: 'early', quote: 'The founder and  seed money' },
      { key: 'stage', value: 'early', at: { source: 'brief', line: 4, quote: 'The founder and seed money' } },
    ],
    [
      'a quantity of a later message',
      { key: 'retention', subject: 'receipts', quantity: '90 days', quote: 'keep the receipts for 90 days' },
      { quantity: { likely: 7_776_000, unit: 's' }, at: { source: 'answer', name: 'message 2' } },
    ],
    [
      'a rate of a file, with its line',
      {
        key: 'volume',
        subject: 'receipt',
        quantity: '300/hour',
        quote: 'The till sends 300 receipts an hour',
        file: 'README.md',
        line: 3,
      },
      { subject: 'receipt', at: { source: 'file', name: 'README.md', line: 3, quote: 'The till sends 300 receipts an hour' } },
    ],
  ])('%s', (_, claim, expected) => {
    const grounded = ground(claim);
    expect(grounded).toMatchObject({ outcome: 'new', requirement: { origin: 'read-by-model', ...expected } });
    if (grounded.outcome !== 'new') return;
    const { at } = grounded.requirement;
    const source = SOURCES.find(({ source: from, name }) => from === at?.source && name === at.name)!;
    expect(source.text.slice(at!.start, at!.end)).toBe(at!.quote);
  });
});

test.each<[string, RequirementClaim]>([
  ['the same words and value', { key: 'users', quantity: '100,000', quote: 'We have 100K users' }],
  [
    'the same under another subject',
    { key: 'volume', subject: 'bake-bread', quantity: '20,000 a day', quote: '20,000 orders a day' },
  ],
])('what the reader has read is nothing new: %s', (_, claim) => {
  expect(ground(claim)).toMatchObject({ outcome: 'known' });
});

test.each<[string, RequirementClaim, RegExp]>([
  ['a key that is none', { key: 'budgett', quantity: '$5', quote: 'We have' }, /did you mean `budget`/],
  ['both a quantity and a value', { key: 'users', quantity: '5', value: 'x', quote: 'We have' }, /either/],
  ['a quote that is nowhere', { key: 'budget', quantity: '$500 a month', quote: 'budget of $500 a month' }, /do not stand/],
  ['another number than the quote', { key: 'users', quantity: '5M', quote: '100K users' }, /not what/],
  ['a number cut out of a longer one', { key: 'users', quantity: '100', quote: '100' }, /do not stand/],
  ['digits inside a number', { key: 'volume', subject: 'order', quantity: '20 a day', quote: '20' }, /do not stand/],
  [
    'a number that means something else',
    { key: 'team.size', quantity: '31', quote: '31 hedgehogs live' },
    /does not speak of team.size/,
  ],
  ['a number of another dimension', { key: 'budget', quantity: '100K', quote: '100K users' }, /not in USD/],
  ['a reading against the reader’s', { key: 'users.concurrent', quantity: '100,000', quote: '100K users' }, /does not speak of/],
  [
    'a name that is not there',
    { key: 'prohibition', subject: 'postgresql', value: 'postgresql', quote: 'No MongoDB please' },
    /does not say/,
  ],
  [
    'a wish where a refusal stands',
    { key: 'preference', subject: 'mongodb', value: 'mongodb', quote: 'No MongoDB please' },
    /does not say/,
  ],
  ['a regime nobody named', { key: 'compliance', value: 'hipaa', quote: 'a bakery backend' }, /does not say/],
  [
    'a judgement without a word for it',
    { key: 'load-shape', value: 'spiky', quote: 'a bakery backend' },
    /does not speak of spiky/,
  ],
  ['a value that is none', { key: 'load-shape', value: 'wild', quote: 'a bakery backend' }, /known: steady/],
  [
    'a judgement from a file',
    { key: 'query-pattern', value: 'lookup', quote: 'The till sends 300 receipts', file: 'README.md' },
    /does not settle/,
  ],
  [
    'the wrong line',
    { key: 'volume', subject: 'receipt', quantity: '300/hour', quote: '300 receipts an hour', file: 'README.md', line: 1 },
    /line 3/,
  ],
  [
    'a document nobody gave',
    { key: 'budget', quantity: '$1 a month', quote: 'budget of $1 a month', file: 'context7:/fastify/fastify' },
    /no text that can be quoted/,
  ],
  [
    'a subject out of the air',
    { key: 'volume', subject: 'unicorn', quantity: '300/hour', quote: '300 receipts an hour', file: 'README.md' },
    /called `unicorn`/,
  ],
])('a claim its words do not carry is no fact: %s', (_, claim, why) => {
  const grounded = ground(claim);
  expect(grounded.outcome).toBe('ungrounded');
  expect('why' in grounded ? grounded.why : '').toMatch(why);
});

test('no number that is not in the text becomes a requirement, whatever is claimed of it', () => {
  const quotes = BRIEF.split(/[.\n]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 3);
  fc.assert(
    fc.property(
      fc.constantFrom('users', 'budget', 'team.size', 'rto', 'retention', 'volume', 'latency', 'availability'),
      fc.integer({ min: 1, max: 10_000_000 }).filter((value) => ![25, 31, 100_000, 20_000, 100].includes(value)),
      fc.constantFrom('', ' users', ' USD/month', ' minutes', ' a day', ' ms', ' %', ' days'),
      fc.constantFrom(...quotes),
      (key, value, unit, quote) => {
        expect(ground({ key, quantity: `${value}${unit}`, quote }).outcome).not.toBe('new');
      },
    ),
    { numRuns: 150 },
  );
});
