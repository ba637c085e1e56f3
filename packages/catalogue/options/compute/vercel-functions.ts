import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { workBaseline } from '../../baselines/work.ts';
import { defineOption } from '../../define.ts';
import { vercelPrices } from '../../prices/vercel.ts';
import { functionWork, functionWorkParameters } from '../../sizing/function-work.ts';

export default defineOption({
  id: 'vercel-functions', decision: 'compute', name: 'Vercel Functions with Fluid compute',
  summary: 'Node.js handlers that share instances while they wait; billed by active CPU, memory and invocation',
  technologies: ['vercel'], provides: ['scale-to-zero'], requires: ['provider:vercel', 'pattern:functions', 'runtime:node', 'zones:several'], tags: ['platform:serverless-functions', 'serverless', 'managed'], conflicts: [],
  parameters: {
    ...functionWorkParameters, queueing: workBaseline.queueing, activeCpu: vercelPrices.activeCpu, memory: vercelPrices.memory, invocation: vercelPrices.invocation, edgeRequest: vercelPrices.edgeRequest, edgeRequestsIncluded: vercelPrices.edgeRequestsIncluded,
    gigabytesPerVcpu: assumption('GB that come with one vCPU', interval(1.7, 2, 2), 'count', 'the standard instance has one vCPU and 2 GB'),
    sharing: assumption('requests that share one instance while they wait', interval(1, 4, 20), 'count', 'Fluid compute overlaps waiting requests'),
    coldStart: assumption('start of an instance in the slowest hundredth', interval(0.1, 0.4, 1.2), 's', 'instances are reused and kept warm in production'),
    longest: assumption('longest run', interval(300, 800, 800), 's', 'functions on the Pro plan end after some minutes'),
    concurrencyLimit: assumption('functions at once', interval(10_000, 30_000, 100_000), 'count', 'the plan scales to tens of thousands'),
    available: assumption('share of time in service', interval(0.999, 0.9997, 0.9999), 'ratio', 'a commitment of 99.99 % exists for enterprise plans only'),
    setupHours: assumption('set-up', interval(1, 3, 8), 'h', 'the repository is the set-up'),
    careHours: assumption('care a month', interval(0.3, 0.8, 2), 'h/month', 'spend and limits'),
  },
  exports: { computeIdle: '0' },
  figures: [...functionWork],
  costs: [
    { id: 'cpu', label: 'active CPU', unit: 'USD/month', dimension: 'compute', formula: '(requestMean * cpuPerRequest + jobMean * jobCpu) * cpuFactor * activeCpu' },
    { id: 'heldMemory', label: 'memory while requests are under way', unit: 'USD/month', dimension: 'compute', formula: 'busyMean / sharing * memoryGigabytes * memory' },
    { id: 'invoked', label: 'invocations', unit: 'USD/month', dimension: 'requests', formula: '(requestMean + jobMean) * secondsPerMonth * invocation' },
    { id: 'edge', label: 'edge requests above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, requestMean * secondsPerMonth - edgeRequestsIncluded) * edgeRequest' },
  ],
  limits: [
    { id: 'atOnce', label: 'functions at once', unit: 'count', demand: 'concurrency', limit: 'concurrencyLimit', why: 'above the plan’s limit requests are refused' },
    { id: 'longestRun', label: 'longest job', unit: 's', demand: 'min(1, ceil(jobPeak * oneSecond)) * jobSeconds', limit: 'longest', why: 'a function is stopped after its time limit' },
  ],
  latency: { p50: 'cpuPerRequest * cpuFactor + 0.01 * oneSecond', p99: 'coldStart + cpuPerRequest * cpuFactor * queueing + 0.02 * oneSecond' },
  availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'the repository is the set-up' }, run: { formula: 'careHours', reason: 'spend and limits' },
  parts: 1,
  gains: 'deployed by pushing, with a preview of every branch; waiting costs memory only',
  gives: 'the dearest requests and bytes, no process that stays up, a platform built around the front end',
  rollback: 'promote the previous deployment: seconds',
});
