import { catalogue } from '@archwright/catalogue';
import { expect, test } from 'vitest';
import { sizeWorkload } from '../workload/size-workload.ts';
import { understand } from '../understand.ts';
import { decide } from './decide.ts';
import { takenMeanwhile } from './expectations.ts';
import { costOfLoss, exceededRecovery } from './recovery.ts';
import { demandOf, problemOf, sketchOption } from './testing/small-space.ts';

const outcome = (brief: string) => {
  const { reading, figures } = understand({ brief, catalogue });
  const book = figures.copy();
  return { book, decided: decide(reading, sizeWorkload(reading, catalogue.archetypes, book), catalogue, book) };
};
const design = (brief: string) => {
  const { book, decided } = outcome(brief);
  if ('conflict' in decided) throw new Error(JSON.stringify(decided.conflict));
  const { problem, limits } = decided.posed;
  const worst = (name: 'rpo' | 'rto') =>
    Math.max(...decided.best.choices.map(({ option }) => costOfLoss(option, problem.demand)[name]));
  return { book, limits, decisions: decided.decisions, rpo: worst('rpo'), rto: worst('rto') };
};

test.each([
  [{ rpo: 0 }, { lost: 1, back: 60 }, 'rpo'],
  [{ rpo: 1 }, { lost: 1, back: 60 }, undefined],
  [{ rto: 59 }, { lost: 0, back: 60 }, 'rto'],
  [{ rto: 60 }, { lost: 300, back: 60 }, undefined],
  [{ rpo: 0, rto: 1 }, {}, undefined],
  [{}, { lost: 1e9, back: 1e9 }, undefined],
])('limit %j, costs %j: %s', (limits, costs, exceeded) => {
  const option = sketchOption({ id: 'one', decision: 'primary-store', ...costs });
  const problem = problemOf(demandOf(), { constraints: { ...limits, prohibited: [], pinned: [] } });
  expect(exceededRecovery(option, problem)).toBe(exceeded);
});

test('a restore takes longer the more there is to read back', () => {
  const file = catalogue.options.find(({ id }) => id === 'sqlite')!;
  const back = (recordBytes: number) => costOfLoss(file, demandOf({ recordBytes })).rto;
  expect(back(1e12) - back(0)).toBeCloseTo(1e12 / file.recovery!.restores!.rate.likely, 6);
});

const CLUB =
  'Members of a chess club report results of their games from our own machine room. 400 members, 300 games a day, 2 engineers. Only on Hetzner, on virtual machines, with PostgreSQL.';
test.each([
  ['RPO 24 hours, RTO 1 day.', { rpo: 86_400, rto: 86_400 }],
  ['RPO 5 minutes, RTO 4 hours.', { rpo: 300, rto: 14_400 }],
  ['RPO 0 and RTO 10 minutes.', { rpo: 0, rto: 600 }],
])('%s is kept, and every option it rules out says with which figure', (words, limit) => {
  const { rpo, rto, decisions, book } = design(`${CLUB} ${words}`);
  expect(rpo).toBeLessThanOrEqual(limit.rpo);
  expect(rto).toBeLessThanOrEqual(limit.rto);
  const ruledOut = decisions.flatMap(({ options }) =>
    options.filter(({ constraint }) => constraint === 'rpo' || constraint === 'rto'),
  );
  if (limit.rpo === 0) expect(ruledOut.length).toBeGreaterThan(0);
  for (const { reason, figures } of ruledOut) {
    const [costs, allowed] = figures.map((id) => book.need(id));
    expect(costs!.likely).toBeGreaterThan(allowed!.likely);
    expect(reason).toMatch(/limit/);
  }
});

test('stricter recovery changes the store, and costs no less', () => {
  const chosen = (words: string) => design(`${CLUB} ${words}`).decisions.find(({ id }) => id === 'primary-store')!;
  const total = (decision: ReturnType<typeof chosen>) => decision.options[0]!.totalCost!;
  const [lenient, strict] = [chosen('RPO 1 day.'), chosen('RPO 0.')];
  expect(strict.chosen).not.toBe(lenient.chosen);
  expect(total(strict)).toBeGreaterThan(total(lenient));
});

test.each([
  [
    'money: what the domain takes',
    'A payment gateway for 3,000 merchants: authorise, capture and refund card payments. 6 engineers.',
    1,
  ],
  [
    'a brief that says that nothing may be lost',
    'A tennis club with 400 members books courts. No booking may be lost. 2 engineers.',
    0,
  ],
])('expected without a figure, as an assumption: %s', (_, brief, most) => {
  const { limits, rpo } = design(brief);
  expect(limits.rpo).toMatchObject({ origin: 'assumed', likely: most });
  expect(rpo).toBeLessThanOrEqual(most);
});

test('what is only expected gives way to what is stated', () => {
  const { limits, rpo } = design(
    'A tennis club with 400 members books courts. No booking may be lost. 1 engineer. $40 a month, on one Hetzner virtual machine with SQLite.',
  );
  expect(limits.rpo).toBeUndefined();
  expect(rpo).toBeGreaterThan(0);
});

test('an impossible target is a conflict that says what would be possible', () => {
  const { decided } = outcome('A ledger of 2 million postings a day, RPO 0, RTO 5 s, only on Hetzner.');
  expect('conflict' in decided && decided.conflict).toEqual([
    { constraint: 'time to recover (RTO): 5 s', wouldHaveToBecome: expect.stringMatching(/^at least \d+ (?:s|min)/) },
  ]);
});

test.each([
  ['a zone', 'zones:one'],
  ['a region', 'regions:one'],
])('what must survive the loss of %s is not placed where that loss ends it', (what, tag) => {
  const { decided } = outcome(
    `An online shop with 5,000 orders a day, 8 engineers. The service must survive the loss of ${what}.`,
  );
  expect('best' in decided && decided.best.choices.flatMap(({ option }) => option.tags)).not.toContain(tag);
});

test.each([
  ['service at all times', 'A tennis club with 400 members books courts. It must be highly available.', /^99\.9 %/],
  ['nothing said', 'A tennis club with 400 members books courts.', /cheapest parts/],
])('what is taken for the availability meanwhile: %s', (_, brief, words) => {
  const { reading, figures } = understand({ brief, catalogue });
  expect(takenMeanwhile('availability', sizeWorkload(reading, catalogue.archetypes, figures.copy()), reading)).toMatch(words);
});
