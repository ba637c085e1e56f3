import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subject } from '../subject.ts';
import { FixtureWorld } from '../testing/fixture-world.ts';
import { MISBEHAVIOURS, type Misbehaviour } from '../testing/misbehaviour.ts';
import { lookUp, NOW, subject, verdictOn } from '../testing/open-world.ts';

let world: FixtureWorld;
const folder = mkdtempSync(join(tmpdir(), 'archwright-evidence-'));
beforeAll(async () => {
  world = await FixtureWorld.start({
    npm: {
      request: { latest: '2.88.2', versions: { '2.88.2': { deprecated: 'request has been deprecated' } } },
      fastlib: { latest: '5.1.0', versions: { '5.0.9': {}, '5.1.0': { engines: { node: '>=20' } }, '6.0.0-rc.1': {} } },
      oldlib: { latest: '1.0.0', versions: { '1.0.0': { deprecated: 'use newlib' } } },
      quietlib: { latest: '3.2.2', versions: { '3.2.2': {} } },
      leaky: { latest: '2.0.0', versions: { '1.4.0': {}, '2.0.0': {} } },
    },
    pypi: {
      webthing: { version: '2.3.4', requiresPython: '>=3.11' },
      'webthing@2.0.0': { version: '2.0.0', yanked: 'broken wheel' },
    },
    go: {
      'github.com/Acme/gone': {
        version: 'v1.4.5',
        manifest: '// Deprecated: use github.com/acme/next\nmodule github.com/Acme/gone\n',
      },
      'github.com/acme/next': { version: 'v2.0.1', manifest: 'module github.com/acme/next\n\nretract (\n\tv2.0.0 // leaks\n)\n' },
    },
    maven: { 'io.acme:server': { versions: ['3.5.9', '3.10.0', '4.0.0-M1', '3.6.0'] } },
    images: { 'acme/server': ['4.5.5', '4.10.0', '4.9.9', 'latest', '5.0.0-rc1'], 'library/base': ['18.7', '17.1'] },
    github: {
      'acme/tool': { tag: 'v1.9.0', published: '2026-11-20T00:00:00Z' },
      'acme/base': { tag: 'v18.8', published: '2026-11-29T00:00:00Z' },
    },
    products: {
      base: [
        { cycle: '19', released: '2026-12-24', latest: '19.0', eol: '2031-11-01', lts: false },
        { cycle: '18', released: '2025-09-25', latest: '18.7', eol: '2030-11-14', lts: false },
        { cycle: '14', released: '2021-09-30', latest: '14.22', eol: '2026-11-12', lts: false },
      ],
    },
    advisories: [
      {
        id: 'GHSA-35jh-r3h4-6jhm',
        ecosystem: 'npm',
        name: 'lodash',
        summary: 'Command injection',
        severity: 'HIGH',
        fixed: '4.17.21',
      },
      {
        id: 'GHSA-aaaa-bbbb-cccc',
        ecosystem: 'npm',
        name: 'leaky',
        summary: 'Leaks secrets',
        severity: 'CRITICAL',
        fixed: '1.5.0',
      },
    ],
    deprecatedBySecondOpinion: { 'npm:quietlib@3.2.2': 'no longer maintained' },
  });
});
afterEach(() => world.behave());
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const npm = (name: string, version?: string): Subject =>
  subject({ id: name, packages: [{ ecosystem: 'npm', name, ...(version !== undefined && { version }) }] });

