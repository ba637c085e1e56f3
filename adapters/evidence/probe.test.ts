import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { EvidenceOptions } from './open-evidence.ts';
import { probeSources, type SourceState } from './probe.ts';
import { FixtureWorld } from './testing/fixture-world.ts';
import { MISBEHAVIOURS, type Misbehaviour } from './testing/misbehaviour.ts';
import { NOW } from './testing/open-world.ts';

let world: FixtureWorld;
beforeAll(async () => {
  world = await FixtureWorld.start({
    npm: { wrappy: { latest: '1.0.2', versions: { '1.0.2': {} } }, lodash: { latest: '4.17.15', versions: { '4.17.15': {} } } },
    pypi: { six: { version: '1.0.0' } },
    go: { 'golang.org/x/text': { version: 'v0.3.8' } },
    maven: { 'junit:junit': { versions: ['4.13.2'] } },
    products: { nodejs: [{ cycle: '26', released: '2026-05-05', latest: '26.9.1', eol: '2029-04-30', lts: false }] },
  });
});
afterEach(() => world.behave());
afterAll(() => world.close());

const probed = (more: Partial<EvidenceOptions> = {}): Promise<readonly SourceState[]> =>
  probeSources({
    now: NOW,
    offline: false,
    endpoints: world.endpoints(),
    environment: {},
    clientVersion: '0.0.0',
    timeMs: 1_000,
    timeoutMs: 2_000,
    context7: { kind: 'http', url: 'http://127.0.0.1:9/mcp' },
    ...more,
  });
const states = (found: readonly SourceState[]): readonly string[] => [...new Set(found.map(({ state }) => state))];

test('every source that answers is there, each with one request', async () => {
  const found = await probed();
  expect(found.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(world.seen).toHaveLength(found.length);
});

test('offline nothing is asked, and each says what that costs', async () => {
  const found = await probed({ offline: true });
  expect(states(found)).toEqual(['off']);
  expect(world.seen).toEqual([]);
  for (const { detail } of found) expect(detail).toMatch(/^--offline; \w/);
});

test.each(['401', '404', '429', '500', 'reset', 'hang', '301 to another host'] as const satisfies readonly Misbehaviour[])(
  'a source with %s is missing, with what that costs',
  async (name) => {
    world.misbehave((path) => !path.startsWith('/oci'), MISBEHAVIOURS[name]);
    const found = (await probed({ timeoutMs: 200 })).filter((one) => one.name !== 'container registry');
    expect(states(found)).toEqual(['missing']);
    for (const { detail } of found) expect(detail).toMatch(/; \w/);
  },
);

test('a source that is turned off is asked nothing', async () => {
  const found = await probed({ endpoints: { ...world.endpoints(), github: 'off' }, context7: undefined });
  expect(found.filter(({ state }) => state === 'off').map((one) => one.name)).toEqual(['Context7', 'GitHub releases']);
});

test('a key goes to its own source alone', async () => {
  await probed({ githubToken: 'gh-secret', context7Key: 'c7-secret' });
  for (const { path, headers } of world.seen)
    expect([path.split('/')[1], headers['authorization']]).toEqual([
      path.split('/')[1],
      path.startsWith('/github') ? 'Bearer gh-secret' : path.startsWith('/context7') ? 'Bearer c7-secret' : undefined,
    ]);
});
