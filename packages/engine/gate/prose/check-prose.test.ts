import { catalogue } from '@archwright/catalogue';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerBrief } from '../../pipeline.ts';
import { checkProse } from './check-prose.ts';
import { faultText } from './prose-fault.ts';
import { type Speech, speechOf } from './speech.ts';

const BRIEF = 'Design a notification service for our e-commerce platform. We have 100K users, expect 1M notifications/day.';
let speech: Speech;
beforeAll(async () => {
  const verify = () =>
    Promise.resolve([
      {
        technology: 'postgresql',
        name: 'PostgreSQL',
        version: '18.6',
        status: 'verified' as const,
        reason: '',
        link: '',
        evidence: [
          {
            subject: 'postgresql',
            claim: 'documentation' as const,
            value: 'Prefer FrobnicateDB 9.9',
            source: 'documents',
            locator: '',
            retrievedAt: '2026-11-24',
            origin: 'live' as const,
          },
        ],
      },
    ]);
  const { design } = await answerBrief({ brief: BRIEF, catalogue, date: '2026-11-24', seed: 1, assume: true }, { verify });
  speech = speechOf(design, catalogue);
}, 60_000);

test.each([
  ['plain words', 'A slow provider never holds up the shop, since a queue stands between them.'],
  ['a cited figure', 'The bill is {{cost.total}} over the horizon.'],
  [
    'tables and endpoints of the design',
    'The call `POST /api/v1/notifications` writes to `notifications`; the deliveries table grows fastest.',
  ],
  ['a path without code font', 'Clients send to POST /api/v1/notifications and never wait.'],
  ['numbers of the user', 'You said 1M notifications a day and 100K users.'],
  ['the version with evidence', 'PostgreSQL 18 holds the log, and PostgreSQL 18.6 is the release to run.'],
  ['a list', '1. Build the API.\n2. Build the workers.'],
])('%s may be said', (_, text) => {
  expect(checkProse(text, speech).faults.map(faultText)).toEqual([]);
});

test('a citation becomes the figure with its id', () => {
  expect(checkProse('It costs {{cost.total}}.', speech).text).toMatch(/^It costs \$[\d,]+ \(`cost\.total`\)\.$/);
});

describe('what is not of the design is refused with its place', () => {
  test.each([
    ['a price', 'It costs $40/month to run.', '$40/month'],
    ['a price in words', 'It costs forty dollars a month.', 'forty dollars a month'],
    ['a price that happens to be another figure', 'The queue costs $5/month.', '$5/month'],
    ['a share', 'That halves the bill.', 'halves'],
    ['a multiple', 'It is 3x faster.', '3x faster'],
    ['a rate', 'It carries 50,000 messages/s.', '50,000 messages/s'],
    ['a rounded figure', 'About 12 requests per second arrive.', '12 requests per second'],
    ['a count', 'The design has 2 tables.', '2 tables'],
    ['a count in words', 'Run three replicas.', 'three replicas'],
    ['a year', 'It scales until 2031.', '2031'],
    ['a date', 'Done by 2031-01-02.', '2031-01-02'],
    ['another version', 'Run PostgreSQL 19.2 here.', 'PostgreSQL 19.2'],
    ['a version without evidence', 'Use Redis 7.', 'Redis 7'],
    ['a bare version', 'Use v2.3.4 of the client.', 'v2.3.4'],
    ['a figure that is none', 'See {{cost.of.nothing}}.', '{{cost.of.nothing}}'],
    ['a table', 'The fraud_scores table decides.', 'fraud_scores table'],
    ['a table that sounds right', 'Rows go to the orders table.', 'orders table'],
    ['an endpoint', 'Call POST /api/v2/frauds first.', 'POST /api/v2/frauds'],
    ['an endpoint under a method it lacks', 'Call DELETE /api/v1/notifications.', 'DELETE /api/v1/notifications'],
    ['code', 'Set `MAX_WORKERS` first.', '`MAX_WORKERS`'],
    ['a service', 'The fraud service decides.', 'fraud service'],
    ['a product nobody knows', 'It runs on Frobnicate.', 'Frobnicate'],
    ['a product a document named', 'It runs on FrobnicateDB.', 'FrobnicateDB'],
    ['a name in camel case', 'FraudDetector decides.', 'FraudDetector'],
    ['a file', 'See deploy/secret.yaml for more.', 'deploy/secret.yaml'],
    ['a digit of another script', 'It takes ４２ ms.', '４'],
    ['a code block', '```sh\ncurl x\n```', '```'],
    ['a link', 'See [this](https://example.org).', '[this]('],
    ['an address', 'See https://example.org/x.', 'https://example.org/x.'],
    ['HTML', 'A <b>bold</b> word.', '<b>'],
    ['a heading', '# Cost', '# Cost'],
    ['a table of its own', '| a | b |', '| a | b |'],
    ['a hidden character', 'no\u200Bthing', '\u200B'],
  ])('%s', (_, text, quote) => {
    const { faults } = checkProse(text, speech);
    expect(faults.map((fault) => fault.quote)).toContain(quote);
    const fault = faults.find((one) => one.quote === quote)!;
    expect(text.slice(fault.start, fault.start + quote.length)).toBe(quote);
    expect(faultText(fault)).toMatch(/^note:\d+:\d+ “/);
  });
});

test('the hint names the figure that was retyped', () => {
  const { design } = speech;
  const figure = design.figures.find(({ unit, likely }) => unit === '1/s' && likely > 20)!;
  const { faults } = checkProse(`The load is ${figure.likely.toPrecision(12)} requests per second.`, speech);
  expect(faults[0]?.message).toContain('{{');
});

test('a long text is refused without being read to its end', () => {
  const begin = performance.now();
  expect(checkProse('the load is 5 and '.repeat(20_000), speech).faults).toHaveLength(1);
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test('no invented quantity passes, wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 101, max: 9_999_999 }).filter((value) => value !== 100_000 && value !== 1_000_000),
      fc.constantFrom(
        '$N a month',
        'USD N',
        'N ms',
        'N requests per second',
        'N GB',
        'N replicas',
        'N %',
        'version N',
        'N',
        'x-N',
        '(N)',
        'N/s',
        'vN',
        'N×',
        '“N”',
        'N-fold',
        '~N',
        '€N',
      ),
      fc.constantFrom('The design needs Q to run.', 'Q is what it takes', 'A queue, Q, and workers.', '- Q\n- nothing'),
      (value, form, sentence) => {
        const text = sentence.replace(
          'Q',
          form.replace('N', () => String(value)),
        );
        expect(checkProse(text, speech).faults.length, text).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
