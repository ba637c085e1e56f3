import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Artefact } from '@archwright/model';

const LONGEST_MS = 30_000;

export interface BufFault {
  /** Relative to the module. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** Files of one module: `buf.yaml` and what lies below its folder, with paths from there. */
export const moduleOf = (artefacts: readonly Artefact[]): ReadonlyMap<string, string> => {
  const root = artefacts.find(({ path }) => /(?:^|\/)buf\.yaml$/.test(path))?.path.replace(/buf\.yaml$/, '') ?? 'api/proto/';
  return new Map(
    artefacts
      .filter(({ path }) => path.startsWith(root) && /(?:\.proto|buf\.yaml)$/.test(path) && !path.split('/').includes('..'))
      .map(({ path, content }) => [path.slice(root.length), content]),
  );
};

/**
 * `buf lint` over a module; it also compiles it.
 *
 * @throws where buf is not installed
 */
export const bufLint = (files: ReadonlyMap<string, string>): Promise<readonly BufFault[]> =>
  inFolders([files], ([now]) => buf(['lint', '--error-format', 'json'], now!));

/**
 * `buf breaking`: what callers of `before` would trip over in `after`.
 *
 * @throws where buf is not installed
 */
export const bufBreaking = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<readonly BufFault[]> =>
  inFolders([after, before], ([now, then]) => buf(['breaking', '--against', then!, '--error-format', 'json'], now!));

async function inFolders<T>(
  modules: readonly ReadonlyMap<string, string>[],
  run: (folders: readonly string[]) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'archwright-buf-'));
  try {
    const folders = modules.map((_, index) => join(root, String(index)));
    for (const [index, files] of modules.entries())
      for (const [path, content] of files) {
        const file = join(folders[index]!, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    return await run(folders);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function buf(command: readonly string[], folder: string): Promise<readonly BufFault[]> {
  const launcher = join(dirname(createRequire(import.meta.url).resolve('@bufbuild/buf/package.json')), 'bin', 'buf');
  const env = { HOME: folder, XDG_CACHE_HOME: join(folder, '.cache') };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [launcher, ...command],
      { cwd: folder, env, timeout: LONGEST_MS, maxBuffer: 4_000_000 },
      (error, stdout, stderr) => {
        const faults = faultsIn(stdout);
        // buf answers 100 where it has objections; anything else is its own trouble.
        if (error && faults.length === 0) reject(new Error(stderr.trim() || error.message));
        else resolve(faults);
      },
    );
  });
}

const faultsIn = (output: string): readonly BufFault[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { path?: string; start_line?: number; type?: string; message?: string })
    .map(({ path = '', start_line = 1, type = '', message = '' }) => ({
      path,
      line: start_line,
      message: `${type}: ${message}`,
    }));
