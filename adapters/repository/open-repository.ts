import type { RepositoryText } from '@archwright/model';
import { fileKind } from './files/file-kind.ts';
import { listFiles } from './files/list-files.ts';
import { openFiles, type SafeFile } from './files/open-files.ts';
import { LIMITS, type Limits } from './limits.ts';
import { cleanMarkdown, recordStatus } from './prose/clean-markdown.ts';
import { folderOf, ignoresOf } from './read-repository.ts';
import type { FileKind } from './repository-context.ts';

const README = /^(?:[^/]{1,80}\/){0,2}readme(?:\.md)?$/i;
const kindOf = (path: string): FileKind | undefined => fileKind(path) ?? (README.test(path) ? 'readme' : undefined);

/** Kinds whose prose is the word of the repository's authors. */
const QUOTABLE: ReadonlySet<FileKind> = new Set(['rules', 'decision-record', 'document', 'readme']);

/** Lines that speak to whoever reads for somebody else, or of them: to be looked at, and no statement about a backend. */
const ADDRESSED =
  /\b(?:ai|a\.i\.|assistants?|agents?|chat ?bots?|llms?|(?:language )?models?|gpt[\w.-]*|claude|copilot|gemini|cursor|codex|prompts?|instructions?|ignore|disregard|pretend|act as|you (?:are|must|should|shall|will|can|may|need)|tool calls?|[a-z]+_requirements|submit)\b/i;

/**
 * The texts of a repository for somebody who reads on their own: the files that `readRepository` looks at, and read-me files,
 * bounded in the same way and with secrets masked. What addresses a language model, is hidden, is code or tells of alternatives
 * can be looked at and not be quoted.
 *
 * @returns undefined where there is no such folder
 */
export async function openRepository(folder: string, limits: Limits = LIMITS): Promise<RepositoryText | undefined> {
  const root = await folderOf(folder);
  if (root === undefined) return undefined;
  const end = performance.now() + limits.milliseconds;
  const isLate = (): boolean => performance.now() > end;
  const { files: listed } = await listFiles(root, await ignoresOf(root), limits, isLate, kindOf);
  const { files } = await openFiles(root, listed, limits, isLate);
  const readable = new Map(files.filter(({ read }) => read).map((file) => [file.path, file]));
  return {
    files: [...readable.values()].map(({ path, kind, text }) => ({ path, kind, lines: text.split('\n').length })),
    text: (path) => readable.get(path)?.text,
    quotable: (path) => quotable(readable.get(path)),
  };
}

function quotable(file: SafeFile | undefined): string | undefined {
  if (!file || !QUOTABLE.has(file.kind)) return undefined;
  const isRecord = file.kind === 'decision-record';
  if (isRecord && recordStatus(file.text).status === 'not in force') return undefined;
  const { text } = cleanMarkdown(file.text, isRecord);
  return text
    .split('\n')
    .map((line) => (ADDRESSED.test(line) ? '' : line))
    .join('\n');
}
