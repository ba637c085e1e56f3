import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design } from '@archwright/model';
import { EXIT, Refusal } from '../exit-codes.ts';

/** The design kept in `model.json` of a folder that `design -o` wrote. */
export function readModel(folder: string | undefined): { readonly folder: string; readonly design: Design } {
  const found = [folder, 'architecture', '.'].find((one) => one !== undefined && existsSync(join(one, 'model.json')));
  if (found === undefined || (folder !== undefined && found !== folder))
    throw refuse(folder ?? 'architecture', 'holds no model.json');
  try {
    return { folder: found, design: JSON.parse(readFileSync(join(found, 'model.json'), 'utf8')) as Design };
  } catch (error) {
    throw refuse(found, `has a model.json that cannot be read: ${(error as Error).message}`);
  }
}

const refuse = (folder: string, what: string): Refusal =>
  new Refusal(EXIT.badInput, [
    {
      code: 'model/missing',
      severity: 'error',
      message: `${folder} ${what}`,
      hint: 'write one with `archwright design "..." -o architecture`',
    },
  ]);
