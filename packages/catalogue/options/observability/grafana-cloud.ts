import { assumption, interval } from '@archwright/kernel';
import { telemetryBaseline, telemetryFigures } from '../../baselines/telemetry.ts';
import { ATTESTED } from '../../attestations.ts';
import { defineOption } from '../../define.ts';
import { grafanaCloud } from '../../prices/grafana-cloud.ts';

export default defineOption({
  id: 'grafana-cloud', decision: 'observability', name: 'OpenTelemetry to Grafana Cloud',
  summary: 'metrics, logs and traces in one hosted place, sent with a vendor-neutral standard',
  technologies: ['grafana', 'opentelemetry', 'prometheus', 'loki', 'tempo'], provides: [], requires: [], attested: ATTESTED.grafanaCloud, tags: ['telemetry:opentelemetry', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...telemetryBaseline, platform: grafanaCloud.platform, logs: grafanaCloud.logs, logsIncluded: grafanaCloud.logsIncluded,
    seriesPrice: grafanaCloud.series, seriesIncluded: grafanaCloud.seriesIncluded,
    setupHours: assumption('set-up: instrumentation, SLO dashboards, alerts', interval(8, 14, 24), 'h', 'auto-instrumentation and generated rules; alerts need thought'),
    deployableHours: assumption('instrumenting one deployable', interval(2, 4, 8), 'h', 'business metrics and span attributes'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'alerts, cardinality, cost'),
    deployableCare: assumption('care of one deployable’s telemetry a month', interval(0.2, 0.5, 1), 'h/month', 'dashboards and alert thresholds'),
  },
  figures: [
    ...telemetryFigures,
    { id: 'paidVolume', label: 'logs and traces above the allowance', unit: 'B/month', formula: 'max(0, logVolume + traceVolume - logsIncluded)' },
    { id: 'paidSeries', label: 'series above the allowance', unit: 'count', formula: 'max(0, series - seriesIncluded)' },
  ],
  costs: [
    { id: 'fee', label: 'platform fee, once above the free allowances', unit: 'USD/month', dimension: 'licence', formula: 'min(1, ceil(paidVolume / logsIncluded) + ceil(paidSeries / seriesIncluded)) * platform' },
    { id: 'volume', label: 'logs and traces', unit: 'USD/month', dimension: 'storage', formula: 'paidVolume * logs' },
    { id: 'metrics', label: 'metric series', unit: 'USD/month', dimension: 'storage', formula: 'paidSeries * seriesPrice' },
  ],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'instrumentation, dashboards and alerts' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'alerts, cardinality and cost' },
  parts: 1,
  gains: 'one place for metrics, logs and traces that does not fail with the system it watches, and a standard that changes vendors by configuration',
  gives: 'a bill that follows log volume and metric cardinality; telemetry leaves the own network',
  rollback: 'point the collector at another backend; dashboards export as JSON',
});
