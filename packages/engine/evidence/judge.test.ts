import type { Evidence, VersionFinding } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type Judged } from './judge.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const HOUR_MS = 3_600_000;
const ago = (hours: number): string => new Date(NOW.getTime() - hours * HOUR_MS).toISOString();
const library: Judged = {
  id: 'lib',
  name: 'Lib',
  documentation: 'https://lib.example/',
  versioned: true,
  status: 'active',
  identifiers: { npm: 'lib' },
};
const product: Judged = {
  ...library,
  id: 'base',
  name: 'Base',
  identifiers: { endoflife: 'base', oci: 'library/base', npm: 'base-client' },
};

let count = 0;
const said = (one: Partial<Evidence>): Evidence => ({
  id: `o${(count += 1)}`,
  subject: 'lib',
  claim: 'version',
  value: '1.2.3',
  about: 'pkg:npm/lib',
  source: 'npm registry',
  locator: 'https://registry.example/lib',
  retrievedAt: ago(1),
  tier: 'B',
  origin: 'live',
  ...one,
});

describe('what observations come to', () => {
  test.each<[string, readonly Evidence[], Partial<VersionFinding>]>([
    ['nothing', [], { status: 'unverified' }],
    ['a registry of today', [said({})], { status: 'verified', version: '1.2.3' }],
    ['the same two days later', [said({ retrievedAt: ago(49) })], { status: 'stale', version: '1.2.3' }],
    ['a snapshot, however fresh', [said({ origin: 'snapshot', tier: 'E' })], { status: 'stale' }],
    ['an index of documentation settles nothing', [said({ tier: 'D' })], { status: 'stale' }],
    ['an observation that is in no ledger', [{ ...said({}), id: undefined } as unknown as Evidence], { status: 'unverified' }],
    [
      'a live answer before a snapshot that says less',
      [said({}), said({ origin: 'snapshot', tier: 'E', value: '1.2.0', source: 'snapshot', retrievedAt: ago(200) })],
      { status: 'verified', version: '1.2.3' },
    ],
    [
      'a snapshot that has seen more than a mirror',
      [said({}), said({ origin: 'snapshot', tier: 'E', value: '1.3.0', source: 'snapshot', retrievedAt: ago(200) })],
      { status: 'stale', version: '1.2.3' },
    ],
    [
      'a pre-release above is not newer',
      [said({}), said({ claim: 'exists', value: '2.0.0-rc.1', source: 'x' })],
      { status: 'verified' },
    ],
    [
      'two equals of one day that differ',
      [said({}), said({ value: '1.2.4', source: 'mirror', locator: 'm' })],
      { status: 'conflict' },
    ],
    [
      'the same source a day later replaces what it said',
      [said({ retrievedAt: ago(30) }), said({ value: '1.2.4' })],
      { status: 'verified', version: '1.2.4' },
    ],
    [
      'any source that calls it deprecated',
      [
        said({}),
        said({ claim: 'maintained', version: '1.2.3', source: 'a' }),
        said({ claim: 'deprecated', value: 'gone', version: '1.2.3', source: 'b' }),
      ],
      { deprecated: 'gone' },
    ],
    [
      'a deprecation of another version',
      [said({}), said({ claim: 'deprecated', value: 'gone', version: '0.9.0' })],
      { status: 'verified' },
    ],
  ])('%s', (_, observations, expected) => {
    expect(judge(library, observations, [], NOW)).toMatchObject(expected);
  });

  test('a client of a server is not the server', () => {
    const client = said({ about: 'pkg:npm/base-client', value: '9.9.9' });
    expect(judge(product, [client], [], NOW)).toMatchObject({ status: 'unverified' });
    const line = said({ about: 'line:base/18', value: '18.7', source: 'endoflife.date', tier: 'C' });
    expect(judge(product, [client, line], [], NOW)).toMatchObject({ status: 'verified', version: '18.7' });
  });

  test('the earliest end of life counts, and who differs is said', () => {
    const line = { about: 'line:base/18', tier: 'C' as const };
    const found = judge(
      product,
      [
        said({ ...line, value: '18.7' }),
        said({ ...line, claim: 'end-of-life', value: '2030-11-14', source: 'a' }),
        said({ ...line, claim: 'end-of-life', value: '2029-01-01', source: 'b' }),
        said({ ...line, about: 'line:base/14', claim: 'end-of-life', value: '2026-11-12', source: 'a' }),
      ],
      [],
      NOW,
    );
    expect(found.endOfLife).toBe('2029-01-01');
    expect(found.disagreements).toEqual([expect.stringContaining('2030-11-14')]);
  });

  test.each<[string, readonly Evidence[], string]>([
    ['nobody answered', [], 'unknown'],
    ['one answered today', [said({ claim: 'no-advisory', version: '1.2.3' })], 'none-known'],
    ['one answered yesterday', [said({ claim: 'no-advisory', version: '1.2.3', retrievedAt: ago(13) })], 'unknown'],
    [
      'a database of five days',
      [said({ claim: 'no-advisory', version: '1.2.3', retrievedAt: ago(120), origin: 'database' })],
      'none-known',
    ],
    [
      'a database of eight days',
      [said({ claim: 'no-advisory', version: '1.2.3', retrievedAt: ago(192), origin: 'database' })],
      'unknown',
    ],
    ['an answer about another version', [said({ claim: 'no-advisory', version: '1.2.2' })], 'unknown'],
    [
      'one found something, another nothing',
      [
        said({ claim: 'no-advisory', version: '1.2.3', source: 'a' }),
        said({ claim: 'advisory', value: 'GHSA-1: x', version: '1.2.3', source: 'b' }),
      ],
      'affected',
    ],
    [
      'an advisory, however old',
      [said({ claim: 'advisory', value: 'GHSA-1: x', version: '1.2.3', retrievedAt: ago(9_000) })],
      'affected',
    ],
    [
      'an advisory that its source took back',
      [
        said({ claim: 'advisory', value: 'GHSA-1: x', version: '1.2.3', retrievedAt: ago(20) }),
        said({ claim: 'no-advisory', version: '1.2.3' }),
      ],
      'none-known',
    ],
  ])('advisories: %s', (_, observations, state) => {
    expect(judge(library, [said({}), ...observations], [], NOW).advisories!.state).toBe(state);
  });
});

