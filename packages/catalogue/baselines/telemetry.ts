import { assumption, fact, interval } from '@archwright/kernel';
import type { FormulaLine } from '@archwright/model';
import { numbersReference, workBaseline } from './work.ts';

/** What a running system says about itself. */
export const telemetryBaseline = {
  logBytes: workBaseline.logBytes,
  logKept: assumption('log events kept a request or job', interval(0.1, 0.5, 2), 'ratio', 'errors and slow requests in full, the rest sampled as volume grows'),
  spanBytes: fact('one span', interval(300, 500, 1_000), 'B', numbersReference),
  spanKept: assumption('spans kept a request', interval(0.05, 0.5, 3), 'ratio', 'five to ten spans a request, five to ten per cent sampled'),
  seriesPerDeployable: assumption('metric series of one deployable', interval(500, 1_500, 4_000), 'count', 'routes × status × histogram buckets, runtime and store metrics, a few replicas'),
};

/** Telemetry of the whole system, a month. */
export const telemetryFigures: readonly FormulaLine[] = [
  { id: 'logVolume', label: 'logs', unit: 'B/month', formula: '(requestMean + jobMean) * logKept * logBytes * secondsPerMonth' },
  { id: 'traceVolume', label: 'traces', unit: 'B/month', formula: '(requestMean + jobMean) * spanKept * spanBytes * secondsPerMonth' },
  { id: 'series', label: 'metric series', unit: 'count', formula: 'deployables * regionCopies * seriesPerDeployable' },
];
