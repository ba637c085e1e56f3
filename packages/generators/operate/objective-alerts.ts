import { formatNumber, formatQuantity } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { type Alert, alertName, type Series } from './alert.ts';
import { type BurnWindow, burnWindows, RECORDED_WINDOWS } from './burn-rate.ts';
import { errorRatio, type Indicator, indicatorsOf } from './indicator.ts';
import { promDuration, promNumber, promString } from './promql.ts';
import { SIGNALS } from './signals.ts';

const record = (seconds: number): string => `slo:bad_ratio:rate${promDuration(seconds)}`;

/** Share of bad events of every objective over every window the alerts look at. */
export const recordingRules = (design: Design) =>
  indicatorsOf(design).flatMap((indicator) =>
    RECORDED_WINDOWS.map((seconds) => ({
      record: record(seconds),
      expr: errorRatio(indicator, promDuration(seconds)),
      labels: { slo: indicator.slo.id },
    })),
  );

/** The multi-window, multi-burn-rate alerts of every SLO. */
export const objectiveAlerts = (design: Design): readonly Alert[] =>
  indicatorsOf(design).flatMap((indicator) =>
    burnWindows(indicator.slo.objective, indicator.slo.windowDays).map((window) => burnAlert(indicator, window, design)),
  );

function burnAlert(indicator: Indicator, window: BurnWindow, design: Design): Alert {
  const { slo } = indicator;
  const at = promNumber(window.threshold);
  const series = `{slo=${promString(slo.id)}}`;
  const [long, short] = [window.long, window.short].map((seconds) => formatQuantity(seconds, 's'));
  const flow = design.architecture.flows.find(({ id }) => id === slo.flow);
  const components = flow
    ? flow.steps.flatMap(({ from, to }) => [from, to])
    : design.architecture.units.flatMap(({ runs }) => runs);
  return {
    name: alertName(slo.id, 'burn', window.id),
    group: 'objectives',
    expression: `${record(window.long)}${series} > ${at} and ${record(window.short)}${series} > ${at}`,
    for: window.severity === 'page' ? '2m' : '15m',
    severity: window.severity,
    labels: {},
    seriesLabels: { slo: slo.id },
    summary: `${slo.name}: the error budget burns ${formatNumber(window.burn)} times too fast over ${long}`,
    meaning:
      `More than ${formatQuantity(window.threshold, 'ratio')} of the events were bad over the last ${long} and still are over the last ${short}. ` +
      `At this rate the budget of ${slo.windowDays} days is gone in ${formatQuantity((slo.windowDays * 86_400) / window.burn, 's')}.`,
    look: [
      'the dashboard: which operation and which unit carry the bad events, and since when',
      'the last release and the last configuration change: did the burn start with one of them?',
      indicator.bad === undefined
        ? `traces slower than ${formatQuantity(indicator.threshold ?? 0, 's')}: which span grew, and the use of the component behind it`
        : 'the logs of those requests by error code, and the health of the stores and providers behind them',
    ],
    actions: [
      'started with a release: roll back first (`deploy/rollback.md`), look for the reason afterwards',
      'a store or provider is slow: follow its runbook below; shed optional work before the main flow',
      'load above plan: add instances up to the planned use, then tighten the rate limits of the heaviest caller',
    ],
    components: [...new Set(components)],
    afterRelease: true,
    test: {
      fires: eventSeries(indicator, Math.max(window.threshold * 1.1, 0.001), design),
      silent: eventSeries(indicator, window.threshold * 0.9, design),
      after: 40,
    },
  };
}

/** Counters whose bad share is constant, so that every window sees the same ratio. */
function eventSeries(indicator: Indicator, share: number, design: Design): readonly Series[] {
  const total = 1_000_000;
  const bad = Math.min(total, Math.round(total * share));
  const grow = (step: number): string => `0+${step}x60`;
  const { slo, threshold } = indicator;
  const flow = design.architecture.flows.find(({ id }) => id === slo.flow);
  const operation = flow?.operation === undefined ? '' : `operation=${promString(flow.operation)},`;
  if (slo.kind === 'availability') {
    const requests = (code: number) => `${SIGNALS.requests.name}{${operation}code="${code}"}`;
    return [
      { series: requests(200), values: grow(total - bad) },
      { series: requests(500), values: grow(bad) },
    ];
  }
  const scope = slo.kind === 'freshness' ? (slo.flow === undefined ? '' : `flow=${promString(slo.flow)},`) : operation;
  const metric = slo.kind === 'freshness' ? SIGNALS.completion.name : SIGNALS.duration.name;
  return [
    { series: `${metric}_count{${scope}unit="any"}`, values: grow(total) },
    { series: `${metric}_bucket{${scope}unit="any",le="${promNumber(threshold ?? 0)}"}`, values: grow(total - bad) },
  ];
}
