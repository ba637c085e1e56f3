import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import type { Diagnostic } from '@archwright/kernel';
import type { Artefact, Proof } from '@archwright/model';
import { MANIFEST } from '../files/write-folder.ts';

const LARGEST_FILE = 8 * 1024 * 1024;
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.sql': 'application/sql',
  '.mmd': 'text/vnd.mermaid',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};

/** The files of a folder as they are now, held against what was written there. */
export interface FolderFiles {
  readonly artefacts: readonly Artefact[];
  /** Files whose content is no longer what was written. */
  readonly edited: readonly string[];
  /** Files that no tool gets: gone, not of the design, or not readable as text. */
  readonly apart: readonly Proof[];
  readonly diagnostics: readonly Diagnostic[];
}

const apart = (artefact: string, claim: string, outcome: Proof['outcome'], log: string): Proof => ({
  artefact,
  claim,
  tool: 'manifest',
  version: '1',
  outcome,
  log,
});

/**
 * Reads the folder of a design. A file the design came with and that is gone is a rejected proof; a file nobody of us wrote is
 * not run; a link is not followed.
 *
 * @diagnostics `folder/no-manifest` where nothing tells which files belong to the design
 */
export function readArtefacts(folder: string): FolderFiles {
  const manifest = readManifest(folder);
  const there = listFiles(folder, (path) => manifest?.has(path) === true);
  const here = new Set(there);
  const ours = (path: string): boolean => manifest === undefined || manifest.has(path);
  const artefacts: Artefact[] = [];
  const edited: string[] = [];
  const others: Proof[] = [];
  for (const path of there) {
    if (!ours(path)) {
      others.push(
        apart(
          path,
          'it belongs to the design',
          'not-run',
          'this file was not written by the design: nothing is claimed about it',
        ),
      );
      continue;
    }
    const content = readPlain(join(folder, path));
    if (typeof content === 'string') {
      others.push(apart(path, 'it can be read', 'not-run', content));
      continue;
    }
    const digest = createHash('sha256').update(content).digest('hex');
    if (manifest !== undefined && manifest.get(path) !== digest) edited.push(path);
    artefacts.push({
      path,
      title: path,
      mediaType: MEDIA_TYPES[extname(path)] ?? 'text/plain',
      content: content.toString('utf8'),
    });
  }
  for (const path of manifest?.keys() ?? [])
    if (!here.has(path))
      others.push(
        apart(
          path,
          'the file of the design is there',
          'rejected',
          'the file is gone: run `archwright design` with the same -o to write it again',
        ),
      );
  return { artefacts, edited, apart: others, diagnostics: manifest === undefined ? [NO_MANIFEST(folder)] : [] };
}

const NO_MANIFEST = (folder: string): Diagnostic => ({
  code: 'folder/no-manifest',
  severity: 'warning',
  message: `${join(folder, MANIFEST)} is missing or not readable: every file is taken as one of the design, and one that is gone cannot be noticed`,
  hint: 'run `archwright design` with the same -o to write it again',
});

/** Hidden files are somebody else's, unless the design wrote them: a pipeline of GitLab is one. */
function listFiles(folder: string, isOurs: (path: string) => boolean): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((path) => !basename(path).startsWith('.') || isOurs(path))
    .sort();
}

/** The bytes of a plain text file, or why they are not read. */
function readPlain(path: string): Buffer | string {
  try {
    const { size, isLink, isFile } = ((state) => ({ size: state.size, isLink: state.isSymbolicLink(), isFile: state.isFile() }))(
      lstatSync(path),
    );
    if (isLink) return 'it is a link, which is not followed';
    if (!isFile) return 'it is no file';
    if (size > LARGEST_FILE) return `it is larger than ${LARGEST_FILE / 1024 / 1024} MB`;
    const content = readFileSync(path);
    return content.includes(0) ? 'it is binary' : content;
  } catch (error) {
    return (error as Error).message;
  }
}

function readManifest(folder: string): ReadonlyMap<string, string> | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    return new Map(
      Object.entries(parsed).flatMap(([path, digest]) => (typeof digest === 'string' ? [[path, digest] as const] : [])),
    );
  } catch {
    return undefined;
  }
}
