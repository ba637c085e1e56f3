import { join } from 'node:path';
import type { Limits } from '../limits.ts';
import type { FileKind, RepositoryFile } from '../repository-context.ts';
import { maskEnvironment, maskSecrets } from '../secret/mask-secrets.ts';
import type { ListedFile } from './list-files.ts';
import { readText } from './read-text.ts';

/** A file as every reader sees it: no secret is in it any more. */
export interface SafeFile extends RepositoryFile {
  readonly text: string;
}

const YAML_KINDS: ReadonlySet<FileKind> = new Set(['compose', 'manifest']);

/** Opens the files, nearest to the root first, while the bounds allow it; secrets are masked on the way in. In path order. */
export async function openFiles(
  root: string,
  listed: readonly ListedFile[],
  limits: Limits,
  isLate: () => boolean,
): Promise<{ readonly files: readonly SafeFile[]; readonly secretsMasked: number }> {
  const files: SafeFile[] = [];
  let [bytes, opened, secretsMasked] = [0, 0, 0];
  for (const { path, kind, refusal } of nearestFirst(listed)) {
    const bound = refusal ?? boundMet(opened, bytes, limits, isLate);
    const read =
      bound === undefined
        ? await readText(join(root, path), YAML_KINDS.has(kind) ? limits.yamlBytes : limits.fileBytes)
        : { refusal: bound };
    if ('refusal' in read) {
      files.push({ path, kind, read: false, reason: read.refusal, text: '' });
      continue;
    }
    const { text, count } = kind === 'environment' ? maskEnvironment(read.text) : maskSecrets(read.text);
    [bytes, opened, secretsMasked] = [bytes + read.bytes, opened + 1, secretsMasked + count];
    files.push({ path, kind, read: true, text });
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), secretsMasked };
}

const depth = (path: string): number => path.split('/').length;
const nearestFirst = (files: readonly ListedFile[]): readonly ListedFile[] =>
  [...files].sort((a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1));

function boundMet(opened: number, bytes: number, limits: Limits, isLate: () => boolean): string | undefined {
  if (opened >= limits.files) return `more than ${limits.files} files`;
  if (bytes >= limits.totalBytes) return `more than ${limits.totalBytes} bytes in all`;
  return isLate() ? `more than ${limits.milliseconds} ms` : undefined;
}
