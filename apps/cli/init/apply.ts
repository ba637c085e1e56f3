import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './plan.ts';

/** What `--undo` needs: the bytes from before, and folders that were not there. */
export interface Done {
  readonly path: string;
  readonly assistant: string;
  readonly what: Change['what'];
  readonly before?: string;
  readonly after: string;
  /** Made for the file, outermost first. */
  readonly folders: readonly string[];
}

/**
 * Writes the changes, each by a rename. When one cannot be written, those before it are taken back.
 *
 * @throws the error of the file system, or one that says the file changed meanwhile
 */
export function applyChanges(changes: readonly Change[]): readonly Done[] {
  const done: Done[] = [];
  try {
    for (const change of changes) done.push(applyOne(change));
    return done;
  } catch (error) {
    for (const one of done.toReversed()) restore(one);
    throw error;
  }
}

function applyOne({ path, assistant, what, before, after }: Change): Done {
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (current !== before) throw new Error(`${path} changed while the difference was shown`);
  const folders = makeFolders(dirname(path));
  writeWhole(path, after);
  return { path, assistant, what, after, folders, ...(before !== undefined && { before }) };
}

/** Puts the bytes from before back, and removes a file and folders that were not there. */
export function restore({ path, before, folders }: Done): void {
  if (before !== undefined) return writeWhole(path, before);
  rmSync(path, { force: true });
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // Something else lives there now.
    }
  }
}

/** Through a link to the file it means, with the permissions the file had. */
export function writeWhole(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.archwright-${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { mode: 0o600 });
    chmodSync(temporary, existsSync(target) ? statSync(target).mode & 0o7777 : 0o644);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function makeFolders(folder: string): readonly string[] {
  if (existsSync(folder)) return [];
  const above = makeFolders(dirname(folder));
  mkdirSync(folder);
  return [...above, folder];
}
