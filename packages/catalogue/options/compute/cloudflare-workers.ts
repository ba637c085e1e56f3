import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { cloudflarePrices } from '../../prices/cloudflare-workers.ts';
import { cloudflareDocs } from '../../prices/price-sources.ts';
import { workBaseline } from '../../baselines/work.ts';

export default defineOption({
  id: 'cloudflare-workers', decision: 'compute', name: 'Cloudflare Workers',
  summary: 'handlers in isolates in the city nearest to the user; billed by request and CPU time, not by waiting',
  technologies: ['cloudflare-workers'], provides: ['scale-to-zero', 'global-placement'], requires: ['provider:cloudflare', 'pattern:functions', 'runtime:web-standard', 'zones:several'],
  tags: ['platform:edge-functions', 'platform:serverless-functions', 'serverless', 'edge', 'managed'], conflicts: ['store:document', 'store:wide-column'],
  parameters: {
    plan: cloudflarePrices.plan, request: cloudflarePrices.request, requestsIncluded: cloudflarePrices.requestsIncluded, requestsFreePlan: cloudflarePrices.requestsFreePlan,
    cpuSecond: cloudflarePrices.cpuSecond, cpuIncluded: cloudflarePrices.cpuIncluded, jobCpu: workBaseline.jobCpu, queueing: workBaseline.queueing,
    cpuLimit: fact('longest CPU time of one invocation', 300, 's', cloudflareDocs('workers/platform/limits')),
    startup: assumption('start of an isolate in the slowest hundredth', interval(0.002, 0.01, 0.05), 's', 'isolates start in milliseconds, often during the handshake'),
    available: assumption('share of time some near location serves', interval(0.999, 0.9999, 0.99999), 'ratio', 'locations fail over to their neighbours; global configuration errors remain'),
    setupHours: assumption('set-up: routes, bindings, secrets, local runs', interval(4, 8, 16), 'h', 'one file of bindings and a local runtime'),
    careHours: assumption('care a month', interval(0.4, 1, 2), 'h/month', 'compatibility dates and limits'),
  },
  exports: { computeIdle: '0' },
  figures: [
    { id: 'invocations', label: 'invocations a month', unit: '1/month', formula: '(requestMean + jobMean) * secondsPerMonth' },
    { id: 'cpuSeconds', label: 'CPU seconds a month', unit: 's/month', formula: '(requestMean * cpuPerRequest + jobMean * jobCpu) * cpuFactor * secondsPerMonth' },
  ],
  costs: [
    { id: 'planFee', label: 'plan, once above the free one', unit: 'USD/month', dimension: 'licence', formula: 'min(1, ceil(max(0, invocations / requestsFreePlan - 1))) * plan' },
    { id: 'invoked', label: 'requests above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, invocations - requestsIncluded) * request' },
    { id: 'cpu', label: 'CPU time above the included', unit: 'USD/month', dimension: 'compute', formula: 'max(0, cpuSeconds - cpuIncluded) * cpuSecond' },
  ],
  limits: [{ id: 'jobTime', label: 'CPU of one job', unit: 's', demand: 'jobCpu * cpuFactor', limit: 'cpuLimit', why: 'an invocation is stopped after five minutes of CPU' }],
  latency: { p50: 'cpuPerRequest * cpuFactor + 0.002 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + startup' },
  availability: 'available',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'routes, bindings and local runs' }, run: { formula: 'careHours', reason: 'compatibility dates and limits' },
  parts: 1,
  gains: 'near every user without regions to run, waiting is free, and starts that nobody notices',
  gives: '128 MB an isolate, no native modules, and stores that are far away unless they are at the edge as well',
  rollback: 'route traffic to the previous version; web-standard handlers run on Node.js',
});
