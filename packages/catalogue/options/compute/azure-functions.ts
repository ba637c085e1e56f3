import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureFunctions } from '../../prices/azure-functions.ts';
import { functionWork, functionWorkParameters } from '../../sizing/function-work.ts';

export default defineOption({
  id: 'azure-functions', decision: 'compute', name: 'Azure Functions, consumption plan',
  summary: 'functions on triggers, billed by execution and memory-second',
  technologies: ['azure-functions'], provides: ['scale-to-zero'], requires: ['provider:azure', 'zones:several', 'pattern:functions'], tags: ['platform:serverless-functions', 'serverless', 'managed'], conflicts: ['runtime:go', 'runtime:rust'],
  parameters: {
    ...functionWorkParameters, execution: azureFunctions.execution, executionsFree: azureFunctions.executionsFree, gigabyteSecond: azureFunctions.gigabyteSecond, gigabyteSecondsFree: azureFunctions.gigabyteSecondsFree,
    gigabytesPerVcpu: assumption('GB that come with one vCPU', interval(1.5, 1.5, 2), 'count', 'a consumption instance has one core and 1.5 GB'),
    coldStart: assumption('start of an instance', interval(0.8, 2, 8), 's', 'consumption instances load the runtime and the packages from storage'),
    longest: assumption('longest run', interval(300, 600, 600), 's', 'the consumption plan stops a function after five to ten minutes'),
    concurrencyLimit: assumption('functions at once', interval(2_000, 8_000, 20_000), 'count', 'two hundred instances an app, tens of requests each, several apps'),
    sla: fact('Functions monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
    setupHours: assumption('set-up: app, bindings, identity, alarms', interval(8, 14, 28), 'h', 'plans, bindings and identities to understand'),
    careHours: assumption('care a month', interval(0.5, 1.7, 3), 'h/month', 'runtime models and quotas'),
  },
  exports: { computeIdle: '0' },
  figures: [...functionWork],
  costs: [
    { id: 'executed', label: 'executions above the free ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, (requestMean + jobMean) * secondsPerMonth - executionsFree) * execution' },
    { id: 'memory', label: 'memory-seconds above the free ones', unit: 'USD/month', dimension: 'compute', formula: 'max(0, busyMean * memoryGigabytes * secondsPerMonth - gigabyteSecondsFree) * gigabyteSecond' },
  ],
  limits: [
    { id: 'atOnce', label: 'functions at once', unit: 'count', demand: 'concurrency', limit: 'concurrencyLimit', why: 'instances of an app are limited' },
    { id: 'longestRun', label: 'longest job', unit: 's', demand: 'min(1, ceil(jobPeak * oneSecond)) * jobSeconds', limit: 'longest', why: 'a function is stopped after its time limit' },
  ],
  latency: { p50: 'processing + 0.012 * oneSecond', p99: 'coldStart + processing + 0.03 * oneSecond' },
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'app, bindings, identity and alarms' }, run: { formula: 'careHours', reason: 'runtime models and quotas' },
  parts: 1,
  gains: 'no bill while nobody calls, no gateway to pay, bindings to queues and stores',
  gives: 'cold starts of seconds on the consumption plan, ten minutes a run, many plans to choose from',
  rollback: 'swap the deployment slot back; handlers move into a container with the same runtime',
});
