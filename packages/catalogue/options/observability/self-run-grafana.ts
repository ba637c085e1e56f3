import { assumption, fact, interval } from '@archwright/kernel';
import { apiBaseline } from '../../baselines/api.ts';
import { telemetryBaseline, telemetryFigures } from '../../baselines/telemetry.ts';
import { numbersReference } from '../../baselines/work.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'self-run-grafana', decision: 'observability', name: 'OpenTelemetry to Prometheus, Loki, Tempo and Grafana of our own',
  summary: 'the open-source stack on our own machines with logs and traces in object storage',
  technologies: ['prometheus', 'opentelemetry', 'grafana', 'loki', 'tempo'], provides: [], requires: [], tags: ['telemetry:opentelemetry', 'self-run'], conflicts: ['provider:vercel', 'provider:supabase', 'provider:cloudflare'],
  parameters: {
    ...telemetryBaseline, vcpuMonth: apiBaseline.vcpuMonth,
    objectByte: fact('object storage', interval(0.015e-9, 0.023e-9, 0.03e-9), 'USD/B/month', { title: 'Amazon S3 Standard, infracost s3_bucket_test @95ba4f49; other object stores are alike', asOf: '2024-07-01', confidence: 'B' }),
    keptMonths: assumption('months of logs and traces kept', interval(0.5, 1, 3), 'month', 'a month covers most investigations'),
    ingestPerVcpu: assumption('log and trace bytes one vCPU ingests and queries', interval(1e6, 3e6, 8e6), 'B/s', 'label-indexed stores compress and write chunks; queries take as much again'),
    seriesPerVcpu: fact('metric series one vCPU holds with its memory', interval(150_000, 300_000, 600_000), 'count', { ...numbersReference, note: '4-8 KB of memory a series, 1-5 million a server' }),
    floorVcpu: assumption('vCPU of the smallest stack', interval(0.5, 1, 2), 'count', 'Prometheus, Loki, Tempo and Grafana as single processes'),
    setupHours: assumption('set-up: stack, storage, retention, access, alerts', interval(24, 44, 80), 'h', 'four servers, their storage and upgrades'),
    deployableHours: assumption('instrumenting one deployable', interval(2, 4, 8), 'h', 'business metrics and span attributes'),
    careHours: assumption('care a month', interval(6, 10, 20), 'h/month', 'upgrades of four servers, capacity, cardinality'),
    deployableCare: assumption('care of one deployable’s telemetry a month', interval(0.2, 0.5, 1), 'h/month', 'dashboards and alert thresholds'),
  },
  figures: [
    ...telemetryFigures,
    { id: 'stackVcpu', label: 'vCPU of the stack', unit: 'count', formula: 'max(floorVcpu, (logVolume + traceVolume) / secondsPerMonth / ingestPerVcpu + series / seriesPerVcpu)' },
  ],
  costs: [
    { id: 'stack', label: 'machines of the stack', unit: 'USD/month', dimension: 'compute', formula: 'stackVcpu * vcpuMonth' },
    { id: 'kept', label: 'logs and traces in object storage', unit: 'USD/month', dimension: 'storage', formula: '(logVolume + traceVolume) * keptMonths * objectByte' },
  ],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'the stack itself, then instrumentation' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'upgrades, capacity and cardinality of four servers' },
  parts: 4,
  gains: 'cost grows with machines, not with events, and telemetry stays inside',
  gives: 'four servers to keep alive, which are needed most when everything else fails',
  rollback: 'point the collector at a hosted backend; dashboards and rules are files',
});
