/// <reference types="node" />
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerDocumentSchema } from './output/answer-document.ts';

const BIN = join(import.meta.dirname, 'bin/archwright.js');
const NOTIFY = 'Design a notification service for our e-commerce platform. We have 100K users, expect 1M notifications/day.';
const LOGS = 'I need a database for a high-write logging system.';
const place = mkdtempSync(join(tmpdir(), 'archwright-cli-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param flags - of Node, before the command */
function run(args: readonly string[], input?: string, flags: readonly string[] = []): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...flags, BIN, ...args],
      { cwd: place, maxBuffer: 1 << 28, env: { ...process.env, XDG_CACHE_HOME: join(place, 'cache'), CI: '1' } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end(input ?? '');
  });
}

describe('design into a folder', () => {
  const folder = join(place, 'architecture');
  let first: Ended;
  beforeAll(async () => {
    first = await run(['design', NOTIFY, '--yes', '--offline', '--date', '2026-11-24', '-o', folder]);
  }, 120_000);

  test('answers, gated, with every file of the answer', () => {
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toContain('gate passed');
    for (const file of [
      'README.md',
      'archwright.yaml',
      'model.json',
      'api/openapi.yaml',
      'database/schema.sql',
      'database/access-patterns.md',
      'diagrams/containers.mmd',
      'diagrams/containers.svg',
      'operate/cost.csv',
      'evidence.json',
      'proofs.json',
      'index.html',
    ])
      expect(existsSync(join(folder, file)), file).toBe(true);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const found of [
      'POST /api/v1/notifications',
      '11.6/s',
      'E-mail provider',
      'Push provider',
      'SMS provider',
      '`preferences`',
      '`delivery_events`',
      '10 ×',
      '100 ×',
    ])
      expect(readme).toContain(found);
  });

  test('every proof that ran was accepted', () => {
    const proofs = JSON.parse(readFileSync(join(folder, 'proofs.json'), 'utf8')) as unknown;
    const outcomes = JSON.stringify(proofs).match(/"outcome":\s*"[a-z-]+"/g) ?? [];
    expect(outcomes.length).toBeGreaterThan(20);
    expect(outcomes.filter((one) => one.includes('rejected'))).toEqual([]);
  });

  test('why opens the monthly cost down to prices and stated facts', async () => {
    const why = await run(['why', 'cost.infrastructure', '--in', folder]);
    expect(why.code).toBe(0);
    expect(why.stdout).toContain('source: ');
    expect(why.stdout).toMatch(/stated: “1M notifications\/day”/);
    expect((await run(['why', 'primary-store', '--in', folder])).stdout).toContain('chosen');
    expect(await run(['why', 'cost.nothing', '--in', folder])).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('cost.') as string,
    });
  });

  test('a second run changes nothing and keeps what the user edited', async () => {
    const schema = join(folder, 'database/schema.sql');
    const edited = `${readFileSync(schema, 'utf8')}\n-- mine\n`;
    writeFileSync(schema, edited);
    const again = await run([
      'design',
      join(folder, 'archwright.yaml'),
      '--yes',
      '--offline',
      '--no-prove',
      '--date',
      '2026-11-24',
      '-o',
      folder,
    ]);
    expect(again.code).toBe(0);
    expect(readFileSync(schema, 'utf8')).toBe(edited);
    expect(again.stderr).toContain('database/schema.new.sql');
    expect(existsSync(join(folder, 'database/schema.new.sql'))).toBe(true);
    expect(readdirSync(place).filter((name) => name.startsWith('.architecture'))).toEqual([]);
  }, 120_000);

  test('prove names the line that an edit broke', async () => {
    const file = join(folder, 'database/schema.sql');
    writeFileSync(file, readFileSync(file, 'utf8').replace('CREATE TABLE notifications', 'CREATE TABEL notifications'));
    const proved = await run(['prove', folder]);
    expect(proved.code).toBe(1);
    expect(proved.stdout).toMatch(/rejected\s+database\/schema\.sql:\d+/);
  }, 120_000);

  test('prove tells files that are gone, files of others and prices that were changed', async () => {
    const bill = join(folder, 'operate/cost.csv');
    writeFileSync(bill, readFileSync(bill, 'utf8').replace(/^(total,.*,)(\d+\.\d\d)(,\d+\.\d\d,)/m, '$10.01$3'));
    rmSync(join(folder, 'operate/slo.yaml'));
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const { code, stdout } = await run(['prove', folder, '--json']);
    expect(code).toBe(1);
    const { proofs, edited } = JSON.parse(stdout) as {
      proofs: { artefact: string; outcome: string; line?: number }[];
      edited: string[];
    };
    const of = (artefact: string, outcome: string) =>
      proofs.filter((one) => one.artefact === artefact && one.outcome === outcome);
    expect(of('operate/slo.yaml', 'rejected')).toHaveLength(1);
    expect(of('notes.txt', 'not-run')).toHaveLength(1);
    expect(of('operate/cost.csv', 'rejected')[0]?.line).toBeGreaterThan(1);
    expect(edited).toContain('operate/cost.csv');
  }, 240_000);

  test('prove without a manifest says what it cannot notice; without a model it is bad input', async () => {
    rmSync(join(folder, '.archwright.json'));
    expect((await run(['prove', folder])).stderr).toContain('folder/no-manifest');
    rmSync(join(folder, 'model.json'));
    expect((await run(['prove', folder])).code).toBe(65);
  }, 240_000);
});

