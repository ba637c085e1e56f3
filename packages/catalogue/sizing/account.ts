import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Capability, Option } from '@archwright/model';

/** A provider as a decision: its account, its attestations and regions, and what it costs before anything runs. */
export const providerOption = (own: {
  readonly id: string; readonly name: string; readonly technology: string; readonly summary: string; readonly provides: readonly Capability[];
  readonly setup: readonly [low: number, likely: number, high: number, reason: string]; readonly care: readonly [low: number, likely: number, high: number, reason: string];
  readonly parameters?: Readonly<Record<string, Fact>>; readonly base?: { readonly label: string; readonly formula: string };
  readonly gains: string; readonly gives: string; readonly rollback: string;
}): Option => ({
  id: own.id, decision: 'provider', name: own.name, summary: own.summary, technologies: [own.technology], provides: own.provides, requires: [], tags: [`provider:${own.id}`], conflicts: [],
  parameters: {
    ...own.parameters,
    setupHours: assumption('set-up of the account', interval(own.setup[0], own.setup[1], own.setup[2]), 'h', own.setup[3]),
    careHours: assumption('care of the account a month', interval(own.care[0], own.care[1], own.care[2]), 'h/month', own.care[3]),
  },
  figures: [],
  costs: own.base ? [{ id: 'account', label: own.base.label, unit: 'USD/month', dimension: 'base', formula: own.base.formula }] : [],
  limits: [],
  build: { formula: 'setupHours', reason: own.setup[3] }, run: { formula: 'careHours', reason: own.care[3] },
  parts: 1, gains: own.gains, gives: own.gives, rollback: own.rollback,
});
