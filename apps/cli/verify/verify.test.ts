/// <reference types="node" />
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { catalogue } from '@archwright/catalogue';
import { FixtureWorld } from '@archwright/evidence/testing/fixture-world';
import { wholeWorld } from '@archwright/evidence/testing/whole-world';
import { osvEntry } from '@archwright/evidence/testing/answers';
import { zipOf } from '@archwright/evidence/testing/zip';
import type { VersionFinding } from '@archwright/model';
import type { Row } from './rows.ts';

const BIN = join(import.meta.dirname, '../bin/archwright.js');
const NOTIFY = 'Design a notification service for our e-commerce platform. We have 100K users, expect 1M notifications/day.';
const place = mkdtempSync(join(tmpdir(), 'archwright-verify-'));
const sources = join(place, 'sources.json');
let world: FixtureWorld;
beforeAll(async () => {
  const whole = wholeWorld(catalogue.technologies);
  world = await FixtureWorld.start({
    ...whole,
    npm: {
      ...whole.npm,
      lucia: { latest: '3.2.2', versions: { '3.2.2': {} } },
      leaky: { latest: '2.0.0', versions: { '1.4.0': {}, '2.0.0': {} } },
      fine: { latest: '1.0.0', versions: { '1.0.0': {} } },
    },
    products: {
      ...whole.products,
      nodejs: [
        { cycle: '26', released: '2026-05-05', latest: '26.9.1', eol: '2029-04-30', lts: '2026-10-28' },
        { cycle: '20', released: '2023-04-18', latest: '20.20.2', eol: '2026-04-30', lts: '2023-10-24' },
      ],
    },
  });
  world.knows.advisories.push({
    id: 'GHSA-aaaa-bbbb-cccc',
    ecosystem: 'npm',
    name: 'leaky',
    summary: 'Leaks secrets',
    severity: 'CRITICAL',
    fixed: '1.5.0',
  });
  writeFileSync(sources, JSON.stringify(world.endpoints()));
});
afterAll(async () => {
  await world.close();
  rmSync(place, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
function run(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [BIN, ...args],
      {
        cwd: place,
        maxBuffer: 1 << 28,
        env: {
          ...process.env,
          XDG_CACHE_HOME: join(place, 'cache'),
          ARCHWRIGHT_SOURCES: sources,
          ARCHWRIGHT_LOOKUP_SECONDS: '100',
          CI: '1',
          ...more,
        },
      },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ).stdin?.end();
  });
}

/** A folder with a service that has one fault of each kind. */
function manifest(name: string): string {
  const folder = join(place, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify(
      {
        name,
        engines: { node: '>=20.19' },
        dependencies: { lucia: '3.2.2', fine: '^1.0.0' },
        devDependencies: { 'not-there': '1.0.0' },
      },
      null,
      2,
    ),
  );
  const entry = (version: string) => ({ version, integrity: `sha512-${Buffer.alloc(64, 7).toString('base64')}` });
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name },
        'node_modules/lucia': entry('3.2.2'),
        'node_modules/fine': entry('1.0.0'),
        'node_modules/not-there': entry('1.0.0'),
        'node_modules/fine/node_modules/leaky': entry('1.4.0'),
      },
    }),
  );
  return folder;
}
const rowsOf = ({ stdout }: Ended): readonly Row[] => (JSON.parse(stdout) as { rows: readonly Row[] }).rows;
const row = (rows: readonly Row[], name: string): Row => rows.find((one) => one.name === name)!;

