import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { osvEntry } from '../testing/answers.ts';
import { FixtureWorld, type PlantedAdvisory } from '../testing/fixture-world.ts';
import { MISBEHAVIOURS } from '../testing/misbehaviour.ts';
import { lookUp, NOW, subject, verdictOn } from '../testing/open-world.ts';
import { zipOf } from '../testing/zip.ts';
import { affectedPackages, fixedAbove, isAffected } from './osv-entry.ts';
import { buildDatabase, databaseState } from './store.ts';
import { syncAdvisories } from './sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'archwright-advisories-'));
const root = join(folder, 'advisories');
let world: FixtureWorld;
beforeAll(async () => {
  world = await FixtureWorld.start();
});
afterEach(() => world.behave());
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const planted = (name: string, more: Partial<PlantedAdvisory> = {}): PlantedAdvisory => ({
  id: `GHSA-${name}`,
  ecosystem: 'npm',
  name,
  summary: `a fault of ${name}`,
  severity: 'HIGH',
  fixed: '2.0.0',
  ...more,
});
const LODASH = planted('lodash', { fixed: '4.17.21' });
const dump = (...advisories: readonly PlantedAdvisory[]): Buffer =>
  zipOf(Object.fromEntries(advisories.map((one) => [`${one.id}.json`, JSON.stringify(osvEntry(one))])));
const archive = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const sync = () =>
  syncAdvisories({ base: `${world.url}/dumps`, ecosystem: 'npm', root, now: NOW, fetch: (url, init) => fetch(url, init) });
/** Without a network: only the database can answer. */
const offline = (name: string, version: string, now = NOW) =>
  verdictOn(world, lookUp(subject({ id: name, packages: [{ ecosystem: 'npm', name, version }] }), { inUse: version }), {
    folder,
    offline: true,
    now,
  });

