/// <reference types="node" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Artefact, Proof } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import { programPath, runProgram } from '../optional-tool.ts';
import { messageOf, notRun, type Prover, type Tool } from '../proof.ts';

const CHECKED = 'Prometheus loads the rules (promtool check rules)';
const TESTED = 'every alert fires above its threshold and is silent below (promtool test rules)';

/** Rule files and their unit tests, given to Prometheus' own tool where it is installed. */
export const provePromtool: Prover = async (artefacts) => {
  const rules = artefacts.filter(({ path }) => /(?:^|\/)operate\/alerts\.yaml$/.test(path));
  const tests = artefacts.filter(({ path }) => /(?:^|\/)operate\/alerts\.test\.yaml$/.test(path));
  if (rules.length === 0) return [];
  const promtool = programPath('promtool');
  const missing = { tool: 'promtool', version: 'none' };
  if (promtool === undefined) return [...notRun(missing, CHECKED, rules, HINT), ...notRun(missing, TESTED, tests, HINT)];
  const folder = mkdtempSync(join(tmpdir(), 'archwright-'));
  try {
    const { output, errors } = await runProgram(promtool, ['--version']);
    const by = { tool: 'promtool', version: /version (\d+\.\d+\.\d+)/.exec(output + errors)?.[1] ?? 'unknown' };
    for (const { path, content } of [...rules, ...tests]) writeFileSync(join(folder, basename(path)), content);
    return [
      ...(await each(by, CHECKED, rules, promtool, ['check', 'rules'], folder, loadFaults)),
      ...(await each(by, TESTED, tests, promtool, ['test', 'rules'], folder, testFaults)),
    ];
  } catch (error) {
    return notRun(missing, CHECKED, [...rules, ...tests], `it did not run: ${messageOf(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const HINT = 'not installed here: apt-get install prometheus (scripts/setup-tools.sh does it on Debian)';

const each = (
  by: Tool,
  claim: string,
  files: readonly Artefact[],
  promtool: string,
  command: readonly string[],
  cwd: string,
  faults: (log: string, file: Artefact) => readonly Finding[],
): Promise<readonly Proof[]> =>
  Promise.all(
    files.map((file) => {
      const run = async (): Promise<readonly Finding[]> => {
        const { status, output, errors } = await runProgram(promtool, [...command, basename(file.path)], { cwd });
        const log = `${output}\n${errors}`.trim();
        if (status === 0) return [];
        const found = faults(log, file);
        return found.length > 0 ? found : [{ message: log }];
      };
      return judge(by, claim, file, run, 'SUCCESS');
    }),
  );

const loadFaults = (log: string): readonly Finding[] =>
  [...log.matchAll(/^.*?(?:yaml: line |: )(\d+)(?::\d+)?: (.*)$/gm)].map(([, line, message]) => ({
    message: message!,
    line: Number(line),
  }));

/** A failed test says its name or its alert; the line is where the file says it. */
const testFaults = (log: string, { content }: Artefact): readonly Finding[] =>
  [...log.matchAll(/^\s*(?:name: (.*)|alertname: ([^,\n]*), time.*)/gm)].flatMap(([text, name, alert]) => {
    const lines = content.split('\n');
    const at = lines.findIndex((line) =>
      name === undefined ? line.includes(`alertname: ${alert}`) : line.includes(`name: ${name.replace(/,$/, '')}`),
    );
    return at < 0 ? [] : [{ message: text.trim(), line: at + 1 }];
  });
