import { claimText, valuesOf } from '@archwright/engine';
import { REQUIREMENT_KEYS, type RequirementKey } from '@archwright/model';
import * as z from 'zod';
import { designDigest, explain } from './design-digest.ts';
import { type BenchTool, defineTool, refuse } from './tool.ts';

const MOST_OPTIONS = 60;
const word = z.string().max(200);
const claim = z.strictObject({
  key: word.describe('a requirement key, see look_up'),
  subject: word.optional().describe('what or whom it is about, in words of the text'),
  detail: word.optional(),
  quantity: word.optional().describe('number with unit, exactly as much as the quote says'),
  value: word.optional().describe('for keys that take a word'),
  quote: z.string().max(600).describe('the words it stands in, character by character'),
  file: z.string().max(400).optional().describe('path, where the quote is from a file'),
  line: z.int().min(1).optional(),
});

/** Finding requirements, weighing options, and asking the engine. */
export const DESIGN_TOOLS: readonly BenchTool[] = [
  defineTool(
    'look_up',
    'The catalogue: requirement keys with their values, or the options of one decision point.',
    z.strictObject({ what: z.enum(['requirement-keys', 'decision-points', 'options']), decision: word.optional() }),
    ({ what, decision }, { options: { request } }) => {
      const { decisionPoints, options } = request.catalogue;
      if (what === 'requirement-keys')
        return {
          text: Object.entries(REQUIREMENT_KEYS)
            .map(([key, meaning]) => keyLine(key as RequirementKey, meaning))
            .join('\n'),
        };
      if (what === 'decision-points') return { text: decisionPoints.map(({ id, question }) => `${id}: ${question}`).join('\n') };
      const found = options.filter((option) => option.decision === decision).slice(0, MOST_OPTIONS);
      return found.length === 0
        ? refuse(
            `There is no decision point ${decision ?? '(none named)'}; known: ${decisionPoints.map(({ id }) => id).join(', ')}`,
          )
        : { text: found.map(({ id, name, summary }) => `${id}: ${name}. ${summary}`).join('\n') };
    },
  ),
  defineTool(
    'record_requirements',
    'Requirements that the brief or a file states and the reader missed. Each needs its quote; a number must be in the quote.',
    z.strictObject({ requirements: z.array(claim).min(1).max(20) }),
    ({ requirements }, bench) => {
      const outcomes = requirements.map((one) => ({ one, grounded: bench.claim(one) }));
      const lines = outcomes.map(({ one, grounded }) =>
        grounded.outcome === 'new'
          ? `taken: ${grounded.requirement.id}: ${grounded.requirement.statement}`
          : `${grounded.outcome === 'known' ? 'nothing to do' : 'refused'}: ${claimText(one)}: ${grounded.why}`,
      );
      return { text: lines.join('\n'), failed: outcomes.every(({ grounded }) => grounded.outcome === 'ungrounded') };
    },
  ),
  defineTool(
    'withdraw_requirements',
    'Takes back requirements you recorded, by id.',
    z.strictObject({ ids: z.array(word).min(1).max(40) }),
    ({ ids }, bench) => ({ text: `${bench.withdraw(ids)} taken back.` }),
  ),
  defineTool(
    'propose_options',
    'Options you would consider, by catalogue id. The engine answers with its verdict; it alone decides.',
    z.strictObject({
      options: z
        .array(z.strictObject({ decision: word, option: word }))
        .min(1)
        .max(10),
    }),
    async ({ options }, bench) => {
      const { design } = await bench.designed();
      const lines = options.map(({ decision, option }) => {
        const known = bench.options.request.catalogue.options.find((one) => one.id === option && one.decision === decision);
        if (!known)
          return (
            bench.fail(`the option ${option.slice(0, 60)} at ${decision.slice(0, 60)} is not in the catalogue`),
            `refused: the catalogue has no option ${option} at ${decision}`
          );
        const found = design.decisions.find(({ id }) => id === decision)?.options.find(({ id }) => id === option);
        const verdict = found?.verdict ?? 'rejected';
        const because = found?.reason ?? 'this design has no such decision';
        bench.weigh({ decision, option, name: known.name, verdict, because });
        return `${verdict}: ${known.name}: ${because}`;
      });
      return { text: lines.join('\n'), failed: lines.every((line) => line.startsWith('refused')) };
    },
  ),
  defineTool(
    'design',
    'Runs the engine on what is known and recorded: summary, figures with ids, decisions, open questions.',
    z.strictObject({}),
    async (_, bench) => ({
      text: designDigest(await bench.designed()),
    }),
  ),
  defineTool(
    'why',
    'The derivation of a figure, or what became of each option of a decision.',
    z.strictObject({ name: word.describe('figure id, decision id or option id') }),
    async ({ name }, bench) => {
      const text = explain((await bench.designed()).design, name);
      return text === undefined
        ? refuse(`There is no figure or decision ${name.slice(0, 80)}; call design to see them.`)
        : { text };
    },
  ),
];

function keyLine(key: RequirementKey, meaning: string): string {
  const values = valuesOf(key);
  return `${key}: ${meaning}${values ? `; one of ${values.join(', ')}` : ''}`;
}