describe('the range algorithm', () => {
  const entry = (events: readonly object[], more: object = {}, ecosystem = 'npm') =>
    affectedPackages(
      { id: 'OSV-1', affected: [{ package: { ecosystem, name: 'lib' }, ranges: [{ type: 'SEMVER', events }], ...more }] },
      ecosystem,
    ).get('lib')!;
  test.each<[string, readonly object[], string, boolean]>([
    ['from the beginning', [{ introduced: '0' }, { fixed: '1.5.0' }], '1.4.9', true],
    ['the fixed version', [{ introduced: '0' }, { fixed: '1.5.0' }], '1.5.0', false],
    ['before it was introduced', [{ introduced: '1.2.0' }, { fixed: '1.5.0' }], '1.1.9', false],
    ['never fixed', [{ introduced: '1.2.0' }], '9.0.0', true],
    ['the last affected one', [{ introduced: '0' }, { last_affected: '1.5.0' }], '1.5.0', true],
    ['behind the last affected one', [{ introduced: '0' }, { last_affected: '1.5.0' }], '1.5.1', false],
    ['introduced again', [{ introduced: '0' }, { fixed: '1.5.0' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }], '2.0.5', true],
    [
      'between two ranges, events in any order',
      [{ fixed: '2.1.0' }, { introduced: '2.0.0' }, { fixed: '1.5.0' }, { introduced: '0' }],
      '1.9.0',
      false,
    ],
    ['a pre-release of the fix', [{ introduced: '0' }, { fixed: '1.5.0' }], '1.5.0-rc.1', true],
  ])('%s', (_, events, version, expected) => expect(isAffected(entry(events), version, 'npm')).toBe(expected));
  test('exact versions, in the order of the ecosystem', () => {
    expect(isAffected(entry([], { ranges: [], versions: ['1.0'] }, 'PyPI'), '1.0.0', 'PyPI')).toBe(true);
    const maven = entry([{ introduced: '2.0-beta9' }, { fixed: '2.15.0' }], {}, 'Maven');
    expect(['2.0-beta8', '2.14.1', '2.15.0-rc1', '2.15.0'].map((version) => isAffected(maven, version, 'Maven'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test('the version that ends it is the lowest fix above', () => {
    expect(
      fixedAbove(entry([{ introduced: '0' }, { fixed: '1.5.0' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }]), '1.4.0', 'npm'),
    ).toBe('1.5.0');
  });
  test('withdrawn entries, other ecosystems, commit ranges and nonsense affect nothing', () => {
    const affected = [{ package: { ecosystem: 'npm', name: 'lib' }, ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] }];
    expect(affectedPackages({ id: 'OSV-1', withdrawn: '2026-01-01T00:00:00Z', affected }, 'npm').size).toBe(0);
    expect(affectedPackages({ id: 'OSV-1', affected }, 'PyPI').size).toBe(0);
    expect(isAffected(affectedPackages({ id: 'OSV-1', affected }, 'npm').get('lib')!, '1.0.0', 'npm')).toBe(false);
    for (const bad of [{}, { id: 7 }, { id: 'OSV-1', affected: 'x' }, { id: 'OSV-1', affected: [null, 3, { package: null }] }])
      expect(affectedPackages(bad as Record<string, unknown>, 'npm').size).toBe(0);
  });
});

describe('synchronised, then without a network', () => {
  test('nothing synchronised is unknown', async () => {
    expect((await offline('safe', '1.0.0')).advisories).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('advisories sync') as string,
    });
  });
  test('found, not found, and fixed; withdrawn ones are not found', async () => {
    world.knows.dumps['npm'] = dump(LODASH, planted('leaky'), planted('taken-back', { withdrawn: '2026-10-01T00:00:00Z' }));
    expect(await sync()).toMatchObject({ state: { advisories: 2, packages: 2, asOf: NOW.toISOString() } });
    expect((await offline('leaky', '1.9.0')).advisories).toMatchObject({
      state: 'affected',
      found: ['GHSA-leaky: a fault of leaky, fixed in 2.0.0 (high)'],
    });
    expect((await offline('leaky', '2.0.0')).advisories!.state).toBe('none-known');
    expect((await offline('taken-back', '1.0.0')).advisories!.state).toBe('none-known');
    expect((await offline('constructor', '1.0.0')).advisories!.state).toBe('none-known');
  });
  test('after a week it proves nothing clean any more, and still warns', async () => {
    const later = new Date(NOW.getTime() + 8 * 86_400_000);
    expect((await offline('leaky', '2.0.0', later)).advisories).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('too old') as string,
    });
    expect((await offline('leaky', '1.9.0', later)).advisories!.state).toBe('affected');
  });
  test.each([
    ['a dump without the canary', () => (world.knows.dumps['npm'] = dump(planted('leaky'))), /lodash 4\.17\.15/],
    ['an empty dump', () => (world.knows.dumps['npm'] = zipOf({})), /lodash 4\.17\.15/],
    ['no zip', () => (world.knows.dumps['npm'] = Buffer.from('<html>sign in</html>')), /no zip archive/],
    ['a zip that was cut short', () => (world.knows.dumps['npm'] = dump(LODASH).subarray(0, 200)), /no zip archive/],
    ['an error', () => world.misbehave((path) => path.startsWith('/dumps'), MISBEHAVIOURS['503']), /answered 503/],
    ['a download that breaks off', () => world.misbehave((path) => path.startsWith('/dumps'), MISBEHAVIOURS.truncated), /./],
  ])('%s leaves the last database as it is', async (_, spoil, reason) => {
    const before = databaseState(root, 'npm');
    spoil();
    const result = await sync();
    expect('problem' in result && result.problem).toMatch(reason);
    expect(databaseState(root, 'npm')).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith('.download'))).toEqual([]);
    expect((await offline('leaky', '1.9.0')).advisories!.state).toBe('affected');
  });
  test('a new one takes its place whole', async () => {
    world.knows.dumps['npm'] = dump(LODASH, planted('other'));
    await sync();
    expect((await offline('leaky', '1.9.0')).advisories!.state).toBe('none-known');
    expect(readdirSync(root).filter((name) => name.startsWith('npm-'))).toHaveLength(1);
  });
});

test('an archive from elsewhere counts from its newest change, not from the day it was imported', async () => {
  const path = archive('old.zip', dump(LODASH));
  const built = await buildDatabase({ archive: path, ecosystem: 'npm', source: path, root });
  expect(built).toMatchObject({ state: { asOf: '2026-11-20T08:00:00Z' } });
  expect((await offline('safe', '1.0.0')).advisories!.state).toBe('unknown');
});

test('archives with too much in them are refused', async () => {
  const path = archive('bomb.zip', zipOf({ 'a.json': ' '.repeat(5_000_000), 'b.json': '{}' }));
  const limits = { entries: 10, entryBytes: 1_000_000, totalBytes: 10_000_000 };
  expect(await buildDatabase({ archive: path, ecosystem: 'npm', source: path, root, limits })).toMatchObject({
    problem: expect.stringContaining('more than 1000000 bytes') as string,
  });
});
