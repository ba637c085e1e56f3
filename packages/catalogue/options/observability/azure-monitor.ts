import { assumption, interval } from '@archwright/kernel';
import { telemetryBaseline, telemetryFigures } from '../../baselines/telemetry.ts';
import { defineOption } from '../../define.ts';
import { azureMonitor } from '../../prices/azure-monitor.ts';

export default defineOption({
  id: 'azure-monitor', decision: 'observability', name: 'OpenTelemetry to Azure Monitor',
  summary: 'logs, metrics, traces and alerts of Azure itself, in one workspace',
  technologies: ['azure-monitor', 'opentelemetry'], provides: [], requires: ['provider:azure'], tags: ['telemetry:opentelemetry', 'managed'], conflicts: [],
  parameters: {
    ...telemetryBaseline, ingest: azureMonitor.ingest, logFree: azureMonitor.logFree,
    setupHours: assumption('set-up: workspace, dashboards, alerts', interval(6, 12, 22), 'h', 'service metrics and logs are there'),
    deployableHours: assumption('instrumenting one deployable', interval(2, 4, 8), 'h', 'business metrics and alerts'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'tables, alerts, cost'),
    deployableCare: assumption('care of one deployable’s telemetry a month', interval(0.3, 0.7, 1.5), 'h/month', 'dashboards and alert thresholds'),
  },
  figures: [...telemetryFigures],
  costs: [{ id: 'volume', label: 'logs and traces above the free allowance', unit: 'USD/month', dimension: 'storage', formula: 'max(0, logVolume + traceVolume - logFree) * ingest' }],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'workspace, dashboards and alerts' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'tables, alerts and cost' },
  parts: 0,
  gains: 'nothing to install, a strong query language, data stays in the subscription',
  gives: 'the dearest log volume of the three large clouds',
  rollback: 'change the exporter of the collector',
});