test('the logging question gives questions only: rate, retention, query pattern first; exit 2', async () => {
  const { code, stdout } = await run(['design', LOGS]);
  expect(code).toBe(2);
  const lines = stdout.split('\n').filter((line) => /^\d\. /.test(line));
  expect(lines[0]).toMatch(/per second/);
  expect(lines[1]).toMatch(/How long/);
  expect(lines[2]).toMatch(/queries/);
  expect(lines.length).toBeLessThanOrEqual(5);
});

test('different answers give different databases, in the short form', async () => {
  const chosen = async (answers: string): Promise<string> => {
    const file = join(place, 'answers.yaml');
    writeFileSync(file, answers);
    const { stdout } = await run(['design', LOGS, '--answers', file, '--json', '--offline', '--no-prove']);
    const document = answerDocumentSchema.parse(JSON.parse(stdout));
    expect(document.depth).toBe('short');
    return document.decisions.find(({ id }) => id === 'append-store')!.chosen;
  };
  expect(await chosen('ingestion-rate: 500 events/s\nretention: 7 days\nquery-pattern: look-ups\n')).not.toBe(
    await chosen('ingestion-rate: 200,000 events/s\nretention: 1 year\nquery-pattern: aggregation\n'),
  );
}, 60_000);

test('--json prints one document that holds to its published schema', async () => {
  const { stdout, code } = await run(['design', NOTIFY, '--yes', '--offline', '--no-prove', '--json', '--date', '2026-11-24']);
  expect(code).toBe(0);
  const document = answerDocumentSchema.parse(JSON.parse(stdout));
  const ids = new Set(document.figures.map(({ id }) => id));
  for (const { inputs } of document.figures) for (const { id } of inputs) expect(ids.has(id)).toBe(true);
  for (const { at } of document.requirements) if (at?.source === 'brief') expect(NOTIFY.slice(at.start, at.end)).toBe(at.quote);
}, 60_000);

test('the same brief and date give the same bytes', async () => {
  const once = () =>
    run([
      'design',
      'Members borrow seeds from a library; curators test batches. 4,000 members.',
      '--yes',
      '--offline',
      '--no-prove',
      '--json',
      '--date',
      '2026-11-24',
    ]);
  expect((await once()).stdout).toBe((await once()).stdout);
}, 60_000);

