import type { Figure, FigureBook } from '@archwright/kernel';
import type { Flow } from '@archwright/model';
import type { OptionFigures } from '../decide/ledger.ts';
import { isStore } from '../decide/sums.ts';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from './synthesis.ts';

/** Decisions that every synchronous request passes, whichever components its flow names. */
const ALWAYS = new Set(['pattern', 'region', 'compute', 'edge', 'api-style', 'authentication', 'language']);

/** A part of a request path by its percentiles. */
interface Part {
  readonly p50: Figure;
  readonly p99: Figure;
}

/**
 * Percentiles of each synchronous flow at peak: the time of every part on its path and the wait in front of each station, by
 * M/M/c, put together as independent parts. Of its stores a request waits for one, so the slowest counts. The sum of all
 * p99s stands beside as the bound that holds even where parts are slow together; limits are held against it.
 */
export function flowLatencies(flows: readonly Flow[], { decided, book }: Synthesis): readonly Flow[] {
  return flows.map((flow) => {
    if (flow.mode !== 'sync') return flow;
    const visited = new Set(flow.steps.flatMap(({ from, to }) => [from, to]));
    const onPath = decided.ledger.options.filter(
      ({ option, latencyP99 }) => latencyP99 && (ALWAYS.has(option.decision) || visited.has(option.decision)),
    );
    const id = `flow.${flow.id}`;
    const parts = [...onPath.filter(({ option }) => !isStore(option.decision)), ...slowestStore(onPath)].flatMap(partsOf);
    const bound = shorthand(book).sum(
      `${id}.p99-bound`,
      `${flow.title}: p99 if all parts were slow together`,
      's',
      parts.map(({ p99 }) => p99),
      'no part of the path adds time',
    );
    if (parts.length === 0) return { ...flow, latencyBound: bound.id };
    const at = (name: 'p50' | 'p95' | 'p99', label: string): string =>
      pathFigure(name, `${id}.${name}`, `${flow.title}: ${label}`, parts, book).id;
    return {
      ...flow,
      latencyP50: at('p50', 'median'),
      latencyP95: at('p95', 'p95'),
      latencyP99: at('p99', 'p99'),
      latencyBound: bound.id,
    };
  });
}

/** The time in a part and, where requests queue for it, the wait before. A store whose p50 is unknown counts at its p99. */
function partsOf({ latencyP50, latencyP99, station }: OptionFigures): readonly Part[] {
  return [
    ...(latencyP99 ? [{ p50: latencyP50 ?? latencyP99, p99: latencyP99 }] : []),
    ...(station ? [{ p50: station.waitP50, p99: station.waitP99 }] : []),
  ];
}

function slowestStore(onPath: readonly OptionFigures[]): readonly OptionFigures[] {
  const stores = onPath.filter(({ option }) => isStore(option.decision));
  const time = (one: OptionFigures): number => partsOf(one).reduce((sum, { p99 }) => sum + p99.likely, 0);
  return stores.sort((a, b) => time(b) - time(a)).slice(0, 1);
}

/** Percentile of the path as a figure over its parts: `pathP99(a50, a99, b50, b99)`. */
function pathFigure(name: 'p50' | 'p95' | 'p99', id: string, label: string, parts: readonly Part[], book: FigureBook): Figure {
  const names = parts.flatMap((part, index) => [
    [`part${index + 1}P50`, part.p50] as const,
    [`part${index + 1}P99`, part.p99] as const,
  ]);
  return book.compute(
    id,
    label,
    's',
    `path${name.toUpperCase()}(${names.map(([text]) => text).join(', ')})`,
    Object.fromEntries(names),
  );
}
