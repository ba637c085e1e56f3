import type { Fact } from '@archwright/kernel';
import type { FormulaLine, Option } from '@archwright/model';
import { monthlyEgress } from '../baselines/edge.ts';

/**
 * No edge network: bytes leave the provider at its list price.
 *
 * @param own - `cost` reads `egress` (bytes a month) and the parameters; absent where bytes are free or counted elsewhere
 */
export const directEgress = (own: { readonly id: string; readonly name: string; readonly where: string; readonly provider: string; readonly parameters: Readonly<Record<string, Fact>>; readonly cost?: string; readonly figures?: readonly FormulaLine[] }): Option => ({
  id: own.id, decision: 'edge', name: own.name, summary: `users reach the service at ${own.where} itself; nothing is kept or computed nearer to them`,
  technologies: [], provides: [], requires: [own.provider], tags: ['edge:none'], conflicts: [],
  parameters: own.parameters, figures: own.cost ? [monthlyEgress, ...(own.figures ?? [])] : [],
  costs: own.cost ? [{ id: 'internet', label: 'bytes out to the internet', unit: 'USD/month', dimension: 'traffic', formula: own.cost }] : [],
  limits: [],
  build: { formula: '0 * oneHour', reason: 'nothing to build' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' },
  parts: 0,
  gains: 'nothing between users and service that caches, rewrites or fails', gives: 'every byte leaves at the provider’s price, and far users wait for every round trip',
  rollback: 'nothing to undo; an edge network is added by changing DNS',
});
