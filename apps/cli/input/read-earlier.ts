import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@archwright/kernel';
import type { EarlierDesign } from '@archwright/model';
import { Refusal } from '../exit-codes.ts';
import { readArtefacts } from './read-artefacts.ts';
import { readModel } from './read-model.ts';

/** What a folder holds of an earlier design, or what keeps it from being read. */
export interface Earlier {
  readonly earlier?: EarlierDesign;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The design that a folder holds before a new one goes into it: its migrations stay and its contracts are compared with. A folder whose
 * model cannot be read is written anew, and that is said.
 *
 * @diagnostics `folder/earlier-unreadable`
 */
export function readEarlier(folder: string | undefined): Earlier {
  if (folder === undefined || !existsSync(join(folder, 'model.json'))) return { diagnostics: [] };
  try {
    const { design } = readModel(folder);
    const figures = new Set(design.figures.map(({ id }) => id));
    const dangling = design.architecture.entities.find(({ retention }) => retention !== undefined && !figures.has(retention));
    if (dangling) return { diagnostics: [unreadable(folder, `no figure ${dangling.retention} for ${dangling.id}`)] };
    return { earlier: { design, files: readArtefacts(folder).artefacts }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { diagnostics: [unreadable(folder, error.diagnostics[0]?.message ?? 'it is not a model')] };
  }
}

const unreadable = (folder: string, reason: string): Diagnostic => ({
  code: 'folder/earlier-unreadable',
  severity: 'warning',
  message: `the design in ${folder} cannot be read (${reason}): no migration leads from it, and no contract is compared with it`,
  hint: 'take the edit of model.json back, or design into a new folder',
});
