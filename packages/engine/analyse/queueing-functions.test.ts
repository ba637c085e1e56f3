import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '@archwright/catalogue';
import { exactly, FigureBook, formula } from '@archwright/kernel';
import { designFrom } from '../design.ts';
import { understand } from '../understand.ts';
import './queueing-functions.ts';

const value = (text: string, names: Record<string, number> = {}): number => formula(text).evaluate((name) => names[name]!);

describe('queueing formulas in figures', () => {
  test.each<[string, string, number]>([
    // M/M/1 at 0.5: P(W > t) = 0.5 e^(−t/2), so p99 = 2 ln 50.
    ['M/M/1 at half use, p99', 'waitP99(1, 1, 0.5)', 2 * Math.log(50)],
    ['M/M/1 at half use: half do not wait', 'waitP50(1, 1, 0.5)', 0],
    // M/M/4 at 0.9: C = 0.7877, mean wait C/(c(1 − ρ)) = 1.969 (published with the oracles).
    ['M/M/4 at 0.9, share that waits', 'waitShare(4, 0.9)', 0.787_752_9],
    ['M/M/4 at 0.9, p99', 'waitP99(1, 4, 0.9)', Math.log(78.775_29) / 0.4],
    ['an idle station makes nobody wait', 'waitP99(1, 4, 0)', 0],
    ['one part is itself', 'pathP99(0.01, 0.05)', 0.05],
  ])('%s', (_, text, expected) => expect(value(text)).toBeCloseTo(expected, 4));

  test('more use never waits less, more servers at the same use never longer', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.94, noNaN: true }),
        fc.double({ min: 0, max: 0.94, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (a, b, c) => {
          const at = (use: number, servers: number): number => value('waitP99(s, c, u)', { s: 1, c: servers, u: use });
          expect(at(Math.max(a, b), c)).toBeGreaterThanOrEqual(at(Math.min(a, b), c) - 1e-9);
          expect(at(a, c + 1)).toBeLessThanOrEqual(at(a, c) + 1e-9);
        },
      ),
    );
  });

  test('the path stays below the sum of its p99 and above its largest part', () => {
    const part = fc.tuple(fc.double({ min: 0.001, max: 1, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const times = parts.flatMap(([p50, tail]) => [p50, p50 * tail]);
        const names = Object.fromEntries(times.map((time, index) => [`x${index}`, time]));
        const p99 = value(`pathP99(${Object.keys(names).join(', ')})`, names);
        const tails = times.filter((_, index) => index % 2 === 1);
        expect(p99).toBeLessThanOrEqual(tails.reduce((sum, time) => sum + time, 0) + 1e-9);
        // Two moments of a sum are matched, not its shape: a few per cent below the largest part can happen.
        expect(p99).toBeGreaterThan(Math.max(...tails) * 0.8);
      }),
    );
  });

  test('a wait is a time: other units are refused', () => {
    const book = new FigureBook();
    const count = book.leaf({ id: 'n', label: 'n', unit: 'count', origin: 'rule', reason: 'test', ...exactly(2) });
    expect(() => book.compute('w', 'w', 's', 'waitP99(n, n, n)', { n: count })).toThrow(/where s is taken/);
  });
});

test('flows of a design keep the order of their percentiles, below the bound, and open to the station', () => {
  const { reading, figures, diagnostics } = understand({
    brief: 'A parcel tracking API on AWS, 40 million look-ups a day, team of 6.',
    catalogue,
  });
  const design = designFrom(reading, figures, { catalogue, date: '2026-11-24', seed: 1, pinned: [], assume: true, diagnostics });
  const figure = (id: string | undefined) => design.figures.find((one) => one.id === id)!;
  const timed = design.architecture.flows.filter(({ latencyP99 }) => latencyP99 !== undefined);
  expect(timed.length).toBeGreaterThan(0);
  for (const { latencyP50, latencyP95, latencyP99, latencyBound } of timed) {
    const [p50, p95, p99, bound] = [latencyP50, latencyP95, latencyP99, latencyBound].map((id) => figure(id).likely) as [
      number,
      number,
      number,
      number,
    ];
    expect(p50).toBeLessThanOrEqual(p95);
    expect(p95).toBeLessThanOrEqual(p99);
    expect(p99).toBeLessThanOrEqual(bound + 1e-12);
  }
  expect(design.figures.some(({ formula: text }) => text?.startsWith('waitP99('))).toBe(true);
});