describe('a manifest with Lucia, an ended runtime and a vulnerable package', () => {
  let rows: readonly Row[];
  let ended: Ended;
  const folder = (): string => join(place, 'shop');
  beforeAll(async () => {
    manifest('shop');
    ended = await run(['verify', folder(), '--json', '--sbom', join(place, 'bom.json')]);
    rows = rowsOf(ended);
  });

  test('reports all three with their sources, and says so by its exit code', () => {
    expect(ended.code).toBe(1);
    expect(
      rows
        .filter(({ urgency }) => urgency === 'act')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Node.js', 'leaky', 'lucia']);
    expect(row(rows, 'lucia')).toMatchObject({
      version: '3.2.2',
      status: 'verified',
      deprecated: expect.stringContaining('ended in March 2025') as string,
      at: 'package.json:7',
    });
    expect(row(rows, 'lucia').sources).toContainEqual(
      expect.stringContaining('https://github.com/lucia-auth/lucia/discussions/1714'),
    );
    expect(row(rows, 'Node.js')).toMatchObject({
      version: '20.19.0',
      endOfLife: '2026-04-30',
      current: '26.9.1',
      note: 'lowest of >=20.19',
      at: 'package.json:4',
    });
    expect(row(rows, 'Node.js').sources).toContainEqual(expect.stringContaining(`${world.url}/endoflife/api/v1/products/nodejs`));
    expect(row(rows, 'leaky')).toMatchObject({
      scope: 'transitive',
      advisories: { state: 'affected', found: [expect.stringContaining('GHSA-aaaa-bbbb-cccc') as string] },
    });
    expect(row(rows, 'leaky').what[0]).toMatch(/^upgrade to 1\.5\.0: /);
  });
  test('what is fine is fine, and what no registry knows is not verified', () => {
    expect(row(rows, 'fine')).toMatchObject({
      urgency: 'fine',
      version: '1.0.0',
      status: 'verified',
      advisories: { state: 'none-known' },
    });
    expect(row(rows, 'not-there')).toMatchObject({
      status: 'unverified',
      urgency: 'look',
      reason: expect.stringContaining('404') as string,
    });
  });
  test('the bill of materials holds to the schema of CycloneDX and names the vulnerability', () => {
    const bom = JSON.parse(readFileSync(join(place, 'bom.json'), 'utf8')) as {
      components: { purl: string; hashes?: unknown }[];
      vulnerabilities: { id: string; affects: unknown }[];
    };
    expect(cycloneDxFaults(bom)).toEqual([]);
    expect(cycloneDxFaults({ ...bom, components: [{ name: 'x' }] }).length).toBeGreaterThan(0);
    expect(bom.components.map(({ purl }) => purl)).toEqual(
      expect.arrayContaining(['pkg:npm/lucia@3.2.2', 'pkg:npm/leaky@1.4.0', 'pkg:generic/nodejs@20.19.0']),
    );
    expect(bom.vulnerabilities).toContainEqual(
      expect.objectContaining({ id: 'GHSA-aaaa-bbbb-cccc', affects: [{ ref: 'pkg:npm/leaky@1.4.0' }] }),
    );
  });
  test('as a table for people', async () => {
    const { stdout, code } = await run(['verify', join(folder(), 'package.json')]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/act\s+Node\.js\s+20\.19\.0 \(lowest of >=20\.19\)/);
    expect(stdout).toMatch(/→ support ended on 2026-04-30: move to 26\.9\.1/);
    expect(stdout).toMatch(/6 looked up: 3 to act on|5 looked up: 3 to act on/);
  });
  test('the versions that a range allows are judged by the lowest where nothing is locked', async () => {
    const open = join(place, 'open');
    mkdirSync(open);
    writeFileSync(join(open, 'package.json'), JSON.stringify({ dependencies: { leaky: '^1.4.0' } }));
    expect(row(rowsOf(await run(['verify', open, '--json'])), 'leaky')).toMatchObject({
      version: '1.4.0',
      note: 'lowest of ^1.4.0, nothing is locked',
      urgency: 'act',
    });
  });
});

test('without a network: advisories that were synchronised answer, and nothing is asked', async () => {
  world.knows.dumps['npm'] = zipOf(
    Object.fromEntries(world.knows.advisories.map((one) => [`${one.id}.json`, JSON.stringify(osvEntry(one))])),
  );
  const cache = { XDG_CACHE_HOME: join(place, 'other-cache') };
  expect(await run(['advisories', 'sync', '--ecosystem', 'npm'], cache)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2 advisories about 2 packages') as string,
  });
  world.behave();
  const rows = rowsOf(await run(['verify', manifest('offline'), '--json', '--offline'], cache));
  expect(world.seen).toEqual([]);
  expect(row(rows, 'leaky').advisories.state).toBe('affected');
  expect(row(rows, 'fine').advisories).toMatchObject({ state: 'none-known' });
  expect(row(rows, 'Node.js')).toMatchObject({ endOfLife: '2026-04-30', status: 'stale' });
  expect((await run(['advisories', 'status', '--ecosystem', 'npm,pypi'], cache)).stdout).toMatch(
    /npm {4}2 advisories[\s\S]*pypi {3}no database/,
  );
  const told = (await run(['doctor', '--offline'], cache)).stdout;
  expect(told).toMatch(/^ok +advisories of npm +2 advisories of \S+, 0 days old$/m);
  expect(told).toMatch(/^missing +advisories of pypi +not synchronised/m);
});

