/// <reference types="node" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Artefact, Proof } from '@archwright/model';
import { judged, type Finding } from '../findings.ts';
import { programPath, runProgram } from '../optional-tool.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM =
  'systemd itself reads every section, key, time and schedule, and each settings file is made by the scripts beside it (systemd-analyze verify; nothing was started, and the programs are not looked for)';
const HINT = 'not installed here: apt-get install systemd (scripts/setup-tools.sh does it on Debian)';

/** Units of machines, all of a folder at once, since they name each other. */
export const proveSystemd: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => /\/systemd\/[^/]{1,200}\.(?:service|timer|socket)$/.test(path));
  if (files.length === 0) return [];
  const analyze = programPath('systemd-analyze');
  const missing = { tool: 'systemd-analyze', version: 'none' };
  if (analyze === undefined) return notRun(missing, CLAIM, files, HINT);
  const folder = mkdtempSync(join(tmpdir(), 'archwright-'));
  try {
    const { output } = await runProgram(analyze, ['--version']);
    const by = { tool: 'systemd-analyze', version: /^systemd (\d+)[^(]*\((\d+\.\d+)/.exec(output)?.[2] ?? 'unknown' };
    for (const { path, content } of files) writeFileSync(join(folder, basename(path)), content);
    const names = files.map(({ path }) => basename(path));
    const { errors } = await runProgram(analyze, ['verify', '--man=no', '--recursive-errors=no', ...names], { cwd: folder });
    return files.map((file) => proofOf(by, file, errors, artefacts));
  } catch (error) {
    return notRun(missing, CLAIM, files, `it did not run: ${messageOf(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const proofOf = (
  by: { readonly tool: string; readonly version: string },
  file: Artefact,
  errors: string,
  artefacts: readonly Artefact[],
): Proof => judged(by, CLAIM, file, [...verified(file, errors), ...settingsMade(file, artefacts)], 'no finding');

/** What it says of this unit; programs are on the machine, not here. Other units of this computer are not ours. */
function verified({ path, content }: Artefact, errors: string): readonly Finding[] {
  const name = basename(path);
  const lines = content.split('\n');
  return errors.split('\n').flatMap((text): readonly Finding[] => {
    if (/ is not executable: /.test(text) || !text.includes(name)) return [];
    const [, line, message] = new RegExp(`/${escaped(name)}:(\\d+): (.*)$`).exec(text) ?? [];
    if (line !== undefined) return [{ message: message!, line: Number(line) }];
    const named = /\b([\w@-]+\.(?:service|timer|socket|target|mount))\b(?!.*\1)/.exec(text.replace(name, ''))?.[1];
    const at = named === undefined ? -1 : lines.findIndex((one) => one.includes(named));
    return [{ message: text, ...(at >= 0 && { line: at + 1 }) }];
  });
}

/** A unit whose settings file nobody makes never starts. A leading `-` says that the file may be missing. */
function settingsMade({ path, content }: Artefact, artefacts: readonly Artefact[]): readonly Finding[] {
  const folder = path.replace(/systemd\/[^/]*$/, '');
  const scripts = artefacts.filter((one) => one.path.startsWith(folder) && one.path.endsWith('.sh'));
  if (scripts.length === 0) return [];
  return content.split('\n').flatMap((text, index) => {
    const wanted = /^EnvironmentFile=(\/\S+)$/.exec(text)?.[1];
    return wanted === undefined || scripts.some((script) => makes(script.content, wanted))
      ? []
      : [{ message: `${wanted} is made by no script in ${folder}`, line: index + 1 }];
  });
}

/** By its full path, or as the image of a unit, whose name the switch is given. */
const makes = (script: string, wanted: string): boolean =>
  script.includes(`>${wanted}`) ||
  (wanted.endsWith('.image.env') && script.includes(`${wanted.replace(/[^/]*$/, '')}$unit.image`));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
