import type { AdvisoryState, Attempt, Evidence } from '@archwright/model';
import { citation, claiming } from './observations.ts';
import { isCurrent } from './policy.ts';

const SEVERITIES = ['critical', 'high', 'moderate', 'medium', 'low'];
const weight = (text: string): number => {
  const found = SEVERITIES.findIndex((word) => text.toLowerCase().endsWith(`(${word})`));
  return found < 0 ? SEVERITIES.length : found;
};
/** `GHSA-…: title (high)` → `GHSA-…`. */
const idOf = ({ value }: Evidence): string => value.split(':')[0]!;

/**
 * Known vulnerabilities of a version: the union of what every source found. It is clean only where a source answered for this very
 * version, recently, and nobody found anything; a failed or missing look-up is unknown.
 */
export function adviceOn(
  version: string | undefined,
  evidence: readonly Evidence[],
  attempts: readonly Attempt[],
  now: Date,
): AdvisoryState {
  if (version === undefined) return { state: 'unknown', found: [], reason: 'no version to ask about' };
  const found = claiming(evidence, 'advisory').filter((one) => one.version === version);
  const ids = new Map(found.map((one) => [idOf(one), one.value]));
  if (found.length > 0)
    return {
      state: 'affected',
      found: [...ids.values()].toSorted((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1)),
      reason: [...new Set(found.map(citation))].sort().join('; '),
    };
  const cleared = claiming(evidence, 'no-advisory').filter((one) => one.version === version);
  const current = cleared.filter((one) => isCurrent(one, now));
  if (current.length > 0)
    return { state: 'none-known', found: [], reason: [...new Set(current.map(citation))].sort().join('; ') };
  const old = cleared[0];
  if (old) return { state: 'unknown', found: [], reason: `last answer is too old: ${citation(old)}` };
  return { state: 'unknown', found: [], reason: whyNobodyAnswered(attempts) };
}

function whyNobodyAnswered(attempts: readonly Attempt[]): string {
  const asked = attempts.filter(({ source, outcome }) => /advisor|osv/i.test(source) && outcome !== 'observed');
  return asked[0] ? `${asked[0].source}: ${asked[0].reason}` : 'no advisory source was asked about it';
}
