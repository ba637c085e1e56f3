import { catalogue } from '@archwright/catalogue';
import { answerBrief } from '@archwright/engine';
import { expect, test } from 'vitest';

/** Whole answers to briefs that say odd things: each is answered, and what the gate refuses is a conflict of constraints only. */
const failures = async (brief: string): Promise<readonly string[]> => {
  const { gate } = await answerBrief({ brief, catalogue, date: '2026-11-24', seed: 1, assume: true });
  return gate.checks
    .filter(({ outcome, id }) => outcome === 'failed' && id !== 'feasible')
    .map(({ id, detail }) => `${id}: ${detail}`);
};

test.each([
  ['a total beside provider fees', 'Physiotherapists note what they do at each treatment. 900 practices. $100,000 in total.'],
  [
    'no scale, in a domain with a usual rate',
    'We want to see how people use our app: which screens they visit, and where they give up.',
  ],
  ['the same thing counted twice', '900 practices in France. Patients of our 80 dental practices make an appointment.'],
  [
    'a word every object inherits',
    'A shop where 500 constructor sets a day are sold to 20,000 users; each constructor has 3 plans.',
  ],
  ['no budget at all', 'A booking site for tennis courts: 3,000 players, a budget of $0. Team of 2.'],
  ['impossible promises', 'A booking site: 100 % availability, answers within 0 ms, RPO 0, RTO 0, by yesterday, team of 0.'],
  [
    'they, who stand far into another sentence',
    'Families subscribe to a weekly box, choose meals from our web shop until Wednesday, and the warehouse packs on Thursday; kitchen planning and accounting each reprocess past orders when their rules change. We want to see which screens they visit.',
  ],
  [
    'a stream of events in no known domain',
    'A weekly box: 3,000 households choose vegetables; kitchen planning and accounting each reprocess past orders. 60,000 picks a day.',
  ],
  ['nothing but marks', '{{x}} ``` | <script> ½ ∞ \u202e 🙂'],
])('%s', async (_, brief) => {
  expect(await failures(brief)).toEqual([]);
});

test('what the brief expects of a loss and no design keeps is said, not dropped', async () => {
  const brief =
    'A tennis club with 400 members books courts. No booking may be lost. 1 engineer. $40 a month, on one Hetzner virtual machine with SQLite.';
  const { design } = await answerBrief({ brief, catalogue, date: '2026-11-24', seed: 1, assume: true });
  const given = design.assumptions.find(({ id }) => id === 'given-up.rpo');
  expect(given?.statement).toMatch(/0 s is expected and not enforced/);
  expect(given?.effect).toMatch(/it is \d/);
});
