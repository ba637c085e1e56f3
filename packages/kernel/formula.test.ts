import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dimensionOf, formula } from './index.ts';

test.each([
  ['a + b * 2', 7],
  ['(a + b) * 2', 8],
  ['ceil(b / 2)', 2],
  ['max(a, b, 0)', 3],
  ['min(a, b)', 1],
  ['a - b - 1', -3],
  ['1.5e2 / b', 50],
  ['pow(b, 2)', 9],
])('%s', (text, expected) => {
  expect(formula(text).evaluate((name) => ({ a: 1, b: 3 })[name]!)).toBe(expected);
});

test.each(['a +', '(a', 'a b', 'nope(a)', 'a ^ 2', 'ceil(a, b)'])('rejects %s', (text) => {
  expect(() => formula(text)).toThrow(/formula/);
});

test('dimensions must agree', () => {
  const units: Record<string, string> = { rate: '1/s', size: 'B', period: 's' };
  const dimension = (text: string) => formula(text).dimension((name) => dimensionOf(units[name]!));
  expect(dimension('rate * size')).toEqual(dimensionOf('B/s'));
  expect(dimension('max(rate * period, 1)')).toEqual(dimensionOf('count'));
  expect(() => dimension('rate + size')).toThrow('B beside 1/s');
  expect(() => dimension('ceil(size)')).toThrow('ceil of B');
});

test('the likely value of an interval evaluation is the evaluation of the likely values, inside the bounds', () => {
  const value = fc.tuple(
    fc.double({ min: 0.1, max: 1e6, noNaN: true }),
    fc.double({ min: 0, max: 10, noNaN: true }),
    fc.double({ min: 0, max: 10, noNaN: true }),
  );
  fc.assert(
    fc.property(
      value,
      value,
      fc.constantFrom('a + b', 'a - b', 'a * b', 'a / b', 'max(a, b)', 'ceil(a * 3)', '(a + b) / a'),
      (a, b, text) => {
        const make = ([likely, below, above]: [number, number, number]) => ({
          low: Math.max(0.05, likely - below),
          likely,
          high: likely + above,
        });
        const values: Record<string, { low: number; likely: number; high: number }> = { a: make(a), b: make(b) };
        const result = formula(text).evaluateInterval((name) => values[name]!);
        expect(result.likely).toBe(formula(text).evaluate((name) => values[name]!.likely));
        expect(result.low).toBeLessThanOrEqual(result.likely);
        expect(result.high).toBeGreaterThanOrEqual(result.likely);
      },
    ),
  );
});
