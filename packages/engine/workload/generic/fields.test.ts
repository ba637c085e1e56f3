import { expect, test } from 'vitest';
import { fieldsOf, plainName, statesOf } from './fields.ts';

const spoken = [
  { object: 'permit', verb: 'grant' },
  { object: 'permit', verb: 'constructor' },
  { object: 'repair quote', verb: 'sign' },
  { object: 'historical map', verb: 'lend' },
  { object: 'map', verb: 'request' },
];

test('what is done to a thing gives it its states', () => {
  expect(statesOf('permit', spoken)).toEqual(['active', 'granted', 'archived']);
  expect(statesOf('pool', spoken)).toEqual(['active', 'archived']);
});

test('a kind of thing has the columns it is asked for', () => {
  const names = (object: string): readonly string[] => fieldsOf(object, spoken).map(({ name }) => name);
  expect(names('permit')).toEqual(['due_at']);
  expect(names('repair quote')).toEqual(['amount_minor', 'currency']);
  expect(names('pool')).toEqual([]);
});

test('one thing under two names is one thing', () => {
  expect(plainName('historical map', spoken)).toBe('map');
  expect(plainName('repair quote', spoken)).toBe('repair quote');
});
