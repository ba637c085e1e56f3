import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { catalogue } from '@archwright/catalogue';
import { integrityOf, openEvidence, type Verifier, verifySubjects } from '@archwright/evidence';
import type { VersionFinding } from '@archwright/model';
import { readInUse, technologyIndex } from '@archwright/repository';
import { evidenceOptions, today } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { readModel } from '../input/read-model.ts';
import { report } from '../output/diagnostics.ts';
import { progress } from '../output/progress.ts';
import { print, say, yellow } from '../output/terminal.ts';
import { type Asked, designLookUps, inUseLookUps } from '../verify/look-ups.ts';
import { byUrgency, type Row, rowOf } from '../verify/rows.ts';
import { cycloneDx } from '../verify/sbom.ts';
import { verifyTable } from '../verify/table.ts';

export interface VerifyOptions {
  readonly json?: boolean;
  readonly sbom?: string;
  readonly offline?: boolean;
  readonly all?: boolean;
  readonly require?: string;
  readonly date?: string;
}

/** Time for the look-ups of a whole manifest, ms. */
const VERIFY_TIME_MS = 180_000;
/** What a locked package of a package is asked: nobody chose its version, so its advisories are what matters. */
const FOR_TRANSITIVE = new Set(['osv', 'npm-advisories', 'advisory-database', 'lifecycle']);

/** `archwright verify`: every technology and version of a design or a manifest, with its evidence and what to do. */
export async function verifyCommand(target: string | undefined, options: VerifyOptions): Promise<ExitCode> {
  const date = options.date ?? today();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new Refusal(EXIT.usage, [
      { code: 'option/date', severity: 'error', message: `${date} is not a date`, hint: 'write it as 2026-11-24' },
    ]);
  const { asked, subject, broken } = await whatToVerify(target, options.json === true);
  const bar = progress(options.json === true);
  bar.stage(`looking up ${asked.length} technologies and packages`);
  const opened = evidenceOptions({ offline: options.offline === true, date, timeMs: VERIFY_TIME_MS });
  const evidence = await openEvidence(opened);
  const own = asked.filter(({ scope }) => scope !== 'transitive');
  const rest = asked.filter(({ scope }) => scope === 'transitive');
  const look = (some: readonly Asked[], verifiers: readonly Verifier[]): Promise<readonly VersionFinding[]> =>
    verifySubjects(
      some.map(({ lookUp }) => lookUp),
      verifiers,
      evidence.session,
    );
  const findings = await Promise.all([
    look(own, evidence.verifiers),
    look(
      rest,
      evidence.verifiers.filter(({ id }) => FOR_TRANSITIVE.has(id)),
    ),
  ]);
  const notes = await evidence.close(findings.flat());
  bar.done();
  for (const note of notes) say(yellow(note));
  const rows = [...own, ...rest]
    .map((one, index) => ({ asked: one, row: rowOf(one, findings.flat()[index]!, opened.now) }))
    .toSorted((a, b) => byUrgency(a.row, b.row));
  if (options.sbom !== undefined)
    await writeSbom(options.sbom, { subject, rows, now: opened.now, toolVersion: opened.clientVersion });
  if (options.sbom !== '-') await show(rows, options, subject, broken);
  const unverified = rows.filter(
    ({ asked: { scope, lookUp }, row }) => scope !== 'transitive' && lookUp.judged.versioned && row.status !== 'verified',
  );
  const isBad =
    broken.length > 0 ||
    rows.some(({ row }) => row.urgency === 'act') ||
    (options.require === 'verified' && unverified.length > 0);
  return isBad ? EXIT.gateFailed : EXIT.answered;
}

interface WhatToVerify {
  readonly asked: readonly Asked[];
  readonly subject: string;
  /** Observations of a design's evidence file that were changed or taken out. */
  readonly broken: readonly string[];
}

/** A design's folder, a manifest, or a folder with manifests; without a name the design, then this folder. */
async function whatToVerify(target: string | undefined, quiet: boolean): Promise<WhatToVerify> {
  const place = target ?? (existsSync('architecture/model.json') ? 'architecture' : '.');
  const isDesign = basename(place) === 'model.json' || existsSync(join(place, 'model.json'));
  if (isDesign) return designToVerify(basename(place) === 'model.json' ? join(place, '..') : place);
  const { value, diagnostics } = await readInUse(place, catalogue.technologies);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(EXIT.badInput, errors);
  if (!quiet) report(diagnostics);
  const asked = await inUseLookUps(value, catalogue.technologies, technologyIndex(catalogue.technologies));
  const name = basename(resolve(statSync(place).isDirectory() ? place : join(place, '..')));
  return { asked, subject: name === '' ? 'root' : name, broken: [] };
}

function designToVerify(folder: string): WhatToVerify {
  const { design } = readModel(folder);
  const named = evidenceOf(folder);
  return {
    asked: designLookUps(design, named, catalogue.technologies),
    subject: design.title,
    broken: named.flatMap((finding) => integrityOf(finding).map((problem) => `${finding.name}: ${problem}`)),
  };
}

/** What the design said about its versions; none where the file is gone. */
function evidenceOf(folder: string): readonly VersionFinding[] {
  const file = join(folder, 'evidence.json');
  if (!existsSync(file)) return [];
  try {
    const { versions } = JSON.parse(readFileSync(file, 'utf8')) as { versions?: unknown };
    if (Array.isArray(versions)) return versions as readonly VersionFinding[];
    throw new Error('it holds no versions');
  } catch (error) {
    throw new Refusal(EXIT.badInput, [
      {
        code: 'evidence/not-read',
        severity: 'error',
        message: `${file} cannot be read: ${(error as Error).message}`,
        hint: 'design again, or remove the file',
      },
    ]);
  }
}

interface Entry {
  readonly asked: Asked;
  readonly row: Row;
}

async function show(rows: readonly Entry[], options: VerifyOptions, subject: string, broken: readonly string[]): Promise<void> {
  if (options.json) {
    await print(JSON.stringify({ subject, broken, rows: rows.map(({ row }) => row) }, null, 1));
    return;
  }
  // Hundreds of locked packages about which there is nothing to say are counted, not listed.
  const shown = rows.filter(({ asked, row }) => options.all === true || asked.scope !== 'transitive' || row.urgency === 'act');
  const of = (urgency: Row['urgency']): number => rows.filter(({ row }) => row.urgency === urgency).length;
  await print(
    [
      verifyTable(shown.map(({ row }) => row)),
      ...broken.map((one) => `evidence changed: ${one}`),
      `${rows.length} looked up: ${of('act')} to act on, ${of('look')} to look at, ${of('fine')} fine${shown.length < rows.length ? `; ${rows.length - shown.length} locked packages not listed (--all)` : ''}`,
    ].join('\n'),
  );
}

async function writeSbom(path: string, input: Parameters<typeof cycloneDx>[0]): Promise<void> {
  const text = `${JSON.stringify(cycloneDx(input), null, 1)}\n`;
  if (path === '-') {
    await print(text);
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Refusal(EXIT.badInput, [
      {
        code: 'output/not-writable',
        severity: 'error',
        message: `${path} cannot be written: ${(error as Error).message}`,
        hint: 'name another file',
      },
    ]);
  }
}
