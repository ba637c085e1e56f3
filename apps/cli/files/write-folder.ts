import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import type { Artefact } from '@archwright/model';
import { EXIT, Refusal } from '../exit-codes.ts';

/** Digests of what was written last time: a file that no longer has its digest was edited. */
export const MANIFEST = '.archwright.json';

type Digests = Readonly<Record<string, string>>;

export interface Written {
  readonly written: readonly string[];
  /** Files the user had edited, with the path where the new version lies. */
  readonly kept: readonly { readonly path: string; readonly beside: string }[];
  readonly removed: readonly string[];
}

const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

const refuse = (folder: string, message: string, hint: string): never => {
  throw new Refusal(EXIT.badInput, [
    { code: 'output/not-writable', severity: 'error', message, at: { source: 'option', name: `-o ${folder}` }, hint },
  ]);
};

/** Looks before the work is done: a folder that cannot be written is found now, not after the design. */
export function checkFolder(folder: string): void {
  const target = resolve(folder);
  try {
    if (existsSync(target)) {
      if (!statSync(target).isDirectory()) refuse(folder, `${folder} is a file`, 'name a folder');
      tryToWrite(target);
    } else tryToWrite(nearestFolder(target));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refuse(folder, `${folder} cannot be written: ${(error as Error).message}`, 'choose a folder you may write to');
  }
}

/** Asking for permission is not enough: root may write anywhere but in folders that the kernel makes up. */
const tryToWrite = (folder: string): void => rmSync(mkdtempSync(join(folder, '.archwright-')), { recursive: true });

/** Step by step: `mkdir` with `recursive` never returns where a folder cannot be made below an existing one. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path);
}

function nearestFolder(path: string): string {
  const parent = dirname(path);
  if (existsSync(parent)) return statSync(parent).isDirectory() ? parent : refuse(path, `${parent} is a file`, 'name a folder');
  return nearestFolder(parent);
}

/**
 * Writes the files of an answer. A new folder appears whole by one rename; in an existing one every file is put in place by a
 * rename after all have been written, and what the user edited stays: the new version lands beside it.
 */
export function writeFolder(folder: string, artefacts: readonly Artefact[]): Written {
  const target = resolve(folder);
  for (const { path } of artefacts)
    if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`artefact path ${path} leaves the folder`);
  const staging = stagingFolder(folder, target);
  try {
    const manifest = `${JSON.stringify(Object.fromEntries(artefacts.map(({ path, content }) => [path, digest(content)])), null, 1)}\n`;
    for (const { path, content } of [...artefacts, { path: MANIFEST, content: manifest }]) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), content);
    }
    if (existsSync(target)) return merge(target, staging, artefacts);
    renameSync(staging, target);
    return { written: artefacts.map(({ path }) => path), kept: [], removed: [] };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Beside a new folder, inside an existing one: on the same file system, so that a rename is enough. */
function stagingFolder(folder: string, target: string): string {
  try {
    makeFolders(dirname(target));
    return mkdtempSync(join(existsSync(target) ? target : dirname(target), `.${basename(target)}-`));
  } catch (error) {
    return refuse(folder, `${folder} cannot be written: ${(error as Error).message}`, 'choose a folder you may write to');
  }
}

function merge(target: string, staging: string, artefacts: readonly Artefact[]): Written {
  const before = readManifest(target);
  const written: string[] = [];
  const kept: { path: string; beside: string }[] = [];
  for (const { path, content } of artefacts) {
    const place = join(target, path);
    const current = readPlain(target, path);
    if (current !== undefined && digest(current) === digest(content)) continue;
    const ours = current === undefined ? !existsSync(place) && !isLink(place) : before[path] === digest(current);
    const beside = ours ? path : besideName(path);
    mkdirSync(dirname(join(target, beside)), { recursive: true });
    renameSync(join(staging, path), join(target, beside));
    if (ours) written.push(path);
    else kept.push({ path, beside });
  }
  const current = new Set(artefacts.map(({ path }) => path));
  const removed = Object.keys(before).filter((path) => {
    const content = current.has(path) ? undefined : readPlain(target, path);
    if (content === undefined || digest(content) !== before[path]) return false;
    rmSync(join(target, path));
    return true;
  });
  renameSync(join(staging, MANIFEST), join(target, MANIFEST));
  return { written, kept, removed };
}

/** `api/openapi.yaml` → `api/openapi.new.yaml`. */
function besideName(path: string): string {
  const { dir, name, ext } = parse(path);
  return `${dir ? `${dir}/` : ''}${name}.new${ext}`;
}

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
};

/** Content of a plain file inside the folder; a link is never followed. */
function readPlain(target: string, path: string): Buffer | undefined {
  const steps = path.split('/').map((_, index, all) => join(target, ...all.slice(0, index + 1)));
  if (steps.some(isLink)) return undefined;
  try {
    return readFileSync(join(target, path));
  } catch {
    return undefined;
  }
}

function readManifest(target: string): Digests {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(target, MANIFEST), 'utf8'));
    const safe = (path: string) => !path.startsWith('/') && !path.split('/').includes('..');
    return parsed !== null && typeof parsed === 'object'
      ? Object.fromEntries(Object.entries(parsed).filter(([path, value]) => typeof value === 'string' && safe(path)))
      : {};
  } catch {
    return {};
  }
}