describe('doctor', () => {
  const findings = async (
    args: readonly string[],
    cache: string,
  ): Promise<ReadonlyMap<string, { state: string; detail: string }>> => {
    const { stdout } = await run(['doctor', '--json', ...args], { XDG_CACHE_HOME: join(place, cache) });
    const { findings: found } = JSON.parse(stdout) as { findings: { what: string; state: string; detail: string }[] };
    return new Map(found.map(({ what, ...rest }) => [what, rest]));
  };
  const SOURCES = [
    'Context7',
    'npm registry',
    'PyPI',
    'Go module proxy',
    'Maven Central',
    'container registry',
    'GitHub releases',
  ].concat(['endoflife.date', 'OSV advisories', 'deps.dev']);

  test('shows every source', async () => {
    const found = await findings([], 'other-cache');
    for (const name of SOURCES) expect([name, found.get(name)?.detail]).toEqual([name, expect.stringMatching(/\S/)]);
    expect(found.get('endoflife.date')).toMatchObject({ state: 'ok', detail: expect.stringContaining(world.url) as string });
  });
  test('asks nothing with --offline', async () => {
    world.behave();
    const found = await findings(['--offline'], 'no-cache');
    expect(world.seen).toEqual([]);
    for (const name of SOURCES) expect([name, found.get(name)!.state]).toEqual([name, 'off']);
  });
});

