import type { Evidence } from '@archwright/model';
import { type Cycle, cycleOf, recommendedCycle, saidOfCycle } from './cycles.ts';
import { observe } from './observation.ts';
import shipped from './snapshot.json' with { type: 'json' };
import { packageUrl, type Subject } from './subject.ts';
import type { Verifier } from './verifier.ts';

export { recommendedCycle, type Cycle } from './cycles.ts';

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

/** The shipped knowledge with its date: release lines for what has them, package versions otherwise. It backs `stale`, never more. */
export function snapshotSource(snapshot: Snapshot): Verifier {
  return {
    id: 'snapshot',
    name: 'shipped snapshot',
    phase: 'versions',
    supports: ({ lines, packages }) =>
      (lines !== undefined && snapshot.cycles[lines.product] !== undefined) ||
      packages.some((one) => knownIn(snapshot, one) !== undefined),
    verify: async (subject, { now }) => [
      {
        kind: 'observed',
        source: 'shipped snapshot',
        observations: [...fromCycles(subject, snapshot, now), ...fromNpm(subject, snapshot)],
      },
    ],
  };
}

const knownIn = ({ npm }: Snapshot, { ecosystem, name }: Subject['packages'][number]) =>
  ecosystem === 'npm' && Object.hasOwn(npm, name) ? npm[name] : undefined;

function fromCycles({ id, lines }: Subject, snapshot: Snapshot, now: Date): readonly Evidence[] {
  const known = lines === undefined ? undefined : snapshot.cycles[lines.product];
  if (!known || !lines) return [];
  const { product, version } = lines;
  const today = now.toISOString().slice(0, 10);
  const used = version === undefined ? undefined : cycleOf(known.cycles, version);
  const recommended = recommendedCycle(known.cycles, today);
  return saidOfCycle({
    product,
    cycles: known.cycles,
    recommended,
    today,
    ...(version !== undefined && { version }),
    ...(used && { used }),
  }).map((one) =>
    observe({
      subject: id,
      ...one,
      source: snapshot.cyclesSource,
      locator: known.locator,
      digest: known.digest,
      retrievedAt: snapshot.cyclesAsOf,
      sourceAsOf: snapshot.cyclesAsOf,
      tier: 'E',
      origin: 'snapshot',
    }),
  );
}

const fromNpm = ({ id, packages }: Subject, snapshot: Snapshot): readonly Evidence[] =>
  packages.flatMap((one) => {
    const known = knownIn(snapshot, one);
    if (!known) return [];
    const base = {
      subject: id,
      about: packageUrl(one),
      source: 'npm registry',
      locator: `https://registry.npmjs.org/${one.name}`,
      digest: known.digest,
      retrievedAt: snapshot.npmAsOf,
      sourceAsOf: snapshot.npmAsOf,
      tier: 'E' as const,
      origin: 'snapshot' as const,
    };
    return [
      observe({ ...base, claim: 'version', value: known.version }),
      ...(known.deprecated ? [observe({ ...base, claim: 'deprecated', value: known.deprecated, version: known.version })] : []),
    ];
  });
