import { assumption, fact, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { laggingCopy } from '../../baselines/recovery.ts';
import { redisBaseline } from '../../baselines/redis.ts';
import { defineOption } from '../../define.ts';
import { awsElasticache } from '../../prices/aws-elasticache.ts';
import { bullmqKeyParameters, bullmqKeys } from './shared/bullmq-keys.ts';

export default defineOption({
  id: 'bullmq-elasticache', decision: 'queue', name: 'BullMQ on its own Valkey pair (ElastiCache)', summary: 'one Valkey pair for jobs, apart from any cache; more queues, more pairs',
  technologies: ['bullmq', 'valkey'], provides: ['work-queue', 'delayed-delivery', 'priority', 'dead-letter'],
  requires: ['provider:aws', 'runtime:node'], tags: ['queue:redis', 'managed'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    ...bullmqKeyParameters, operationsPerNode: redisBaseline.operationsPerNode,
    node: awsElasticache.valkeyT4gMedium, oneQueue: brokerBaseline.bullmqJobsPerQueue, derating: brokerBaseline.derating,
    memoryPerPair: fact('memory of cache.t4g.medium', 3.09 * 2 ** 30, 'B', { title: 'AWS Price List API, AmazonElastiCache (code index 70712899090)', asOf: '2026-10-02', confidence: 'B' }),
    usable: assumption('share of memory that may be filled', interval(0.6, 0.75, 0.8), 'ratio', 'a quarter stays free for snapshots and replication buffers'),
    backlog: assumption('seconds of peak that may wait', interval(300, 1_800, 7_200), 's', 'a provider outage of half an hour must fit'),
    largestPairs: assumption('pairs a team shards its queues over', 20, 'count', 'beyond it a broker that shards by itself is the better tool'),
    setupHours: assumption('set-up: queues, retry policy, no eviction, idempotent workers', interval(10, 18, 30), 'h', 'as on a shared cache, plus the pair'),
    careHours: assumption('care a month', interval(1.5, 3, 5), 'h/month', 'memory, stalled jobs, failover tests'),
  },
  figures: [
    { id: 'waiting', label: 'bytes of waiting jobs', unit: 'B', formula: 'jobPeak * backlog * (jobBytes + jobOverhead + entryBytes + delayedShare * delayedBytes)' },
    { id: 'pairs', label: 'Valkey pairs', unit: 'count', formula: 'max(1, ceil(jobPeak * derating / oneQueue), ceil(waiting / (memoryPerPair * usable)))' },
  ],
  costs: [{ id: 'nodes', label: 'Valkey pairs', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * pairs * 2 * node' }],
  limits: [{ id: 'pairs', label: 'Valkey pairs', unit: 'count', demand: 'pairs', limit: 'largestPairs', why: 'queues are spread over pairs by hand' }],
  recovery: laggingCopy,
  build: { formula: 'setupHours', reason: 'queues, retries, idempotent workers' }, run: { formula: 'careHours * pairs', reason: 'memory, stalled jobs, failover tests' }, parts: 1,
  keyStore: { perKey: 'operationsPerNode * headroom', bytes: 'pairs * memoryPerPair * usable', keys: bullmqKeys },
  gains: 'jobs start within milliseconds, with delays, repeats, rate limits and flows',
  gives: 'a failover can lose the last second of jobs; a backlog costs memory',
  rollback: 'drain the queues and point workers elsewhere; job code stays',
});
