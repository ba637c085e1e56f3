import { expect, test } from 'vitest';
import { assumption, exactly, FigureBook } from './index.ts';

const book = () => {
  const figures = new FigureBook();
  const daily = figures.leaf({ id: 'daily', label: 'sends a day', unit: 'count', origin: 'stated', ...exactly(1_000_000) });
  const day = figures.leaf({ id: 'day', label: 'seconds a day', unit: 's', origin: 'rule', ...exactly(86_400) });
  return { figures, daily, day };
};

test('a computed figure carries its formula, its inputs and their bounds', () => {
  const { figures, daily, day } = book();
  const factor = figures.fact(
    'peak-factor',
    assumption('peak ÷ mean', { low: 2, likely: 3, high: 5 }, 'ratio', 'no rate profile in the brief'),
  );
  const peak = figures.compute('peak', 'peak sends', '1/s', 'daily / day * factor', { daily, day, factor });
  expect(peak.likely).toBeCloseTo(34.72, 2);
  expect([peak.low, peak.high].map((value) => Math.round(value))).toEqual([23, 58]);
  expect(peak.inputs).toEqual({ daily: 'daily', day: 'day', factor: 'peak-factor' });
});

test('a figure can only be computed from figures of the book', () => {
  const { figures } = book();
  const { daily } = book();
  expect(() => figures.compute('x', 'x', 'count', 'daily * 2', { daily })).toThrow('not a figure of this book');
});

test('units are checked where a figure is computed', () => {
  const { figures, daily, day } = book();
  expect(() => figures.compute('x', 'x', 'B', 'daily / day', { daily, day })).toThrow('1/s, not B');
});

test('one quantity is one figure: a second value under the same id is refused', () => {
  const { figures } = book();
  expect(() => figures.leaf({ id: 'daily', label: 'sends a day', unit: 'count', origin: 'stated', ...exactly(2) })).toThrow(
    'daily is 1000000',
  );
});
