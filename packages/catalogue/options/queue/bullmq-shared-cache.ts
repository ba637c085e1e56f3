import { assumption, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { laggingCopy } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { bullmqKeyParameters, bullmqKeys } from './shared/bullmq-keys.ts';

export default defineOption({
  id: 'bullmq-shared-cache', decision: 'queue', name: 'BullMQ on the cache’s Valkey or Redis', summary: 'jobs in the in-memory store that is there anyway',
  technologies: ['bullmq'], provides: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  requires: ['store:redis', 'runtime:node'], tags: ['queue:redis'], conflicts: ['upstash-redis', 'platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    ...bullmqKeyParameters,
    oneQueue: brokerBaseline.bullmqJobsPerQueue, derating: brokerBaseline.derating,
    share: assumption('share of the node jobs may take', interval(0.1, 0.2, 0.3), 'ratio', 'cache reads and jobs share one command thread'),
    memoryLimit: assumption('waiting jobs beside the cache', interval(50e6, 200e6, 1e9), 'B', 'memory is shared with the hot set and must never be evicted'),
    backlog: assumption('seconds of peak that may wait', interval(300, 1_800, 7_200), 's', 'a provider outage of half an hour must fit'),
    setupHours: assumption('set-up: queues, retry policy, no eviction of jobs, idempotent workers', interval(8, 14, 24), 'h', 'the store must keep jobs and still expire cache entries'),
    careHours: assumption('care a month', interval(1, 2, 4), 'h/month', 'memory, stalled jobs, failover tests'),
  },
  figures: [{ id: 'waiting', label: 'bytes of waiting jobs', unit: 'B', formula: 'jobPeak * backlog * (jobBytes + jobOverhead + entryBytes + delayedShare * delayedBytes)' }],
  costs: [],
  limits: [
    { id: 'jobs', label: 'jobs a second', unit: '1/s', demand: 'jobPeak', limit: 'oneQueue / derating * share', why: 'one command thread serves cache and jobs' },
    { id: 'memory', label: 'memory of waiting jobs', unit: 'B', demand: 'waiting', limit: 'memoryLimit', why: 'a backlog must fit beside the hot set' },
  ],
  recovery: laggingCopy,
  build: { formula: 'setupHours', reason: 'queues, retries, eviction policy, idempotent workers' }, run: { formula: 'careHours', reason: 'memory, stalled jobs, failover tests' }, parts: 0,
  keyStore: { within: 'cache', keys: bullmqKeys },
  gains: 'delays, repeats, rate limits and flows for jobs without another service',
  gives: 'jobs are as durable as the cache: a failover can lose the last second, and eviction must be off; a Redis billed by command is out, since workers poll',
  rollback: 'drain the queues and point workers elsewhere; job code stays',
});
