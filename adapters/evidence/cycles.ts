import type { Said } from './verifier.ts';

/** A release line of a product. */
export interface Cycle {
  readonly cycle: string;
  readonly released: string;
  /** Absent where the line is a name and has no versions of its own. */
  readonly latest: string | null;
  readonly latestReleased?: string;
  /** ISO date, or false where the source gives no end. */
  readonly eol: string | boolean | null;
  /** Since when the line is a long-term one: date, true, or false. */
  readonly lts: string | boolean | null;
}

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

/** The line a version belongs to: the longest whose name it begins with. */
export const cycleOf = (cycles: readonly Cycle[], version: string): Cycle | undefined =>
  cycles
    .filter(({ cycle }) => version === cycle || version.startsWith(`${cycle}.`) || version.startsWith(`${cycle}-`))
    .sort((a, b) => b.cycle.length - a.cycle.length)[0];

export interface Lines {
  readonly product: string;
  readonly cycles: readonly Cycle[];
  readonly recommended: Cycle | undefined;
  readonly today: string;
  /** The version in use, and the line that holds it. */
  readonly version?: string;
  readonly used?: Cycle;
}

/** What a list of release lines says about the line to recommend, and about the version in use. */
export function saidOfCycle({ product, cycles, recommended, today, version, used }: Lines): readonly Said[] {
  const about = (cycle: string): string => `line:${product}/${cycle}`;
  const ends = ({ cycle, eol }: Cycle): readonly Said[] =>
    typeof eol === 'string'
      ? [{ claim: 'end-of-life', value: eol, about: about(cycle) }]
      : eol === true
        ? [{ claim: 'end-of-life', value: `line ${cycle} has ended, the source does not say when`, about: about(cycle) }]
        : [];
  const current: readonly Said[] = recommended
    ? [
        ...(recommended.latest
          ? [{ claim: 'version' as const, value: recommended.latest, about: about(recommended.cycle) }]
          : []),
        ...ends(recommended),
      ]
    : [
        {
          claim: 'end-of-life',
          value: `every known line has ended, the last on ${String(lastEnd(cycles, today))}`,
          about: `line:${product}`,
        },
      ];
  if (version === undefined || !used) return current;
  return [...current, { claim: 'exists', value: version, about: about(used.cycle) }, ...(used === recommended ? [] : ends(used))];
}

const lastEnd = (cycles: readonly Cycle[], today: string): string =>
  cycles
    .flatMap(({ eol }) => (typeof eol === 'string' && eol <= today ? [eol] : []))
    .sort()
    .at(-1) ?? 'an unknown day';
