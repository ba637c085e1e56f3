// node design.mjs "Design a notification service. We have 100K users and expect 1M notifications/day."
import process from 'node:process';
import { clarify, design, explain, explanationText } from 'archwright';

const brief = process.argv[2] ?? 'Design a notification service. We have 100K users and expect 1M notifications/day.';
for (const { question, default: usual } of clarify(brief).questions) console.log(`? ${question} (assumed: ${usual})`);

const answer = await design(brief, { assume: true, offline: true, prove: false, date: '2026-11-30' });
if (!answer.gate.passed) throw new Error('the design did not pass its gate');
console.log(answer.design.title, '-', answer.design.summary.monthlyCost);
for (const { title, chosenName, runnerUp } of answer.design.decisions)
  console.log(`${title}: ${chosenName}${runnerUp ? ` (next: ${runnerUp.name}, $${Math.round(runnerUp.extraCost)} more)` : ''}`);

const why = explain(answer.design, 'cost.total');
if (why.kind !== 'unknown') console.log(explanationText(answer.design, why, 1));
