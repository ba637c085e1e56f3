import type { Figure } from '@archwright/kernel';
import type { Flow } from '@archwright/model';
import { isStore } from '../decide/sums.ts';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from './synthesis.ts';

/** Decisions that every synchronous request passes, whichever components its flow names. */
const ALWAYS = new Set(['pattern', 'region', 'compute', 'edge', 'api-style', 'authentication', 'language']);

/**
 * Percentiles of each synchronous flow: what the options on its path add, and of its stores the slowest. The sum of p99s is an upper bound, since the slowest
 * hundredth of each part does not fall on the same requests; it is named so.
 */
export function flowLatencies(flows: readonly Flow[], { decided, book }: Synthesis): readonly Flow[] {
  const make = shorthand(book);
  return flows.map((flow) => {
    if (flow.mode !== 'sync') return flow;
    const visited = new Set(flow.steps.flatMap(({ from, to }) => [from, to]));
    const onPath = decided.ledger.options.filter(
      ({ option, latencyP99 }) => latencyP99 && (ALWAYS.has(option.decision) || visited.has(option.decision)),
    );
    const add = (name: 'latencyP50' | 'latencyP99', id: string, label: string): Figure => {
      const [stores, path] = [true, false].map((store) =>
        onPath.filter(({ option }) => isStore(option.decision) === store).flatMap((one) => one[name] ?? []),
      );
      const slowest = make.largest(
        `${id}.store`,
        `${label}: slowest store of the flow`,
        's',
        stores!,
        'no store on the path adds time',
      );
      return make.sum(id, label, 's', [...path!, slowest], 'no part of the path adds time');
    };
    const p50 = add('latencyP50', `flow.${flow.id}.p50`, `${flow.title}: median`);
    const p99 = add('latencyP99', `flow.${flow.id}.p99`, `${flow.title}: p99, upper bound (sum of the parts’ p99)`);
    return { ...flow, latencyP50: p50.id, latencyP99: p99.id };
  });
}
