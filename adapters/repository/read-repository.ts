import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic, Outcome, Place } from '@archwright/kernel';
import type { Technology } from '@archwright/model';
import { type Ignores, ignoreRules } from './files/ignore-rules.ts';
import { listFiles } from './files/list-files.ts';
import { openFiles, type SafeFile } from './files/open-files.ts';
import { readText } from './files/read-text.ts';
import { LIMITS, type Limits, LONGEST_QUOTE } from './limits.ts';
import { type ProseFileReading, readProseFile } from './prose/read-prose-file.ts';
import type { FileKind, RepositoryContext, RepositoryFile } from './repository-context.ts';
import { type PlacedSighting, type PlacedStatement, requirementsOf } from './requirements-of.ts';
import { lockedVersions } from './stack/npm.ts';
import { STACK_READERS } from './stack/readers.ts';
import type { Sighting } from './technology/sighting.ts';
import { type TechnologyIndex, technologyIndex } from './technology/technology-index.ts';

/** Of one file; a file that shows more is no work of a person. */
const MOST_SIGHTINGS = 300;
const PROSE_KINDS: ReadonlySet<FileKind> = new Set(['rules', 'decision-record', 'document']);

/**
 * Reads what a repository says about its backend: rules, decision records, documents and the technology in use. Everything in
 * it is data: nothing is executed, no link is followed, secrets are masked before any reader sees the text.
 *
 * @param technologies - the catalogue's; names, identifiers and aliases are looked up there
 * @diagnostics `repository/no-such-folder` (error, with an empty context); `repository/not-read`, `repository/stopped-early`,
 *   `repository/broken-file`, `repository/instruction-in-text` and those of `requirementsOf` as warnings;
 *   `repository/narrower-rule`, `repository/decision-not-in-force` and `repository/secrets-masked` as information
 */
export async function readRepository(
  folder: string,
  technologies: readonly Technology[],
  limits: Limits = LIMITS,
): Promise<Outcome<RepositoryContext>> {
  const root = await folderOf(folder);
  if (root === undefined) {
    const diagnostic: Diagnostic = {
      code: 'repository/no-such-folder',
      severity: 'error',
      message: `there is no folder ${printable(folder)} that can be read`,
      hint: 'check the path',
    };
    return { value: { folder, requirements: [], files: [], secretsMasked: 0 }, diagnostics: [diagnostic] };
  }
  const end = performance.now() + limits.milliseconds;
  const isLate = (): boolean => performance.now() > end;
  const { files: listed, stopped } = await listFiles(root, await ignoresOf(root), limits, isLate);
  const { files, secretsMasked } = await openFiles(root, listed, limits, isLate);
  const readable = files.filter(({ read }) => read);
  const index = technologyIndex(technologies);
  const stack = readStack(readable, index, isLate);
  const prose = readProseFiles(readable, technologies, limits, isLate);
  const { requirements, diagnostics } = requirementsOf(stack.sightings, prose.statements, index);
  const notes = [
    ...(stopped === undefined ? [] : [warn('stopped-early', stopped)]),
    ...files
      .filter(({ read }) => !read)
      .map(({ path, reason }) => warn('not-read', `${path} was not read: ${reason}`, { source: 'file', name: path })),
    ...stack.diagnostics,
    ...prose.diagnostics,
    ...diagnostics,
    ...(secretsMasked === 0
      ? []
      : [
          {
            code: 'repository/secrets-masked',
            severity: 'info' as const,
            message: `${secretsMasked} values that look like secrets were masked; none is kept`,
          },
        ]),
  ];
  return {
    value: {
      folder: root,
      requirements,
      files: files.map((file) => withoutText(file, prose.unused.get(file.path))),
      secretsMasked,
    },
    diagnostics: notes,
  };
}

