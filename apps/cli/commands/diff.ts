import { existsSync, statSync } from 'node:fs';
import { compareArchitectures, designFrom, understand } from '@archwright/engine';
import { catalogue } from '@archwright/catalogue';
import { renderComparison } from '@archwright/generators';
import type { Design } from '@archwright/model';
import { today } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { readInput } from '../input/read-input.ts';
import { readModel } from '../input/read-model.ts';
import { print } from '../output/terminal.ts';

export interface DiffOptions {
  readonly json?: boolean;
  readonly date?: string;
}

/** `archwright diff A B`: what changes from the first design to the second, and the ordered way there. */
export async function diffCommand(first: string, second: string, options: DiffOptions): Promise<ExitCode> {
  const [before, after] = [designOf(first, options), designOf(second, options)];
  const comparison = compareArchitectures(before, after, catalogue);
  await print(options.json ? JSON.stringify(comparison, null, 1) : renderComparison(comparison));
  return EXIT.answered;
}

/** A folder written by `design`, its `model.json`, or a brief or `archwright.yaml` that is designed here with assumptions. */
function designOf(argument: string, { date = today() }: DiffOptions): Design {
  if (existsSync(argument) && (statSync(argument).isDirectory() || argument.endsWith('.json'))) return readModel(argument).design;
  const input = readInput(argument);
  const { reading, figures, diagnostics } = understand({ ...input, catalogue });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(EXIT.badInput, errors);
  const design = designFrom(reading, figures, { catalogue, date, seed: 1, pinned: input.pinned, assume: true, diagnostics });
  if (design.conflict)
    throw new Refusal(EXIT.gateFailed, [
      {
        code: 'diff/no-design',
        severity: 'error',
        message: `no design meets every constraint of ${argument}`,
        hint: `\`archwright design\` on it names the conflict: ${design.conflict.map(({ constraint }) => constraint).join('; ')}`,
      },
    ]);
  return design;
}
