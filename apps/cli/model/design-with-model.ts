import type { Adapters, DesignRequest } from '@archwright/engine';
import { designSession } from '@archwright/llm';
import type { Answer } from '@archwright/model';
import { printable, say, yellow } from '../output/terminal.ts';
import { type ModelOptions, openSession } from './open-session.ts';

/** `design --model`: a model works on the brief first; the answer is the engine's in every case. */
export async function designWithModel(
  reference: string,
  request: DesignRequest,
  adapters: Adapters,
  options: ModelOptions,
): Promise<Answer> {
  const session = await openSession(reference, options, 'design');
  const { model, limits, transcript, now, sleep } = session;
  const bench = await session.bench(request, adapters);
  const { onStage } = request;
  onStage?.(`${model.name} reads the brief`);
  const { answer, failed, used } = await designSession({
    model,
    bench,
    transcript,
    limits,
    now,
    sleep,
    ...(onStage && { onStage }),
  });
  tell(answer, failed, used);
  say(`transcript: ${transcript.path}`);
  return answer;
}

function tell({ contribution }: Answer, failed: string | undefined, used: string): void {
  if (!contribution) return;
  const { model, requirements, suggestions, failures } = contribution;
  if (failed !== undefined) say(yellow(`${model}: ${printable(failed)}; this is the engine’s own answer`));
  else say(`${model}: accepted; ${requirements.length} requirements it found, ${suggestions.length} claims left as questions`);
  for (const failure of failures.slice(0, 12)) say(`  refused  ${printable(failure)}`);
  for (const { statement, at } of requirements)
    say(`  read by the model  ${printable(statement)}, from “${printable(at?.quote ?? '')}”`);
  say(`  used: ${used}`);
}