test('without a network neither the client of the documentation server nor that of proxies is loaded', async () => {
  const log = join(place, 'loaded.txt');
  const hooks = `import { appendFileSync } from 'node:fs';
export async function resolve(specifier, context, next) {
  appendFileSync(${JSON.stringify(log)}, specifier + '\\n');
  return next(specifier, context);
}`;
  const hook = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`;
  const watched = {
    NODE_OPTIONS: `--import ${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)}`,
    HTTPS_PROXY: 'http://127.0.0.1:9',
    NO_PROXY: '',
    XDG_CACHE_HOME: join(place, 'no-cache'),
  };
  expect((await run(['design', NOTIFY, '--yes', '--no-prove', '--offline'], watched)).code).toBe(0);
  const loaded = readFileSync(log, 'utf8').split('\n');
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter((one) => /^undici|@modelcontextprotocol/.test(one))).toEqual([]);
}, 120_000);

describe('a design', () => {
  const folder = join(place, 'architecture');
  let made: Ended;
  let versions: readonly VersionFinding[];
  beforeAll(async () => {
    made = await run(['design', NOTIFY, '--yes', '--no-prove', '--require', 'verified', '-o', folder]);
    versions = (JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as { versions: readonly VersionFinding[] })
      .versions;
  }, 180_000);

  test('made online carries evidence for every version it names', () => {
    expect(made).toMatchObject({ code: 0 });
    const named = versions.filter(({ version }) => version !== undefined);
    expect(named.length).toBeGreaterThan(3);
    for (const { name, version, status, evidence, guidance } of named) {
      expect([name, status]).toEqual([name, 'verified']);
      expect(
        evidence.some(
          ({ claim, value, origin, locator }) =>
            claim === 'version' && value === version && ['live', 'cache'].includes(origin) && locator.startsWith(world.url),
        ),
        name,
      ).toBe(true);
      expect([name, guidance!.state]).toEqual([name, 'read']);
    }
    // Tags of images in the files are versions too.
    const known = new Set(named.map(({ version }) => version));
    const files = ['compose.yaml', 'deploy/compose.yaml', 'deploy/Dockerfile', 'Dockerfile'].flatMap((file) => {
      try {
        return [readFileSync(join(folder, file), 'utf8')];
      } catch {
        return [];
      }
    });
    const tags = files.flatMap((text) =>
      [...text.matchAll(/(?:image: \S+?:|_VERSION=)["']?v?(\d+\.\d[\w.]*)/g)].map(([, tag]) => tag!),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => !known.has(tag))).toEqual([]);
  });
  test('says in the answer who said so and where its documentation was read', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(readme).toMatch(/\(verified: (?:npm registry|endoflife\.date)/);
    expect(readme).toMatch(/\[documentation\]\(https?:\/\//);
    expect(readme).toMatch(/\| H1 \| Every version shown has evidence \| passed/);
    expect(readme).toMatch(/\| H5 \| API patterns match the versions shown \| passed/);
  });
  test('made offline says from when its knowledge is, and is refused where verified versions are required', async () => {
    const offline = ['design', NOTIFY, '--yes', '--no-prove', '--offline', '--date', '2026-11-30'];
    const cache = { XDG_CACHE_HOME: join(place, 'no-cache') };
    const { code, stdout } = await run(offline, cache);
    expect(code).toBe(0);
    expect(stdout).toMatch(/source too old: [^)]*snapshot of 2026-\d\d-\d\d/);
    expect(stdout).not.toMatch(/\(verified: /);
    const required = await run([...offline, '--require', 'verified'], cache);
    expect(required).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Every version is confirmed by a current source') as string,
    });
  }, 120_000);
  test('is verified again from its folder; an observation that was taken out is found', async () => {
    const again = await run(['verify', folder, '--json']);
    expect(again.code).toBe(0);
    expect(rowsOf(again).length).toBe(versions.length);
    const file = join(folder, 'evidence.json');
    const text = readFileSync(file, 'utf8');
    const at = versions.findIndex(({ evidence }) => evidence.length > 1);
    const spoilt = versions.map((one, index) => (index === at ? { ...one, evidence: one.evidence.slice(1) } : one));
    writeFileSync(file, JSON.stringify({ versions: spoilt }));
    expect(await run(['verify', folder])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('evidence changed') as string,
    });
    writeFileSync(file, text);
  }, 120_000);
});

test.each<[string, readonly string[], number, string, Readonly<Record<string, string>>?]>([
  ['no such folder', ['verify', 'nowhere'], 65, 'manifest/none'],
  ['a file that is no manifest', ['verify', BIN], 65, 'manifest/unknown'],
  ['a bad level', ['verify', '--require', 'proof'], 64, 'choose verified'],
  ['a bad date', ['verify', '--date', 'today'], 64, 'option/date'],
  ['an unknown action', ['advisories', 'delete'], 64, 'advisories/unknown-action'],
  ['an unknown ecosystem', ['advisories', 'sync', '--ecosystem', 'npn'], 64, 'advisories/unknown-ecosystem'],
  ['an archive that is not there', ['advisories', 'import', 'no.zip', '--ecosystem', 'npm'], 65, 'advisories/not-imported'],
  ['an archive of nothing in particular', ['advisories', 'import', 'no.zip'], 64, 'advisories/no-ecosystem'],
  ['sources that cannot be read', ['verify', '.'], 65, 'sources/not-understood', { ARCHWRIGHT_SOURCES: '/no/such.json' }],
])('%s ends in a diagnostic', async (_, args, code, said, more) => {
  writeFileSync(join(place, 'package.json'), '{"dependencies":{"fine":"1.0.0"}}');
  const ended = await run(args, more);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toContain(said);
});

/** Faults by the published schema, as its own library ships it. */
function cycloneDxFaults(bom: unknown): readonly unknown[] {
  const schemas = join(
    dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
    'res/schema',
  );
  const read = (name: string): object => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', true);
  ajv.addFormat('idn-email', true);
  for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json', 'cryptography-defs.SNAPSHOT.schema.json'])
    ajv.addSchema({ ...read(name), $id: `http://cyclonedx.org/schema/${name}` });
  const validate = ajv.compile(read('bom-1.6.SNAPSHOT.schema.json'));
  return validate(bom) ? [] : (validate.errors ?? []);
}