describe('what each source knows, it says with its place', () => {
  test('npm: current version by its tag, engines, no deprecation, no advisory', async () => {
    const found = await verdictOn(world, lookUp(npm('fastlib')));
    expect(found).toMatchObject({ version: '5.1.0', status: 'verified', advisories: { state: 'none-known' } });
    expect(found.evidence.map(({ claim, source }) => `${claim} ${source}`)).toEqual(
      expect.arrayContaining([
        'version npm registry',
        'maintained npm registry',
        'engines npm registry',
        'no-advisory OSV advisories',
        'no-advisory npm advisories',
        'exists deps.dev',
      ]),
    );
    expect(found.evidence.find(({ claim }) => claim === 'version')).toMatchObject({
      locator: `${world.url}/npm/fastlib`,
      retrievedAt: NOW.toISOString(),
      tier: 'B',
      origin: 'live',
      etag: expect.stringMatching(/^"/) as string,
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    });
  });
  test('npm: a deprecated package', async () => {
    expect((await verdictOn(world, lookUp(npm('oldlib')))).deprecated).toBe('use newlib');
  });
  test('npm: a mirror without flags proves no maintenance, and without advisories nothing clean', async () => {
    world.knows.isMirror = true;
    world.misbehave((path) => path.startsWith('/osv'), MISBEHAVIOURS['500']);
    const found = await verdictOn(world, lookUp(npm('fastlib'))).finally(() => (world.knows.isMirror = false));
    expect(found.evidence.map(({ claim, source }) => `${claim} ${source}`)).not.toContain('maintained npm registry');
    expect(found.attempts!.map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('a missing flag proves nothing here'),
    );
    expect(found.advisories).toMatchObject({ state: 'unknown', reason: expect.stringContaining('405') as string });
  });
  test('a second opinion against the registry is shown, and the worse one counts', async () => {
    const found = await verdictOn(world, lookUp(npm('quietlib')));
    expect(found.deprecated).toBe('no longer maintained');
    expect(found.disagreements).toEqual([expect.stringMatching(/deprecated by deps\.dev.*not flagged by npm registry/)]);
  });
  test('an advisory is found for the version in use, once for both sources, with the version that ends it', async () => {
    const found = await verdictOn(world, lookUp(npm('leaky', '1.4.0'), { inUse: '1.4.0' }));
    expect(found).toMatchObject({ version: '1.4.0', current: '2.0.0', status: 'verified' });
    expect(found.advisories).toMatchObject({
      state: 'affected',
      found: [expect.stringMatching(/^GHSA-aaaa-bbbb-cccc: Leaks secrets.*\(critical\)$/)],
    });
    expect(found.advisories!.reason).toMatch(/OSV advisories.*npm advisories|npm advisories.*OSV advisories/);
  });
  test('PyPI: current version, and a yanked one', async () => {
    const thing = (version?: string): Subject =>
      subject({ id: 'webthing', packages: [{ ecosystem: 'pypi', name: 'webthing', ...(version !== undefined && { version }) }] });
    expect(await verdictOn(world, lookUp(thing()))).toMatchObject({ version: '2.3.4', status: 'verified' });
    expect(await verdictOn(world, lookUp(thing('2.0.0'), { inUse: '2.0.0' }))).toMatchObject({
      current: '2.3.4',
      deprecated: 'yanked: broken wheel',
    });
  });
  test('Go: escaped paths, deprecation and retraction from go.mod', async () => {
    const module = (name: string, version?: string): Subject =>
      subject({ id: name, packages: [{ ecosystem: 'go', name, ...(version !== undefined && { version }) }] });
    expect(await verdictOn(world, lookUp(module('github.com/Acme/gone')))).toMatchObject({
      version: 'v1.4.5',
      deprecated: 'use github.com/acme/next',
    });
    expect(world.asked('/goproxy/github.com/!acme/gone/@latest')).toHaveLength(1);
    expect((await verdictOn(world, lookUp(module('github.com/acme/next', 'v2.0.0'), { inUse: 'v2.0.0' }))).deprecated).toMatch(
      /retracted/,
    );
  });
  test('Maven: the highest stable version, not the last or the first', async () => {
    const found = await verdictOn(
      world,
      lookUp(subject({ id: 'server', packages: [{ ecosystem: 'maven', name: 'io.acme:server' }] })),
    );
    expect(found).toMatchObject({ version: '3.10.0', status: 'verified' });
  });
  test('containers: highest tag through the token dance, with the digest of the tag', async () => {
    const found = await verdictOn(world, lookUp(subject({ id: 'server', image: 'acme/server' })));
    expect(found).toMatchObject({ version: '4.10.0', status: 'verified' });
    expect(found.evidence.find(({ claim }) => claim === 'exists')?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
  test('a token realm that is not the configured one gets no request', async () => {
    const endpoints = { ...world.endpoints(), ociTokens: 'https://auth.example/' };
    const found = await verdictOn(world, lookUp(subject({ id: 'server', image: 'acme/server' })), { endpoints });
    expect(found.status).toBe('unverified');
    expect(world.asked('/oci-tokens')).toEqual([]);
  });
  test('GitHub: the latest release of what has no registry', async () => {
    expect(await verdictOn(world, lookUp(subject({ id: 'tool', github: 'acme/tool' })))).toMatchObject({
      version: '1.9.0',
      status: 'verified',
    });
  });
  test('release lines: the supported one, not the newest listed; a newer patch seen elsewhere makes it stale', async () => {
    const base = subject({ id: 'base', lines: { product: 'base' }, image: 'library/base' });
    expect(await verdictOn(world, lookUp(base))).toMatchObject({ version: '18.7', status: 'verified', endOfLife: '2030-11-14' });
    const seen = await verdictOn(world, lookUp({ ...base, github: 'acme/base' }));
    expect(seen).toMatchObject({ version: '18.7', status: 'stale' });
    expect(seen.disagreements).toEqual([expect.stringContaining('18.8')]);
  });
  test('a line in use that has ended says when', async () => {
    const used = subject({ id: 'base', lines: { product: 'base', version: '14.3' } });
    expect(await verdictOn(world, lookUp(used, { inUse: '14.3' }))).toMatchObject({ endOfLife: '2026-11-12', current: '18.7' });
  });
});

/** One subject for each source, and what it asks first. */
const SOURCES: readonly (readonly [string, string, Subject])[] = [
  ['npm registry', '/npm/', npm('fastlib')],
  ['PyPI', '/pypi', subject({ id: 'webthing', packages: [{ ecosystem: 'pypi', name: 'webthing' }] })],
  ['Go module proxy', '/goproxy', subject({ id: 'next', packages: [{ ecosystem: 'go', name: 'github.com/acme/next' }] })],
  ['Maven Central', '/maven2', subject({ id: 'server', packages: [{ ecosystem: 'maven', name: 'io.acme:server' }] })],
  ['container registry', '/oci', subject({ id: 'server', image: 'acme/server' })],
  ['GitHub releases', '/github', subject({ id: 'tool', github: 'acme/tool' })],
  ['endoflife.date', '/endoflife', subject({ id: 'base', lines: { product: 'base' } })],
];

describe.each(SOURCES)('%s misbehaves', (source, prefix, of) => {
  test.each(Object.keys(MISBEHAVIOURS) as Misbehaviour[])('%s: a recorded reason, never verified', async (name) => {
    world.misbehave((path) => path.startsWith(prefix), MISBEHAVIOURS[name]);
    const found = await verdictOn(world, lookUp(of));
    expect(found.status).toBe('unverified');
    expect(found.version).toBeUndefined();
    const told = found.attempts!.filter((one) => one.source === source);
    expect(told.length).toBeGreaterThan(0);
    for (const { outcome, reason } of told) {
      expect(outcome).not.toBe('observed');
      expect(reason.length).toBeGreaterThan(8);
    }
  });
});

describe.each([
  ['OSV advisories', '/osv'],
  ['npm advisories', '/npm/-/'],
])('%s misbehave', (source, prefix) => {
  test.each(Object.keys(MISBEHAVIOURS) as Misbehaviour[])('%s: unknown, never clean', async (name) => {
    const other = prefix === '/osv' ? '/npm/-/' : '/osv';
    world.misbehave((path) => path.startsWith(other), MISBEHAVIOURS['404']);
    world.misbehave((path) => path.startsWith(prefix), MISBEHAVIOURS[name]);
    const found = await verdictOn(world, lookUp(npm('fastlib')));
    expect(found.advisories!.state).toBe('unknown');
    expect(found.attempts!.some((one) => one.source === source && one.outcome !== 'observed')).toBe(true);
  });
  test('an answer without the canary proves nothing', async () => {
    const [planted] = world.knows.advisories;
    world.knows.advisories = world.knows.advisories.slice(1);
    const found = await verdictOn(world, lookUp(npm('fastlib'))).finally(() => world.knows.advisories.unshift(planted!));
    expect(found.advisories).toMatchObject({ state: 'unknown', reason: expect.stringContaining('lodash 4.17.15') as string });
  });
});

describe('deps.dev misbehaves', () => {
  test.each(Object.keys(MISBEHAVIOURS) as Misbehaviour[])('%s: a recorded reason, and no second opinion', async (name) => {
    world.misbehave((path) => path.startsWith('/depsdev'), MISBEHAVIOURS[name]);
    const found = await verdictOn(world, lookUp(npm('quietlib')));
    expect(world.asked('/depsdev').length).toBeGreaterThan(0);
    expect(found.evidence.filter((one) => one.source === 'deps.dev')).toEqual([]);
    const told = found.attempts!.filter((one) => one.source === 'deps.dev');
    expect(told.length).toBeGreaterThan(0);
    for (const { outcome, reason } of told) {
      expect(outcome).not.toBe('observed');
      expect(reason.length).toBeGreaterThan(8);
    }
    // The registry settles the version without it.
    expect(found).toMatchObject({ version: '3.2.2', status: 'verified' });
  });
  test('an answer about another version is none', async () => {
    world.misbehave(
      (path) => path.startsWith('/depsdev'),
      (_, response) => response.end(JSON.stringify({ versionKey: { version: '9.9.9' }, isDeprecated: false })),
    );
    const found = await verdictOn(world, lookUp(npm('quietlib')));
    expect(found.evidence.filter((one) => one.source === 'deps.dev')).toEqual([]);
  });
});

describe('asking again', () => {
  test('an answer of today is not asked for twice; tomorrow it is revalidated and renewed by 304', async () => {
    const one = lookUp(npm('fastlib'));
    await verdictOn(world, one, { folder });
    world.behave();
    const again = await verdictOn(world, one, { folder });
    expect(world.asked('/npm/fastlib')).toEqual([]);
    expect(again).toMatchObject({ status: 'verified', version: '5.1.0' });
    const tomorrow = new Date(NOW.getTime() + 25 * 3_600_000);
    const renewed = await verdictOn(world, one, { folder, now: tomorrow });
    expect(world.asked('/npm/fastlib')[0]!.headers['if-none-match']).toMatch(/^"/);
    expect(renewed.evidence.find(({ claim }) => claim === 'version')!.retrievedAt).toBe(tomorrow.toISOString());
  });
  test('a container registry is neither greeted nor asked for a token while its answers are fresh', async () => {
    const one = lookUp(subject({ id: 'server', image: 'acme/server' }));
    const own = mkdtempSync(join(folder, 'oci-'));
    const first = await verdictOn(world, one, { folder: own });
    expect(world.asked('/oci-tokens').length).toBeGreaterThan(0);
    world.behave();
    const again = await verdictOn(world, one, { folder: own });
    expect(world.seen).toEqual([]);
    expect(again).toMatchObject({ version: first.version!, status: 'verified' });
  });
  test('without a network what was kept answers with its date, and is stale once it is old', async () => {
    const one = lookUp(npm('fastlib'));
    await verdictOn(world, one, { folder });
    world.behave();
    const later = new Date(NOW.getTime() + 10 * 86_400_000);
    const found = await verdictOn(world, one, { folder, offline: true, now: later });
    expect(world.seen).toEqual([]);
    expect(found).toMatchObject({
      version: '5.1.0',
      status: 'stale',
      reason: expect.stringContaining('last looked up 2026-') as string,
    });
  });
  test('an old answer stands in for a source that fails, and the failure is said', async () => {
    const one = lookUp(npm('fastlib'));
    await verdictOn(world, one, { folder });
    world.misbehave((path) => path.startsWith('/npm/fastlib'), MISBEHAVIOURS['500']);
    const found = await verdictOn(world, one, { folder, now: new Date(NOW.getTime() + 30 * 86_400_000) });
    expect(found).toMatchObject({ version: '5.1.0', status: 'stale' });
    expect(found.attempts).toContainEqual(expect.objectContaining({ source: 'npm registry', outcome: 'unreachable' }));
  });
  test('names that are none are sent nowhere', async () => {
    for (const name of ['../../etc/passwd', 'a b', '@x/../y', `x${'y'.repeat(400)}`]) {
      const found = await verdictOn(world, lookUp(npm(name)));
      expect(found.status).toBe('unverified');
      expect(found.attempts).toContainEqual(expect.objectContaining({ outcome: 'unsupported' }));
    }
    expect(world.asked('/npm/').filter(({ path }) => !path.startsWith('/npm/request'))).toEqual([]);
  });
});
