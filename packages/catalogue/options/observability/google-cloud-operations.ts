import { assumption, interval } from '@archwright/kernel';
import { telemetryBaseline, telemetryFigures } from '../../baselines/telemetry.ts';
import { defineOption } from '../../define.ts';
import { gcpOperations } from '../../prices/gcp-operations.ts';

export default defineOption({
  id: 'google-cloud-operations', decision: 'observability', name: 'OpenTelemetry to Google Cloud Observability',
  summary: 'logs, metrics, traces and alerts of Google Cloud itself',
  technologies: ['google-cloud-operations', 'opentelemetry'], provides: [], requires: ['provider:gcp'], tags: ['telemetry:opentelemetry', 'managed'], conflicts: [],
  parameters: {
    ...telemetryBaseline, ...gcpOperations,
    bytesPerSeries: assumption('metric data of one series a month', interval(10e3, 40e3, 350e3), 'B/month', 'eight bytes a point, a point every one to ten minutes'),
    setupHours: assumption('set-up: exporters, dashboards, alerts', interval(6, 12, 22), 'h', 'service metrics and logs are there'),
    deployableHours: assumption('instrumenting one deployable', interval(2, 4, 8), 'h', 'business metrics and alerts'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'exclusions, alerts, cost'),
    deployableCare: assumption('care of one deployable’s telemetry a month', interval(0.3, 0.7, 1.5), 'h/month', 'dashboards and alert thresholds'),
  },
  figures: [...telemetryFigures],
  costs: [
    { id: 'volume', label: 'logs and traces above the free allowance', unit: 'USD/month', dimension: 'storage', formula: 'max(0, logVolume + traceVolume - logFree) * ingest' },
    { id: 'metrics', label: 'metric data above the free allowance', unit: 'USD/month', dimension: 'storage', formula: 'max(0, series * bytesPerSeries - metricFree) * metricByte' },
  ],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'exporters, dashboards and alerts' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'exclusions, alerts and cost' },
  parts: 0,
  gains: 'nothing to install, 50 GiB of logs free, data stays in the project',
  gives: 'a price on metric data, and a watcher that shares the cloud’s own failures',
  rollback: 'change the exporter of the collector',
});
