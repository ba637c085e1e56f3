import type { Design, Slo } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { bucket, type Matcher, selector } from './promql.ts';
import { SIGNALS } from './signals.ts';

/** How an SLO is measured: good and all events as counters. */
export interface Indicator {
  readonly slo: Slo;
  /** Instant-vector selectors of monotonic counters. */
  readonly total: string;
  /** Exactly one of the two is set: availability counts the bad events, a threshold counts the good ones. */
  readonly bad?: string;
  readonly good?: string;
  /** Bound in s, for latency and freshness. */
  readonly threshold?: number;
}

/** The indicators of a design's SLOs, in their order. An SLO on time without a threshold cannot be measured and is left out. */
export function indicatorsOf(design: Design): readonly Indicator[] {
  const { figure } = lookup(design);
  return design.architecture.slos.flatMap((slo): readonly Indicator[] => {
    const flow = design.architecture.flows.find(({ id }) => id === slo.flow);
    const scope: readonly Matcher[] = flow?.operation === undefined ? [] : [['operation', '=', flow.operation]];
    if (slo.kind === 'availability') {
      const requests = SIGNALS.requests.name;
      return [{ slo, total: selector(requests, ...scope), bad: selector(requests, ...scope, ['code', '=~', '5..']) }];
    }
    if (slo.threshold === undefined) return [];
    const threshold = figure(slo.threshold).likely;
    const flowScope: readonly Matcher[] = slo.flow === undefined ? [] : [['flow', '=', slo.flow]];
    const [metric, matchers] = slo.kind === 'freshness' ? [SIGNALS.completion.name, flowScope] : [SIGNALS.duration.name, scope];
    return [
      {
        slo,
        threshold,
        total: selector(`${metric}_count`, ...matchers),
        good: selector(`${metric}_bucket`, ...matchers, bucket(threshold)),
      },
    ];
  });
}

/** Share of bad events over a window (PromQL duration), 0 to 1; no value while there are no events. */
export const errorRatio = ({ total, bad, good }: Indicator, window: string): string =>
  bad === undefined
    ? `1 - sum(rate(${good}[${window}])) / sum(rate(${total}[${window}]))`
    : `sum(rate(${bad}[${window}])) / sum(rate(${total}[${window}]))`;
