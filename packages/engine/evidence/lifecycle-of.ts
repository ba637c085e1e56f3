import type { Evidence } from '@archwright/model';
import type { Judged } from './judge.ts';
import { citation, claiming } from './observations.ts';
import { isCurrent } from './policy.ts';

export interface Lifecycle {
  readonly marks: { readonly endOfLife?: string; readonly deprecated?: string };
  readonly disagreements: readonly string[];
}

/**
 * End of support and deprecation. The worst answer counts: the earliest end, and one source that calls a thing deprecated against any
 * number that call it maintained; who disagreed is said.
 *
 * @param chosen - the observation that names the version; ends of other release lines do not concern it
 */
export function lifecycleOf(
  { status, inUse }: Judged,
  evidence: readonly Evidence[],
  chosen: Evidence | undefined,
  now: Date,
): Lifecycle {
  const version = inUse ?? chosen?.value;
  const ends = claiming(evidence, 'end-of-life').filter(({ about }) => chosen === undefined || about === chosen.about);
  const dated = ends.filter(({ value }) => /^\d{4}-\d{2}-\d{2}/.test(value)).toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const [earliest] = dated;
  const later = dated.find(({ value, source }) => value !== earliest?.value && source !== earliest?.source);
  const gone = claiming(evidence, 'deprecated').filter((one) => one.version === undefined || one.version === version);
  const kept = claiming(evidence, 'maintained').filter((one) => isCurrent(one, now) && one.version === version);
  const ended = ends.find((one) => !dated.includes(one))?.value;
  const deprecated = gone.toSorted(byWeight)[0]?.value ?? ended ?? (status === 'active' ? undefined : status);
  return {
    marks: { ...(earliest && { endOfLife: earliest.value }), ...(deprecated !== undefined && { deprecated }) },
    disagreements: [
      ...(later ? [`end of life ${earliest!.value} by ${citation(earliest!)}, ${later.value} by ${citation(later)}`] : []),
      ...(gone[0] && kept[0] ? [`deprecated by ${citation(gone[0])}, not flagged by ${citation(kept[0])}`] : []),
    ],
  };
}

/** A cited entry of ours says what to use instead, so it is the one shown; then the newest. */
const byWeight = (a: Evidence, b: Evidence): number =>
  Number(b.origin === 'curated') - Number(a.origin === 'curated') ||
  Date.parse(b.retrievedAt) - Date.parse(a.retrievedAt) ||
  ((a.id ?? '') < (b.id ?? '') ? -1 : 1);
