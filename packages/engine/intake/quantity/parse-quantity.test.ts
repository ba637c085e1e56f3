import { formatQuantity } from '@archwright/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity, writeQuantity } from './index.ts';

describe('parseQuantity', () => {
  test.each([
    ['500 events/s', 500, '1/s'],
    ['7 days', 604_800, 's'],
    ['$20k a month', 20_000, 'USD/month'],
    ['$2M a year', 2e6 / 12, 'USD/month'],
    ['99.95 %', 0.9995, 'ratio'],
    ['four nines', 0.9999, 'ratio'],
    ['three and a half nines', 0.9995, 'ratio'],
    ['200-300 GB', 250e9, 'B'],
    ['100K', 100_000, 'count'],
    ['1.5M users', 1.5e6, 'count'],
    ['2bn', 2e9, 'count'],
    ['ten thousand', 10_000, 'count'],
    ['half a million', 500_000, 'count'],
    ['a hundred million', 1e8, 'count'],
    ['10^6', 1e6, 'count'],
    ['1e6', 1e6, 'count'],
    ['5-10k', 7500, 'count'],
    ['between 2 and 3 TB', 2.5e12, 'B'],
    ['a few thousand', 3000, 'count'],
    ['200 MiB', 200 * 2 ** 20, 'B'],
    ['8 Mbit/s', 1e6, 'B/s'],
    ['100 ms', 0.1, 's'],
    ['13 months', (13 * 31_536_000) / 12, 's'],
    ['5 min', 300, 's'],
    ['20k rps', 20_000, '1/s'],
    ['1M/day', 1e6 / 86_400, '1/s'],
    ['10x', 10, 'ratio'],
    ['100:1', 100, 'ratio'],
    ['EUR 500/month', 500, 'EUR/month'],
    ['a fifth', 0.2, 'ratio'],
    ['one in twenty', 0.05, 'ratio'],
  ])('%s', (text, likely, unit) => {
    const parsed = parseQuantity(text);
    expect(parsed?.unit).toBe(unit);
    expect(parsed?.interval.likely).toBeCloseTo(likely, 9);
  });

  test.each(['', 'none', 'PostgreSQL', '5 users and 3 GB'])('%s is no single quantity', (text) =>
    expect(parseQuantity(text)).toBeUndefined(),
  );

  test('hours of work are asked for by unit', () => {
    expect(parseQuantity('3 h', 'h')).toEqual({ interval: { low: 3, likely: 3, high: 3 }, unit: 'h' });
    expect(parseQuantity('3 h')?.unit).toBe('s');
  });
});

const UNITS = ['count', 'ratio', '1/s', 'B', 'B/s', 's', 'USD', 'USD/month', 'h', 'h/month', 'B*s', '1/month'];
const value = fc.oneof(
  fc.double({ min: 1e-9, max: 1e17, noNaN: true }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.constantFrom(0, 1, 2, 10, 99, 100, 999.5, 1000, 99_999, 1e6, 1e9, 86_400, 31_536_000),
);

describe('round trips', () => {
  test('parse(write(v)) is v', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(any, fc.constantFrom(...UNITS), (v, unit) => {
        const parsed = parseQuantity(writeQuantity(v, unit));
        expect(parsed?.unit).toBe(unit);
        expect(parsed?.interval.likely).toBe(v);
      }),
    );
  });

  test('parse(format(v)) formats to the same text', () => {
    fc.assert(
      fc.property(
        value,
        fc.constantFrom('count', 'ratio', '1/s', 'B', 'B/s', 's', 'USD', 'USD/month', 'h', 'h/month'),
        (v, unit) => {
          const text = formatQuantity(v, unit);
          const parsed = parseQuantity(text, unit);
          expect(parsed, text).toBeDefined();
          expect(formatQuantity(parsed!.interval.likely, unit)).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
