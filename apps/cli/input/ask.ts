import process from 'node:process';
import type { Question } from '@archwright/model';
import { EXIT } from '../exit-codes.ts';

/** Asks at the terminal, one question after the other; an empty answer takes the default. */
export async function ask(questions: readonly Question[]): Promise<Readonly<Record<string, string>>> {
  const { cancel, isCancel, text } = await import('@clack/prompts');
  const answers: Record<string, string> = {};
  for (const { id, question, default: usual, changes } of questions) {
    const answer = await text({
      message: `${question}\n  ${changes}`,
      placeholder: `Enter for: ${usual}`,
      output: process.stderr,
    });
    if (isCancel(answer)) {
      cancel('stopped; nothing was written', { output: process.stderr });
      process.exit(EXIT.interrupted);
    }
    if (answer?.trim()) answers[id] = answer.trim();
  }
  return answers;
}
