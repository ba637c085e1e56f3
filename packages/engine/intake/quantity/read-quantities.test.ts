import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuantities } from './index.ts';
import { readTokens } from './read-quantities.ts';
import { tokenise } from './tokens.ts';

const said = (text: string) =>
  readQuantities(text).value.map(({ quote, kind, value, unit }) => [quote, kind, Number(value.likely.toPrecision(6)), unit]);

describe('readQuantities', () => {
  test.each<[string, unknown[]]>([
    ['500 events/s', [['500 events/s', 'rate', 500, '1/s']]],
    ['users send ten messages a day', [['ten messages a day', 'rate', Number((10 / 86_400).toPrecision(6)), '1/s']]],
    ['a reading every ten seconds', [['ten seconds', 'interval', 10, 's']]],
    ['a reading every minute.', [['every minute', 'interval', 60, 's']]],
    ['players look once a day', [['once a day', 'frequency', Number((1 / 86_400).toPrecision(6)), '1/s']]],
    ['it peaks at five times the average', [['five times', 'multiple', 5, 'ratio']]],
    ['grows 20% a year', [['20% a year', 'growth', 0.2, 'ratio']]],
    ['p99 < 200 ms', [['200 ms', 'duration', 0.2, 's']]],
    ['DAU: 5M', [['5M', 'count', 5_000_000, 'count']]],
    ['QPS: 4,000', [['4,000', 'rate', 4000, '1/s']]],
    ['one viewer in ten', [['one viewer in ten', 'share', 0.1, 'ratio']]],
    ['two thirds of visits', [['two thirds of visits', 'share', 0.666667, 'ratio']]],
    ['1.5bn users', [['1.5bn users', 'count', 1.5e9, 'count']]],
    ['500B users', [['500B users', 'count', 5e11, 'count']]],
    ['a 500B payload', [['500B payload', 'size', 500, 'B']]],
    ['twenty-five doctors', [['twenty-five doctors', 'count', 25, 'count']]],
    ['a hundred and twenty servers', [['a hundred and twenty servers', 'count', 120, 'count']]],
    ['two and a half million users', [['two and a half million users', 'count', 2.5e6, 'count']]],
    ['dozens of sites', [['dozens of sites', 'count', 50, 'count']]],
    ['a couple of servers', [['a couple of servers', 'count', 2, 'count']]],
    [
      'RPO 5 minutes, RTO 1 h',
      [
        ['5 minutes', 'duration', 300, 's'],
        ['1 h', 'duration', 3600, 's'],
      ],
    ],
    ['available 99.95 %', [['99.95 %', 'availability', 0.9995, 'ratio']]],
    ['team of four', [['four', 'count', 4, 'count']]],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    'HTTP/2 and TLS 1.3',
    'IPv6 over S3',
    'OAuth 2 and SOC 2',
    'by March 2027',
    'the 2nd and 3rd step',
    'it runs 24/7',
    'no one, one of them',
    '2026-03-01',
    'one-to-one chat',
    'at 09:30 the p99 is shown',
    'two-factor login',
  ])('%s holds no quantity', (text) => expect(readQuantities(text)).toEqual({ value: [], diagnostics: [] }));

  test('a number that counts nothing is reported with its place', () => {
    const { diagnostics } = readQuantities('Then 42.');
    expect(diagnostics).toMatchObject([
      { code: 'brief/quantity-not-understood', at: { start: 5, end: 7, quote: '42', line: 1, column: 6 } },
    ]);
  });

  test('money in another currency keeps its unit and is reported', () => {
    const { value, diagnostics } = readQuantities('Budget: EUR 500/month.');
    expect(value[0]).toMatchObject({ unit: 'EUR/month', amount: { likely: 500 } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['brief/currency-not-converted']);
  });

  test('a list shares its head and its window', () => {
    const [daily, , pastes, views] = readQuantities(
      'five million daily and 25 million monthly players, ten million new posts and a hundred million views each month',
    ).value;
    expect(daily?.noun).toMatchObject({ head: 'player', modifiers: ['daily'] });
    expect([pastes?.window, views?.window]).toEqual([2_592_000, 2_592_000]);
  });
});

const words = fc.constantFrom(
  'ten',
  '5',
  'million',
  '1,000',
  'users',
  'a',
  'day',
  'per',
  'each',
  '%',
  '10^6',
  'GB',
  'to',
  '-',
  'and',
  'half',
  'of',
  '.',
  ',',
  '\n',
  '$',
  '/',
  's',
  '99.9',
  'nines',
  'in',
  'every',
  'x',
  ':',
  '(',
  '1e400',
  'send',
  'month',
  'once',
  'times',
  'between',
  'one',
  ...Object.getOwnPropertyNames(Object.prototype),
);
const brief = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  fc.array(words, { maxLength: 30 }).map((list) => list.join('')),
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

describe('laws', () => {
  test('no text crashes it, every span quotes the text, intervals are ordered, nothing is dropped', () => {
    fc.assert(
      fc.property(brief, (text) => {
        const { value, diagnostics } = readQuantities(text);
        for (const mention of value) {
          expect(mention.quote).toBe(text.slice(mention.start, mention.end));
          expect(mention.value.low <= mention.value.likely && mention.value.likely <= mention.value.high).toBe(true);
          expect(Number.isFinite(mention.value.likely)).toBe(true);
        }
        for (const { at } of diagnostics) if (at) expect(at.quote).toBe(text.slice(at.start, at.end));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    'ten messages a day ',
    'a ',
    '1,',
    '5-',
    'one in ',
    '9 ',
    'a few thousand ',
    'and 10% of users upload one video a day, ',
    '(',
    '- ',
    'x^',
    '99.9 .',
    'ms p99 ',
    'hundred and ',
    '1 to ',
  ])('the work for %j repeated grows with its length', (unit) => {
    const work = (times: number): number => {
      const text = unit.repeat(times);
      let reads = 0;
      const counted = new Proxy(tokenise(text), { get: (list, key, self) => ((reads += 1), Reflect.get(list, key, self)) });
      readTokens(text, counted);
      return reads;
    };
    expect(work(800)).toBeLessThan(work(400) * 2.1 + 200);
  });

  test('ten thousand numbers without meaning are reported quickly', () => {
    const { diagnostics } = readQuantities('7, '.repeat(10_000));
    expect(diagnostics).toHaveLength(10_000);
  });
});
