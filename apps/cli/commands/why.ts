import { explain, explanationText } from '@archwright/engine';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { readModel } from '../input/read-model.ts';
import { print } from '../output/terminal.ts';

export interface WhyOptions {
  readonly in?: string;
  readonly depth?: string;
  readonly json?: boolean;
}

/** `archwright why`: a figure's derivation down to stated facts and sourced data, or a decision's options and verdicts. */
export async function whyCommand(name: string, options: WhyOptions): Promise<ExitCode> {
  const { design } = readModel(options.in);
  const found = explain(design, name);
  if (found.kind === 'unknown')
    throw new Refusal(EXIT.badInput, [
      {
        code: 'why/unknown',
        severity: 'error',
        message: `no figure or decision is called ${name}`,
        hint: `close to it: ${found.closest.join(', ')}`,
      },
    ]);
  await print(
    options.json
      ? JSON.stringify(found.kind === 'figure' ? found.derivation : found.decision, null, 1)
      : explanationText(design, found, Number(options.depth ?? Infinity)),
  );
  return EXIT.answered;
}