const observations = fc.array(
  fc
    .record({
      claim: fc.constantFrom(
        'version',
        'exists',
        'deprecated',
        'maintained',
        'end-of-life',
        'advisory',
        'no-advisory',
        'documentation' as const,
      ),
      value: fc.constantFrom('1.2.3', '1.2.4', '2.0.0', '2027-01-01', 'GHSA-1: x (high)'),
      version: fc.constantFrom('1.2.3', '1.2.4'),
      source: fc.constantFrom('npm registry', 'mirror', 'deps.dev'),
      tier: fc.constantFrom('B', 'C', 'D', 'E' as const),
      origin: fc.constantFrom('live', 'cache', 'snapshot', 'database', 'curated' as const),
      hours: fc.integer({ min: 0, max: 2_000 }),
    })
    .map(({ hours, ...one }) => said({ ...one, retrievedAt: ago(hours) } as Partial<Evidence>)),
  { maxLength: 9 },
);
/** How much a verdict claims. */
const STRENGTH = { verified: 3, stale: 2, conflict: 1, unverified: 1 } as const;
const spoken = (finding: VersionFinding): unknown => ({
  ...finding,
  evidence: finding.evidence.map(({ id }) => id).sort(),
});

test('the order of the observations changes nothing', () => {
  fc.assert(
    fc.property(observations, fc.infiniteStream(fc.nat()), (some, keys) => {
      const shuffled = some.map((one) => ({ one, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
      expect(
        spoken(
          judge(
            library,
            shuffled.map(({ one }) => one),
            [],
            NOW,
          ),
        ),
      ).toEqual(spoken(judge(library, some, [], NOW)));
    }),
  );
});

test('time alone only weakens a verdict', () => {
  fc.assert(
    fc.property(observations, fc.integer({ min: 0, max: 3_000 }), (some, hours) => {
      const [before, after] = [
        judge(library, some, [], NOW),
        judge(library, some, [], new Date(NOW.getTime() + hours * HOUR_MS)),
      ];
      expect(STRENGTH[after.status]).toBeLessThanOrEqual(STRENGTH[before.status]);
      if (before.advisories!.state !== 'none-known' && before.version === after.version)
        expect(after.advisories!.state).not.toBe('none-known');
      if (before.guidance!.state === 'unverified') expect(after.guidance!.state).toBe('unverified');
    }),
  );
});

test('what is said rests on observations that are there', () => {
  fc.assert(
    fc.property(observations, (some) => {
      const { restsOn, evidence, version } = judge(library, some, [], NOW);
      expect(restsOn).toEqual(evidence.map(({ id }) => id).sort());
      if (version !== undefined) expect(evidence.some(({ value }) => value === version)).toBe(true);
    }),
  );
});
