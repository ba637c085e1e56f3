import type { Gate, GateCheck } from '@archwright/model';
import { type Check, failed, type GateInput, passed } from './check.ts';
import { antiPatterns } from './checks/anti-patterns.ts';
import { artefactsAccepted } from './checks/artefacts-accepted.ts';
import { deploymentDefined } from './checks/deployment-defined.ts';
import { deprecatedTechnology } from './checks/deprecated-technology.ts';
import { edgeServerlessConsidered } from './checks/edge-serverless-considered.ts';
import { everyVersionVerified } from './checks/every-version-verified.ts';
import { existingDecision } from './checks/existing-decision.ts';
import { figuresDerived } from './checks/figures-derived.ts';
import { hardConstraint } from './checks/hard-constraint.ts';
import { knownVulnerability } from './checks/known-vulnerability.ts';
import { numberWithoutFigure } from './checks/number-without-figure.ts';
import { outdatedPattern } from './checks/outdated-pattern.ts';
import { rollback } from './checks/rollback.ts';
import { scaleBudgetTimeline } from './checks/scale-budget-timeline.ts';
import { teamCanOperate } from './checks/team-can-operate.ts';
import { threatModel } from './checks/threat-model.ts';
import { totalCost } from './checks/total-cost.ts';
import { tradeOffs } from './checks/trade-offs.ts';
import { versionSourceDated } from './checks/version-source-dated.ts';
import { versionWithoutEvidence } from './checks/version-without-evidence.ts';

export const CHECKS: readonly Check[] = [
  versionWithoutEvidence,
  versionSourceDated,
  knownVulnerability,
  deprecatedTechnology,
  outdatedPattern,
  tradeOffs,
  deploymentDefined,
  edgeServerlessConsidered,
  scaleBudgetTimeline,
  existingDecision,
  threatModel,
  teamCanOperate,
  rollback,
  totalCost,
  hardConstraint,
  artefactsAccepted,
  figuresDerived,
  numberWithoutFigure,
  antiPatterns,
];

const feasible: Check = {
  id: 'feasible',
  title: 'A design that meets every constraint exists',
  run: ({ design }) =>
    design.conflict
      ? failed(design.conflict.map(({ constraint, wouldHaveToBecome }) => `${constraint} → ${wouldHaveToBecome}`).join('; '))
      : passed('found by exact search'),
};

/** The checks a response must pass before it is shown as an answer. Questions alone are not held to them. */
export function runGate(input: GateInput): Gate {
  const { depth, conflict } = input.design;
  if (depth === 'questions') return { passed: true, checks: [] };
  const asked = input.requireVerified === true ? [everyVersionVerified] : [];
  const applied = conflict ? [feasible] : [feasible, ...CHECKS, ...asked];
  const checks = applied.map((check): GateCheck => {
    const { outcome, detail } =
      check.onlyFull && depth === 'short'
        ? { outcome: 'not-applicable' as const, detail: 'a short answer has no such part' }
        : check.run(input);
    return { id: check.id, title: check.title, outcome, detail, ...(check.checklist && { checklist: check.checklist }) };
  });
  return { passed: checks.every(({ outcome }) => outcome !== 'failed'), checks };
}
