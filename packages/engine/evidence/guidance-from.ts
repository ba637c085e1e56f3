import type { Attempt, Evidence, GuidanceState } from '@archwright/model';
import { claiming } from './observations.ts';
import { isCurrent } from './policy.ts';

/** Places named at most; the rest is in the ledger. */
const MOST_SOURCES = 4;

/** Whether current documentation of a technology was read, and where its own source lines say it comes from. */
export function guidanceFrom(evidence: readonly Evidence[], attempts: readonly Attempt[], now: Date): GuidanceState {
  const documents = claiming(evidence, 'documentation');
  const current = documents.filter((one) => isCurrent(one, now));
  const sources = [
    ...new Set(
      (current.length > 0 ? current : documents).flatMap(({ value }) => value.match(/https?:\/\/[^\s;,()"”]{1,300}/g) ?? []),
    ),
  ];
  if (current.length > 0)
    return {
      state: 'read',
      reason: `${[...new Set(current.map(({ about = '', source }) => `${source} ${about.replace(/^docs:/, '')}`))].sort().join(', ')}, read ${current[0]!.retrievedAt.slice(0, 10)}`,
      sources: sources.sort().slice(0, MOST_SOURCES),
    };
  const old = documents[0];
  const failed = attempts.find(({ source, outcome }) => /context7/i.test(source) && outcome !== 'observed');
  return {
    state: 'unverified',
    reason: old
      ? `documentation was last read on ${old.retrievedAt.slice(0, 10)}`
      : failed
        ? `${failed.source}: ${failed.reason}`
        : 'documentation was not looked up',
    sources: sources.sort().slice(0, MOST_SOURCES),
  };
}
