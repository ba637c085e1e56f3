import type { Evidence, Technology } from '@archwright/model';
import type { EvidenceSource } from './observation.ts';
import shipped from './snapshot.json' with { type: 'json' };

export interface Cycle {
  readonly cycle: string;
  readonly released: string;
  readonly latest: string;
  readonly latestReleased?: string;
  /** ISO date, or false where the source gives no end. */
  readonly eol: string | boolean | null;
  /** Since when the line is a long-term one: date, true, or false. */
  readonly lts: string | boolean | null;
}
export interface Snapshot {
  readonly cyclesAsOf: string;
  readonly cyclesSource: string;
  readonly npmAsOf: string;
  readonly cycles: Readonly<
    Record<string, { readonly locator: string; readonly digest: string; readonly cycles: readonly Cycle[] }>
  >;
  readonly npm: Readonly<Record<string, { readonly version: string; readonly deprecated?: string; readonly digest: string }>>;
}

export const shippedSnapshot: Snapshot = shipped as unknown as Snapshot;

const begun = (value: string | boolean | null, today: string): boolean =>
  value === true || (typeof value === 'string' && value <= today);

/**
 * The release line to recommend today: supported, released, a long-term line where the product has any, the newest of those.
 * End-of-life flags are computed from the dates, never taken as shipped.
 */
export function recommendedCycle(cycles: readonly Cycle[], today: string): Cycle | undefined {
  const supported = cycles.filter(({ eol, released }) => released <= today && !begun(eol, today));
  const longTerm = supported.filter(({ lts }) => begun(lts, today));
  return [...(longTerm.length > 0 ? longTerm : supported)].sort((a, b) => (a.released < b.released ? 1 : -1))[0];
}

/** The shipped knowledge with its date: release lines for what has them, package versions otherwise. */
export function snapshotSource(snapshot: Snapshot): EvidenceSource {
  return {
    id: 'snapshot',
    covers: ({ identifiers }) =>
      snapshot.cycles[identifiers.endoflife ?? ''] !== undefined || snapshot.npm[identifiers.npm ?? ''] !== undefined,
    observe: async (technology, now) => ({
      kind: 'observed',
      evidence: [...fromCycles(technology, snapshot, now), ...fromNpm(technology, snapshot)],
    }),
  };
}

function fromCycles({ id, identifiers }: Technology, snapshot: Snapshot, now: Date): readonly Evidence[] {
  const known = snapshot.cycles[identifiers.endoflife ?? ''];
  if (!known) return [];
  const base = {
    subject: id,
    source: snapshot.cyclesSource,
    locator: known.locator,
    digest: known.digest,
    retrievedAt: snapshot.cyclesAsOf,
    sourceAsOf: snapshot.cyclesAsOf,
    origin: 'snapshot' as const,
  };
  const cycle = recommendedCycle(known.cycles, now.toISOString().slice(0, 10));
  if (!cycle)
    return [
      {
        ...base,
        claim: 'end-of-life',
        value: `every known line has ended, the last on ${String(known.cycles[0]?.eol ?? 'an unknown day')}`,
      },
    ];
  return [
    { ...base, claim: 'version', value: cycle.latest },
    ...(typeof cycle.eol === 'string' ? [{ ...base, claim: 'end-of-life' as const, value: cycle.eol }] : []),
  ];
}

function fromNpm({ id, identifiers }: Technology, snapshot: Snapshot): readonly Evidence[] {
  const known = snapshot.npm[identifiers.npm ?? ''];
  if (!known) return [];
  const base = {
    subject: id,
    source: 'npm registry',
    locator: `https://registry.npmjs.org/${identifiers.npm}`,
    digest: known.digest,
    retrievedAt: snapshot.npmAsOf,
    sourceAsOf: snapshot.npmAsOf,
    origin: 'snapshot' as const,
  };
  return [
    { ...base, claim: 'version', value: known.version },
    ...(known.deprecated ? [{ ...base, claim: 'deprecated' as const, value: known.deprecated }] : []),
  ];
}
