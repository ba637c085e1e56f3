import type { Artefact, Proof } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import { programPath, runProgram, type ProgramRun } from '../optional-tool.ts';
import { messageOf, notRun, type Prover, type Tool } from '../proof.ts';

const PARSED = 'bash parses it (bash -n)';
const LINTED = 'the linter finds nothing';

/** Shell scripts: parsed by bash, then linted; neither runs them. */
export const proveShell: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => path.endsWith('.sh'));
  if (files.length === 0) return [];
  return [...(await parsed(files)), ...(await linted(files))];
};

async function parsed(files: readonly Artefact[]): Promise<readonly Proof[]> {
  const bash = programPath('bash');
  if (bash === undefined) return notRun({ tool: 'bash', version: 'none' }, PARSED, files, 'bash is not installed here');
  const by = await versioned('bash', bash, /version (\d+\.\d+\.\d+)/);
  return Promise.all(
    files.map((file) =>
      judge(
        by,
        PARSED,
        file,
        async () => faultsOf(await runProgram(bash, ['-n', '-s'], { input: file.content }), /line (\d+): (.*)/g),
        'parsed',
      ),
    ),
  );
}

async function linted(files: readonly Artefact[]): Promise<readonly Proof[]> {
  const linter = programPath('shellcheck');
  if (linter === undefined)
    return notRun({ tool: 'shellcheck', version: 'none' }, LINTED, files, 'not installed here: apt-get install shellcheck');
  try {
    const by = await versioned('shellcheck', linter, /version: (\d+\.\d+\.\d+)/);
    // Style and hints are opinions; warnings and errors are faults.
    return await Promise.all(
      files.map((file) =>
        judge(
          by,
          LINTED,
          file,
          async () =>
            faultsOf(
              await runProgram(linter, ['--norc', '--shell=bash', '--severity=warning', '--format=gcc', '-'], {
                input: file.content,
              }),
              /^-:(\d+):\d+: (.*)$/gm,
            ),
          'no finding',
        ),
      ),
    );
  } catch (error) {
    return notRun({ tool: 'shellcheck', version: 'unknown' }, LINTED, files, `it did not run: ${messageOf(error)}`);
  }
}

async function versioned(tool: string, path: string, pattern: RegExp): Promise<Tool> {
  const { output } = await runProgram(path, ['--version']);
  return { tool, version: pattern.exec(output)?.[1] ?? 'unknown' };
}

function faultsOf({ status, output, errors }: ProgramRun, pattern: RegExp): readonly Finding[] {
  if (status === 0) return [];
  const found = [...`${output}\n${errors}`.matchAll(pattern)].map(([, line, message]) => ({
    message: message!,
    line: Number(line),
  }));
  return found.length > 0 ? found : [{ message: (errors || output).trim() || `it ended with ${status}` }];
}
