import type { Figure } from '@archwright/kernel';
import type { Architecture, Finding } from '@archwright/model';
import { distributedMonolith } from './coupling/distributed-monolith.ts';
import { farUsersWithoutEdge } from './edge/far-users-without-edge.ts';
import { noObservability } from './operations/no-observability.ts';
import { callWithoutTimeout } from './resilience/call-without-timeout.ts';
import { weakerThanItsPromise } from './resilience/weaker-than-its-promise.ts';
import type { Rule } from './rule.ts';
import { unauthenticatedEntry } from './security/unauthenticated-entry.ts';
import { moreServicesThanContexts } from './sizing/more-services-than-contexts.ts';
import { partWithoutPurpose } from './sizing/part-without-purpose.ts';
import { streamWithoutConsumers } from './sizing/stream-without-consumers.ts';

export const RULES: readonly Rule[] = [
  distributedMonolith,
  farUsersWithoutEdge,
  noObservability,
  callWithoutTimeout,
  weakerThanItsPromise,
  unauthenticatedEntry,
  moreServicesThanContexts,
  partWithoutPurpose,
  streamWithoutConsumers,
];

/** Every finding of every rule on one architecture, in the order of the rules. */
export function reviewArchitecture(architecture: Architecture, figures: readonly Figure[]): readonly Finding[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const facts = { architecture, figure: (id: string) => byId.get(id) };
  return RULES.flatMap((rule) =>
    rule.detect(facts).map(({ place, message }): Finding => ({
      rule: rule.id,
      severity: rule.severity,
      place,
      message,
      why: rule.why,
      fix: rule.fix,
    })),
  );
}