const warn = (code: string, message: string, at?: Place): Diagnostic => ({
  code: `repository/${code}`,
  severity: 'warning',
  message,
  ...(at && { at }),
});
const withoutText = ({ path, kind, read, reason }: SafeFile, unused?: string): RepositoryFile => {
  const why = reason ?? unused;
  return { path, kind, read, ...(why !== undefined && { reason: why }) };
};
/** Control and direction characters could rewrite the report. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

export async function folderOf(folder: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    return (await stat(root)).isDirectory() ? root : undefined;
  } catch {
    return undefined;
  }
}

export async function ignoresOf(root: string): Promise<Ignores> {
  const read = await readText(join(root, '.gitignore'), 64 * 1024);
  return ignoreRules('text' in read ? read.text : '');
}

/** The line as a reader may see it. */
function placeAt({ path, text }: SafeFile, line: number): Place {
  const whole = printable(text.split('\n', line)[line - 1] ?? '').trim();
  return { source: 'file', name: path, line, quote: whole.length > LONGEST_QUOTE ? `${whole.slice(0, LONGEST_QUOTE)}…` : whole };
}

function readStack(
  files: readonly SafeFile[],
  index: TechnologyIndex,
  isLate: () => boolean,
): { readonly sightings: readonly PlacedSighting[]; readonly diagnostics: readonly Diagnostic[] } {
  const sightings: PlacedSighting[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const reader = STACK_READERS.get(file.kind);
    if (!reader) continue;
    if (isLate()) {
      diagnostics.push(
        warn('not-read', `${file.path} was opened and not read: the time for the repository was over`, {
          source: 'file',
          name: file.path,
        }),
      );
      continue;
    }
    const found = reader(file, index);
    if (found.problem)
      diagnostics.push(warn('broken-file', `${file.path} ${found.problem.message}`, placeAt(file, found.problem.line ?? 1)));
    const locked = lockBeside(file, files);
    for (const sighting of firstOfEach(found.sightings)) {
      const at = placeAt(file, sighting.line);
      const version = sighting.version ?? locked.get(/"([^"]{1,200})"/.exec(at.quote ?? '')?.[1] ?? '');
      sightings.push({ ...sighting, kind: file.kind, at, ...(version !== undefined && { version }) });
    }
  }
  return { sightings, diagnostics };
}

/** A technology once a file; a cloud as often as it is named, since the one named most is the main one. */
function firstOfEach(sightings: readonly Sighting[]): readonly Sighting[] {
  const seen = new Set<string>();
  const isNew = ({ key, subject, isClient }: Sighting): boolean => {
    const what = `${key} ${subject} ${isClient ?? false}`;
    return !seen.has(what) && Boolean(seen.add(what));
  };
  return sightings.filter((sighting) => sighting.key === 'provider' || isNew(sighting)).slice(0, MOST_SIGHTINGS);
}

/** Versions installed by the lockfile in the folder of a `package.json`. */
function lockBeside({ path, kind }: SafeFile, files: readonly SafeFile[]): ReadonlyMap<string, string> {
  const lock =
    kind === 'npm-manifest'
      ? files.find((file) => file.kind === 'npm-lockfile' && file.path === path.replace(/package\.json$/, 'package-lock.json'))
      : undefined;
  return lock ? lockedVersions(lock.text) : new Map();
}

const notReached = (path: string, bound: string): ProseFileReading => ({
  statements: [],
  diagnostics: [warn('not-read', `${path} was opened and not read: ${bound}`, { source: 'file', name: path })],
  unused: bound,
});

function readProseFiles(
  files: readonly SafeFile[],
  technologies: readonly Technology[],
  limits: Limits,
  isLate: () => boolean,
): {
  readonly statements: readonly PlacedStatement[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unused: ReadonlyMap<string, string>;
} {
  const statements: PlacedStatement[] = [];
  const diagnostics: Diagnostic[] = [];
  const unused = new Map<string, string>();
  let left = limits.proseCharacters;
  const prose = files
    .filter(({ kind }) => PROSE_KINDS.has(kind))
    .sort((a, b) => [...PROSE_KINDS].indexOf(a.kind) - [...PROSE_KINDS].indexOf(b.kind));
  for (const file of prose) {
    left -= file.text.length;
    const bound =
      left < 0
        ? `more than ${limits.proseCharacters} characters of prose in all`
        : isLate()
          ? `more than ${limits.milliseconds} ms`
          : undefined;
    const reading =
      bound === undefined ? readProseFile(file, technologies, (line) => placeAt(file, line)) : notReached(file.path, bound);
    statements.push(...reading.statements);
    diagnostics.push(...reading.diagnostics);
    if (reading.unused !== undefined) unused.set(file.path, reading.unused);
  }
  return { statements, diagnostics, unused };
}
