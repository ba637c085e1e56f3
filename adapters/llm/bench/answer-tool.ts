import { locateQuote } from '@archwright/engine';
import * as z from 'zod';
import { questionLines } from './design-digest.ts';
import { type BenchTool, defineTool, refuse } from './tool.ts';

/** In a conversation: an answer to a question, in words the user really said. */
export const ANSWER_TOOLS: readonly BenchTool[] = [
  defineTool(
    'questions',
    'The open questions whose answers would change the design, with their ids.',
    z.strictObject({}),
    async (_, bench) => {
      const lines = questionLines((await bench.designed()).design);
      return { text: lines.length === 0 ? 'No answer would change the design.' : lines.join('\n') };
    },
  ),
  defineTool(
    'answer_question',
    'Sets or changes the answer to a question, or to a requirement key. The answer must be the user’s own words.',
    z.strictObject({
      id: z.string().max(200),
      answer: z.string().min(1).max(200).describe('cut out of a message of the user, character by character'),
    }),
    ({ id, answer }, bench) => {
      const found = locateQuote({ key: id, quote: answer }, bench.sources());
      if (typeof found === 'string') return refuse(`The user did not say “${answer}”. Ask, and take the answer in their words.`);
      const problems = bench.answer(id, answer);
      return problems.length > 0
        ? refuse(problems.join('\n'))
        : { text: `${id} is now: ${answer}. Call design to see what changes.` };
    },
  ),
];
