import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { architectureSchema, type Design } from '@archwright/model';
import * as z from 'zod';
import { EXIT, Refusal } from '../exit-codes.ts';

/** A larger file is no model of ours. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** What the commands read of `model.json`; more may be there. */
const modelSchema = z.looseObject({
  title: z.string(),
  date: z.string(),
  requirements: z.array(z.looseObject({})),
  decisions: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      chosen: z.string(),
      chosenName: z.string(),
      options: z.array(z.looseObject({ id: z.string(), name: z.string(), verdict: z.string(), reason: z.string() })),
      flips: z.array(z.looseObject({})),
    }),
  ),
  architecture: architectureSchema,
  figures: z.array(
    z.looseObject({
      id: z.string(),
      label: z.string(),
      unit: z.string(),
      origin: z.string(),
      inputs: z.record(z.string(), z.string()),
    }),
  ),
});

/** The design kept in `model.json` of a folder that `design -o` wrote, or the file itself. */
export function readModel(place: string | undefined): { readonly folder: string; readonly design: Design } {
  const asFile = place !== undefined && basename(place).endsWith('.json') && existsSync(place);
  const candidates = asFile
    ? [place]
    : (place === undefined ? ['architecture', '.'] : [place]).map((one) => join(one, 'model.json'));
  const file = candidates.find((one) => existsSync(one));
  if (file === undefined)
    throw refuse(
      'model/missing',
      `${place ?? 'architecture'} holds no model.json`,
      'write one with `archwright design "..." -o architecture`',
    );
  if (statSync(file).size > LARGEST_BYTES)
    throw refuse(
      'model/too-large',
      `${file} is larger than ${LARGEST_BYTES} bytes`,
      'give the model.json that `design -o` wrote',
    );
  return { folder: dirname(file), design: parsed(file) };
}

function parsed(file: string): Design {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw refuse('model/not-json', `${file} cannot be read: ${(error as Error).message}`, 'design again, or take back the edit');
  }
  const checked = modelSchema.safeParse(json);
  if (checked.success) return json as Design;
  const [issue] = checked.error.issues;
  throw refuse(
    'model/invalid',
    `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a model'}`,
    '`archwright schema model` prints what the architecture looks like',
  );
}

const refuse = (code: string, message: string, hint: string): Refusal =>
  new Refusal(EXIT.badInput, [{ code, severity: 'error', message, hint }]);
