import type { Figure } from '@archwright/kernel';
import type { Architecture, Flow } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from '../synthesise/synthesis.ts';

/** Decisions that every synchronous request passes, whichever components its flow names. */
const ALWAYS = new Set(['pattern', 'region', 'compute', 'edge', 'api-style', 'authentication', 'language']);

/**
 * Percentiles of each synchronous flow: what the options on its path add. The sum of p99s is an upper bound, since the slowest
 * hundredth of each part does not fall on the same requests; it is named so.
 */
export function flowLatencies(architecture: Architecture, { decided, book }: Synthesis): readonly Flow[] {
  const make = shorthand(book);
  return architecture.flows.map((flow) => {
    if (flow.mode !== 'sync') return flow;
    const visited = new Set(flow.steps.flatMap(({ from, to }) => [from, to]));
    const onPath = decided.ledger.options.filter(({ option, latencyP99 }) => latencyP99 && (ALWAYS.has(option.decision) || visited.has(option.decision)));
    const pick = (name: 'latencyP50' | 'latencyP99'): Figure[] => onPath.flatMap((one) => one[name] ?? []);
    const p50 = make.sum(`flow.${flow.id}.p50`, `${flow.title}: median`, 's', pick('latencyP50'), 'no option on the path adds time');
    const p99 = make.sum(`flow.${flow.id}.p99`, `${flow.title}: p99, upper bound (sum of the parts’ p99)`, 's', pick('latencyP99'), 'no option on the path adds time');
    return { ...flow, latencyP50: p50.id, latencyP99: p99.id };
  });
}
