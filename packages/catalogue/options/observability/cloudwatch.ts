import { assumption, interval } from '@archwright/kernel';
import { telemetryBaseline, telemetryFigures } from '../../baselines/telemetry.ts';
import { defineOption } from '../../define.ts';
import { awsCloudwatch } from '../../prices/aws-cloudwatch.ts';

export default defineOption({
  id: 'cloudwatch', decision: 'observability', name: 'OpenTelemetry to Amazon CloudWatch',
  summary: 'logs, metrics and alarms of the cloud itself, beside what its services report for free',
  technologies: ['cloudwatch', 'opentelemetry'], provides: [], requires: ['provider:aws'], tags: ['telemetry:opentelemetry', 'managed'], conflicts: [],
  parameters: {
    ...telemetryBaseline, ingest: awsCloudwatch.logIngest, logFree: awsCloudwatch.logFree, metric: awsCloudwatch.metric, metricsFree: awsCloudwatch.metricsFree, alarm: awsCloudwatch.alarm,
    metricsPerDeployable: assumption('custom metrics of one deployable', interval(10, 25, 60), 'count', 'few, because each has a price'),
    alarmsPerDeployable: assumption('alarms of one deployable', interval(6, 12, 25), 'count', 'SLO burn, saturation, queue age'),
    setupHours: assumption('set-up: log groups, dashboards, alarms', interval(8, 14, 24), 'h', 'service metrics are there; correlation is not'),
    deployableHours: assumption('instrumenting one deployable', interval(2, 4, 8), 'h', 'embedded metrics and alarms'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'retention, alarms, cost'),
    deployableCare: assumption('care of one deployable’s telemetry a month', interval(0.3, 0.8, 1.5), 'h/month', 'searching across logs and traces takes longer'),
  },
  figures: [...telemetryFigures],
  costs: [
    { id: 'volume', label: 'logs and traces', unit: 'USD/month', dimension: 'storage', formula: 'max(0, logVolume + traceVolume - logFree) * ingest' },
    { id: 'metrics', label: 'metrics and alarms', unit: 'USD/month', dimension: 'base', formula: 'max(0, deployables * regionCopies * metricsPerDeployable - metricsFree) * metric + deployables * regionCopies * alarmsPerDeployable * alarm' },
  ],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'log groups, dashboards and alarms' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'retention, alarms and slower searches' },
  parts: 0,
  gains: 'nothing to install, permissions and data stay in the account',
  gives: 'a price on every metric, weak correlation, and a watcher that shares the cloud’s own failures',
  rollback: 'change the exporter of the collector',
});
