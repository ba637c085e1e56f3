import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCloudRun } from '../../prices/gcp-cloud-run.ts';
import { functionWork, functionWorkParameters } from '../../sizing/function-work.ts';

export default defineOption({
  id: 'cloud-functions', decision: 'compute', name: 'Google Cloud Functions',
  summary: 'functions on events and requests, billed by vCPU-second, memory-second and call',
  technologies: ['cloud-functions'], provides: ['scale-to-zero'], requires: ['provider:gcp', 'zones:several', 'pattern:functions'], tags: ['platform:serverless-functions', 'serverless', 'managed'], conflicts: ['runtime:rust'],
  parameters: {
    ...functionWorkParameters, vcpuSecond: gcpCloudRun.vcpuSecond, vcpuSecondsFree: gcpCloudRun.vcpuSecondsFree, gibibyteSecond: gcpCloudRun.gibibyteSecond, gibibyteSecondsFree: gcpCloudRun.gibibyteSecondsFree,
    call: gcpCloudRun.request, callsFree: gcpCloudRun.requestsFree,
    gigabytesPerVcpu: assumption('GB that come with one vCPU', interval(1, 2, 2), 'count', 'smaller functions get a fraction of a vCPU'),
    coldStart: assumption('start of an instance', interval(0.4, 1.2, 4), 's', 'a container starts and loads runtime and packages'),
    longest: fact('longest event-driven run', 540, 's', { title: 'Google Cloud Functions quotas, event-driven functions; recalled, not re-read', asOf: '2026-11-22', confidence: 'D' }),
    concurrencyLimit: assumption('functions at once after raising quotas', interval(1_000, 3_000, 10_000), 'count', 'a thousand instances a function by default'),
    sla: fact('Cloud Functions monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, GCP list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
    setupHours: assumption('set-up: triggers, identity, alarms', interval(5, 10, 20), 'h', 'triggers and permissions'),
    careHours: assumption('care a month', interval(0.5, 1.4, 3), 'h/month', 'runtimes and quotas'),
  },
  exports: { computeIdle: '0' },
  figures: [...functionWork],
  costs: [
    { id: 'cpuTime', label: 'vCPU-seconds above the free ones', unit: 'USD/month', dimension: 'compute', formula: 'max(0, busyMean * min(1, memoryGigabytes / gigabytesPerVcpu) * secondsPerMonth - vcpuSecondsFree) * vcpuSecond' },
    { id: 'memoryTime', label: 'GiB-seconds above the free ones', unit: 'USD/month', dimension: 'compute', formula: 'max(0, busyMean * memoryGigabytes * secondsPerMonth - gibibyteSecondsFree) * gibibyteSecond' },
    { id: 'calls', label: 'calls above the free ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, (requestMean + jobMean) * secondsPerMonth - callsFree) * call' },
  ],
  limits: [
    { id: 'atOnce', label: 'functions at once', unit: 'count', demand: 'concurrency', limit: 'concurrencyLimit', why: 'instances of a function are limited by quota' },
    { id: 'longestRun', label: 'longest job', unit: 's', demand: 'min(1, ceil(jobPeak * oneSecond)) * jobSeconds', limit: 'longest', why: 'an event-driven function is stopped after nine minutes' },
  ],
  latency: { p50: 'processing + 0.012 * oneSecond', p99: 'coldStart + processing + 0.03 * oneSecond' },
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'triggers, identity and alarms' }, run: { formula: 'careHours', reason: 'runtimes and quotas' },
  parts: 1,
  gains: 'no bill while nobody calls, and a trigger for every event of the cloud',
  gives: 'a start of about a second after a pause, and one function for each trigger',
  rollback: 'deploy the previous revision; the same source runs as a Cloud Run service',
});
