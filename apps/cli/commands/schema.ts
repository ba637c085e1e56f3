import { specificationJsonSchema } from '@archwright/engine';
import { architectureJsonSchema } from '@archwright/model';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { SCHEMA_NAMES, type SchemaName } from './schema-names.ts';
import { answerJsonSchema } from '../output/answer-document.ts';
import { print } from '../output/terminal.ts';

const SCHEMAS: Readonly<Record<SchemaName, () => unknown>> = {
  answer: answerJsonSchema,
  specification: specificationJsonSchema,
  model: architectureJsonSchema,
};

export async function schemaCommand(name: string): Promise<ExitCode> {
  const known = SCHEMA_NAMES.find((one) => one === name);
  if (!known)
    throw new Refusal(EXIT.usage, [
      {
        code: 'schema/unknown',
        severity: 'error',
        message: `no schema is called ${name}`,
        hint: SCHEMA_NAMES.join(', '),
      },
    ]);
  await print(JSON.stringify(SCHEMAS[known](), null, 2));
  return EXIT.answered;
}
