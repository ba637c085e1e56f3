import { questionsFor } from '@archwright/engine';
import { catalogue } from '@archwright/catalogue';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { readAnswers, readInput } from '../input/read-input.ts';
import { print } from '../output/terminal.ts';

/** `archwright questions`: only what would change the design, ranked. */
export async function questionsCommand(
  argument: string,
  options: { readonly json?: boolean; readonly answers?: string },
): Promise<ExitCode> {
  const input = readInput(argument);
  const { questions, diagnostics } = questionsFor({
    ...input,
    answers: { ...input.answers, ...readAnswers(options.answers) },
    catalogue,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(EXIT.badInput, errors);
  if (options.json) await print(JSON.stringify({ questions }, null, 1));
  else if (questions.length === 0) await print('No answer would change the design.');
  else
    await print(
      questions
        .map(
          ({ id, question, default: usual, changes }, index) =>
            `${index + 1}. ${question}\n   id: ${id}\n   default: ${usual}\n   would change: ${changes}`,
        )
        .join('\n\n'),
    );
  return EXIT.answered;
}
