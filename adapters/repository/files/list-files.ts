import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Limits } from '../limits.ts';
import type { FileKind } from '../repository-context.ts';
import { fileKind, READ_HIDDEN, SKIPPED_FOLDERS } from './file-kind.ts';
import type { Ignores } from './ignore-rules.ts';

export interface ListedFile {
  readonly path: string;
  readonly kind: FileKind;
  /** Set where the file must not be opened. */
  readonly refusal?: string;
}

export interface Listing {
  /** In path order. */
  readonly files: readonly ListedFile[];
  /** The bound that ended the search early, in words. */
  readonly stopped?: string;
}

interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isFile: boolean;
}

/** A name with control or direction characters could rewrite the report it appears in. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The files of interest below a folder, nearest to the root first where a bound is met. Follows no symbolic link. */
export async function listFiles(
  root: string,
  ignores: Ignores,
  limits: Limits,
  isLate: () => boolean,
  kindOf: (path: string) => FileKind | undefined = fileKind,
): Promise<Listing> {
  const files: ListedFile[] = [];
  let folders: readonly string[] = [''];
  let seen = 0;
  const done = (stopped?: string): Listing => ({
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(stopped !== undefined && { stopped }),
  });
  for (let depth = 0; folders.length > 0; depth++) {
    if (depth > limits.depth) return done(`folders more than ${limits.depth} deep were not entered`);
    const below: string[] = [];
    for (const folder of folders) {
      const entries = await entriesOf(root, folder, limits.entries - seen);
      seen += entries.length;
      if (isLate()) return done(`after ${limits.milliseconds} ms the search for files was ended`);
      if (seen >= limits.entries) return done(`after ${limits.entries} entries the search for files was ended`);
      for (const entry of entries) {
        if (ignores(entry.path, entry.isFolder)) continue;
        if (entry.isFolder) below.push(entry.path);
        else files.push(...listed(entry, kindOf));
      }
    }
    folders = below.filter(isEntered).sort();
  }
  return done();
}

async function entriesOf(root: string, folder: string, most: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      entries.push({ path, isFolder: entry.isDirectory(), isLink: entry.isSymbolicLink(), isFile: entry.isFile() });
      if (entries.length >= most) break;
    }
  } catch {
    // A folder that may not be entered holds nothing for us.
  }
  return entries;
}

function isEntered(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !SKIPPED_FOLDERS.has(name.toLowerCase()) && (!name.startsWith('.') || READ_HIDDEN.has(name)) && !UNPRINTABLE.test(name);
}

function listed({ path, isLink, isFile }: Entry, kindOf: (path: string) => FileKind | undefined): readonly ListedFile[] {
  const kind = kindOf(path);
  if (!kind || UNPRINTABLE.test(path)) return [];
  if (isLink)
    return [{ path, kind, refusal: 'a symbolic link, which is not followed: a target inside the repository is read by itself' }];
  return isFile ? [{ path, kind }] : [{ path, kind, refusal: 'not a regular file' }];
}
