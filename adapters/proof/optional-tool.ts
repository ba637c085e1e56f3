/// <reference types="node" />
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that takes longer than this on one file is stopped: it is no proof. */
const LONGEST_MS = 120_000;
const LONGEST_OUTPUT = 4_000_000;

/**
 * A package that is loaded only where it is installed.
 *
 * @param load - a function with a literal `import()`, so that bundlers see the name
 * @returns the module, or the reason and how to get it
 */
export async function optionalPackage<T>(
  names: string,
  load: () => Promise<T>,
): Promise<{ readonly module: T } | { readonly reason: string }> {
  try {
    return { module: await load() };
  } catch (error) {
    const missing = ((error as NodeJS.ErrnoException).code ?? '').endsWith('MODULE_NOT_FOUND');
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { reason: missing ? `not installed here: npm install --no-save ${names}` : `${names} could not be loaded: ${detail}` };
  }
}

/** Where a program is in PATH, without running it; undefined where it is not. */
export function programPath(name: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** A tool that did not come to an end has not judged anything. */
export class ToolStopped extends Error {}

export interface ProgramRun {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a program without a shell, with its input on standard input.
 *
 * @param env - instead of this process's environment
 * @throws where it cannot be started, takes more than two minutes or is ended by a signal: `ToolStopped`, which says nothing about the file
 */
export const runProgram = (
  path: string,
  args: readonly string[],
  {
    input = '',
    cwd,
    env,
  }: { readonly input?: string; readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ProgramRun> =>
  new Promise((resolve, reject) => {
    const options = { cwd, ...(env && { env }), timeout: LONGEST_MS, maxBuffer: LONGEST_OUTPUT, encoding: 'utf8' as const };
    const child = execFile(path, args, options, (error, output, errors) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === 'number') resolve({ status, output, errors });
      else reject(new ToolStopped(`it did not come to an end: ${error?.message.split('\n')[0] ?? path}`));
    });
    // A program that ends before it has read everything is judged by its status.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
