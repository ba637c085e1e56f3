import type { Answer } from '@archwright/model';
import * as z from 'zod';
import { DESIGN_TOOLS } from '../bench/design-tools.ts';
import { FILE_TOOLS } from '../bench/file-tools.ts';
import { type BenchTool, defineTool } from '../bench/tool.ts';
import type { Workbench } from '../bench/workbench.ts';
import { Conversation, type ConversationOptions } from './conversation.ts';
import { DESIGN_PROMPT, framed, unframed } from './system-prompt.ts';

export type SessionOptions = Omit<ConversationOptions, 'system' | 'tools'>;

export interface SessionEnd {
  readonly answer: Answer;
  /** Why the model's work does not stand; absent where it does. */
  readonly failed?: string;
  /** What it used, for the person who pays. */
  readonly used: string;
}

/** Times a model that only talks is told how to end. */
const MOST_NUDGES = 2;

/**
 * A model works on the brief until a submission holds or a bound is met. It cannot end the work itself: `submit` runs the engine
 * and the gate, what fails goes back to it, and after the last round the engine's own answer stands, with what the model failed.
 */
export async function designSession(options: SessionOptions): Promise<SessionEnd> {
  const { bench, transcript, limits } = options;
  let accepted: Answer | undefined;
  const submit = submitTool((answer) => (accepted = answer), limits.rounds);
  const conversation = new Conversation({ ...options, system: DESIGN_PROMPT, tools: [...FILE_TOOLS, ...DESIGN_TOOLS, submit] });
  conversation.say(opening(bench));
  const failed = await untilSubmitted(conversation, bench, limits.rounds, () => accepted !== undefined);
  const used = conversation.budget.toString();
  if (accepted) {
    transcript.add({
      type: 'end',
      outcome: 'accepted',
      rounds: bench.rounds,
      requirements: bench.found.map(({ id }) => id),
      used,
    });
    return { answer: accepted, used };
  }
  const outcome = failed?.kind === 'unavailable' ? 'unavailable' : 'overruled';
  const why = failed?.why ?? 'no submission held';
  bench.fail(why);
  transcript.add({ type: 'end', outcome, why, rounds: bench.rounds, used });
  return { answer: await bench.own(outcome), failed: why, used };
}

interface Stopped {
  readonly kind: 'unavailable' | 'bound';
  readonly why: string;
}

async function untilSubmitted(
  conversation: Conversation,
  bench: Workbench,
  rounds: number,
  isAccepted: () => boolean,
): Promise<Stopped | undefined> {
  let nudges = 0;
  while (!isAccepted()) {
    const exchange = await conversation.exchange();
    if ('kind' in exchange) return isAccepted() ? undefined : exchange;
    if (isAccepted()) return undefined;
    if (bench.rounds >= rounds) return { kind: 'bound', why: `${rounds} submissions were refused` };
    if (exchange.calls.length > 0) continue;
    if (nudges++ >= MOST_NUDGES) return { kind: 'bound', why: 'it never submitted' };
    conversation.say(
      exchange.cutShort
        ? 'Your reply was too long. Be brief, and end with submit.'
        : 'Only the tool submit ends your work. Call it; the note may be empty.',
    );
  }
  return undefined;
}

const submitTool = (accept: (answer: Answer) => void, rounds: number): BenchTool =>
  defineTool(
    'submit',
    'Ends your work: the engine designs with what you recorded, and the gate checks everything, your note included.',
    z.strictObject({ note: z.string().max(20_000).optional().describe('plain prose for the reader of the design, or nothing') }),
    async ({ note = '' }, bench) => {
      const submitted = await bench.submit(note);
      if ('answer' in submitted) {
        accept(submitted.answer);
        return { text: 'Accepted.' };
      }
      const left = rounds - bench.rounds;
      return {
        failed: true,
        text: `Refused. ${left > 0 ? `Correct this and submit again (${left} left):` : 'No submission is left.'}\n${submitted.failed.slice(0, 20).join('\n')}`,
      };
    },
  );

/** The brief, what the reader made of it, and what it left unread. */
function opening(bench: Workbench): string {
  const { reading, diagnostics } = bench.reading();
  const read = reading.requirements.map(({ id, statement }) => `- ${id}: ${statement}`);
  const unread = diagnostics.map(({ message, at }) => `- ${message}${at?.quote ? ` “${at.quote}”` : ''}`);
  const files = bench.options.repository?.files.length ?? 0;
  return [
    framed('brief', bench.options.request.brief),
    unframed(`The reader understood:\n${read.join('\n') || '- nothing'}`),
    unframed(`It noticed:\n${unread.join('\n') || '- nothing'}`),
    files > 0 ? `There are ${files} files of a repository to look at.` : 'No repository was given.',
  ].join('\n\n');
}