describe('bad input ends in a diagnostic with a hint, the right exit code, and nothing written', () => {
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(place, name), content);
    return join(place, name);
  };
  test.each([
    ['no command', () => [], 64, 'archwright'],
    ['an unknown flag', () => ['design', NOTIFY, '--jsn'], 64, '--jsn'],
    ['an unknown format', () => ['design', NOTIFY, '--format', 'pdf'], 64, 'md, json or html'],
    ['an empty brief', () => ['design', ''], 65, 'brief/empty'],
    ['noise of a megabyte', () => ['design', file('noise.txt', 'x9 ~'.repeat(262_144))], 65, 'brief/'],
    ['binary', () => ['design', file('binary.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0]))], 65, 'brief/not-text'],
    ['a missing file', () => ['design', 'no-such-brief.txt'], 65, 'brief/no-such-file'],
    ['a folder for a brief', () => ['design', place], 65, 'brief/is-a-folder'],
    ['an unknown field', () => ['design', file('bad.yaml', 'version: 1\nbrief: a shop\nbudgetUsdPerMnth: 5\n')], 65, 'hint: '],
    [
      'an unknown answer',
      () => ['design', LOGS, '--answers', file('wrong.yaml', 'colour: red\n')],
      65,
      'answer/unknown-question',
    ],
    [
      'an answer that is no quantity',
      () => ['design', LOGS, '--answers', file('vague.yaml', 'ingestion-rate: plenty\n')],
      65,
      'answer/not-understood',
    ],
    ['a bad date', () => ['design', NOTIFY, '--date', 'tomorrow'], 64, 'option/date'],
    ['a file for a folder', () => ['design', NOTIFY, '--yes', '-o', file('plain.txt', 'mine')], 65, 'output/not-writable'],
    ['no design to explain', () => ['why', 'cost.total', '--in', join(place, 'nowhere')], 65, 'model/missing'],
  ] as [string, () => string[], number, string][])('%s', async (_, args, code, said) => {
    const ended = await run(args());
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(said);
    expect(existsSync(join(place, 'plain.txt')) ? readFileSync(join(place, 'plain.txt'), 'utf8') : 'mine').toBe('mine');
  });

  test('contradictory numbers are said, with both places, and a design still comes', async () => {
    const { code, stderr } = await run([
      'design',
      'A ticket shop: 1 million orders a day. Peak load is 5 orders per second.',
      '--yes',
      '--offline',
      '--no-prove',
    ]);
    expect(stderr).toContain('brief/contradiction');
    expect(code).toBe(0);
  }, 60_000);

  test('a folder that cannot be written', async () => {
    // Root may write anywhere but in a folder that the kernel makes up.
    const locked = process.platform === 'linux' ? '/proc/archwright' : join(file('not-a-folder', ''), 'out');
    expect(
      await run(['design', 'A shop with 100 users.', '--yes', '--offline', '--no-prove', '-o', join(locked, 'out')]),
    ).toMatchObject({ code: 65, stderr: expect.stringContaining('output/not-writable') as string });
  }, 60_000);
});

test('Ctrl-C in the middle leaves nothing behind', async () => {
  const folder = join(place, 'interrupted');
  const child = spawn(process.execPath, [BIN, 'design', NOTIFY, '--yes', '--offline', '-o', folder], {
    cwd: place,
    stdio: 'ignore',
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  child.kill('SIGINT');
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('exit', (...end) => resolve(end)),
  );
  // Before the program has loaded, the signal itself ends the process.
  expect(code === 130 || signal === 'SIGINT').toBe(true);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(place).filter((name) => name.startsWith('.interrupted'))).toEqual([]);
}, 30_000);

test('a fault of its own ends with 70, says where, and answers nothing', async () => {
  const sabotage = ['--import', 'data:text/javascript,delete Array.prototype.toSorted'];
  const { code, stdout, stderr } = await run(['design', LOGS, '--yes', '--offline', '--no-prove'], undefined, sabotage);
  expect([code, stdout]).toEqual([70, '']);
  expect(stderr).toMatch(/a fault of its own[^]*toSorted is not a function[^]*at /);
  // Node would print the source line too, and of a bundle that is most of it.
  expect(stderr.length).toBeLessThan(4_000);
});
