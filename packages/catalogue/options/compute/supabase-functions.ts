import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { workBaseline } from '../../baselines/work.ts';
import { defineOption } from '../../define.ts';
import { supabasePlatform } from '../../prices/supabase.ts';
import { functionWork, functionWorkParameters } from '../../sizing/function-work.ts';

export default defineOption({
  id: 'supabase-functions', decision: 'compute', name: 'Supabase Edge Functions beside the generated API',
  summary: 'the database’s own REST interface under row policies; functions for what policies cannot say',
  technologies: ['supabase'], provides: ['scale-to-zero'], requires: ['provider:supabase', 'pattern:functions', 'runtime:web-standard', 'zones:several'], tags: ['platform:serverless-functions', 'serverless', 'managed'], conflicts: [],
  parameters: {
    ...functionWorkParameters, queueing: workBaseline.queueing, call: supabasePlatform.functionCall, callsIncluded: supabasePlatform.functionCallsIncluded,
    gigabytesPerVcpu: assumption('GB that come with one vCPU', interval(0.25, 0.5, 1), 'count', 'CPU is not tied to memory here'),
    share: assumption('requests that need a function', interval(0.1, 0.4, 1), 'ratio', 'reads and simple writes go to the generated interface'),
    concurrencyLimit: assumption('requests under way at once', interval(100, 400, 1_000), 'count', 'the pooled connections of one project'),
    longest: assumption('longest run', interval(150, 400, 400), 's', 'functions end after a few minutes'),
    coldStart: assumption('start in the slowest hundredth', interval(0.1, 0.4, 1), 's', 'isolates are loaded in the region on first use'),
    available: assumption('share of time in service', interval(0.998, 0.9993, 0.9999), 'ratio', 'one project in one region'),
    setupHours: assumption('set-up', interval(3, 6, 12), 'h', 'policies, functions, local stack'),
    careHours: assumption('care a month', interval(0.4, 1, 2), 'h/month', 'limits and upgrades'),
  },
  exports: { computeIdle: '0' },
  figures: [...functionWork],
  costs: [{ id: 'called', label: 'function calls above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, (requestMean * share + jobMean) * secondsPerMonth - callsIncluded) * call' }],
  limits: [
    { id: 'atOnce', label: 'requests under way at once', unit: 'count', demand: 'concurrency', limit: 'concurrencyLimit', why: 'all of them share the connections of one project' },
    { id: 'longestRun', label: 'longest job', unit: 's', demand: 'min(1, ceil(jobPeak * oneSecond)) * jobSeconds', limit: 'longest', why: 'a function is stopped after its time limit' },
  ],
  latency: { p50: 'cpuPerRequest * cpuFactor + 0.015 * oneSecond', p99: 'coldStart + cpuPerRequest * cpuFactor * queueing + 0.03 * oneSecond' },
  availability: 'available',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'policies, functions and local stack' }, run: { formula: 'careHours', reason: 'limits and upgrades' },
  parts: 1,
  gains: 'most of the API exists as soon as the tables do',
  gives: 'logic split between policies and functions, and the limits of one project',
  rollback: 'deploy the previous function; handlers on web standards move to any runtime',
});
