import { specificationJsonSchema } from '@archwright/engine';
import { architectureJsonSchema } from '@archwright/model';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { answerJsonSchema } from '../output/answer-document.ts';
import { print } from '../output/terminal.ts';

export const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  answer: answerJsonSchema,
  specification: specificationJsonSchema,
  model: architectureJsonSchema,
};

export async function schemaCommand(name: string): Promise<ExitCode> {
  const schema = SCHEMAS[name];
  if (!schema)
    throw new Refusal(EXIT.usage, [
      {
        code: 'schema/unknown',
        severity: 'error',
        message: `no schema is called ${name}`,
        hint: Object.keys(SCHEMAS).join(', '),
      },
    ]);
  await print(JSON.stringify(schema(), null, 2));
  return EXIT.answered;
}
