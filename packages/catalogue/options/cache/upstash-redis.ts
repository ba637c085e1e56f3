import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { redisBaseline, redisKeyBaseline } from '../../baselines/redis.ts';
import { defineOption } from '../../define.ts';
import { upstashPrices } from '../../prices/upstash.ts';
import { pageKeys, recordKeys } from './shared/cached-records.ts';
import { cacheHitShare, commandsFigure, memoryFigure } from './shared/cache-aside.ts';

const plan: Source = { title: 'api-evangelist/upstash plans/upstash-plans-pricing.yml @16b0a521', url: 'https://upstash.com/pricing/redis', asOf: '2026-09-20', confidence: 'B' };
const { memoryOverhead, hotHitRatio, cacheableShare, noticedShare } = redisBaseline;

export default defineOption({
  id: 'upstash-redis', decision: 'cache', name: 'Upstash Redis, pay as you go', summary: 'Redis over HTTP or TCP, billed by command; nothing while idle',
  technologies: ['upstash-redis'], provides: ['in-memory', 'sorted-set', 'ttl', 'geo', 'scale-to-zero'],
  requires: [], tags: ['store:in-memory', 'store:redis', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    memoryOverhead, hotHitRatio, cacheableShare, noticedShare, ...redisKeyBaseline, command: upstashPrices.command, storage: upstashPrices.storage,
    freeCommands: fact('commands without charge', 500_000, '1/month', plan), freeStorage: fact('storage without charge', 1e9, 'B', plan),
    commandLimit: fact('commands a second, pay as you go', 10_000, '1/s', plan),
    largest: assumption('data of one database', interval(10e9, 50e9, 100e9), 'B', 'the pay-as-you-go plan ends at 100 GB'),
    nodeAvailability: assumption('database in reach', interval(0.998, 0.999, 0.9999), 'ratio', 'the commitment comes with the Prod Pack of 200 USD a month only'),
    setupHours: assumption('set-up: keys, expiry, invalidation, behaviour when it is down', interval(8, 14, 26), 'h', 'no network to arrange; invalidation is the work'),
    careHours: assumption('care a month', interval(0.3, 1, 2), 'h/month', 'quotas and cost'),
  },
  exports: { cacheHitShare },
  figures: [memoryFigure, commandsFigure, { id: 'monthly', label: 'commands a month', unit: '1/month', formula: '(recordReadMean + recordWriteMean + requestMean) * secondsPerMonth' }],
  costs: [
    { id: 'commands', label: 'commands', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, monthly - freeCommands) * command' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(0 * oneByte, memory - freeStorage) * storage' },
  ],
  limits: [
    { id: 'commands', label: 'commands a second', unit: '1/s', demand: 'commands', limit: 'commandLimit', why: 'the plan is capped' },
    { id: 'memory', label: 'data of one database', unit: 'B', demand: 'memory', limit: 'largest', why: 'the plan ends at this size' },
  ],
  latency: { p50: '0.002 * oneSecond', p99: '0.015 * oneSecond' }, availability: '1 - (1 - nodeAvailability) * noticedShare',
  build: { formula: 'setupHours', reason: 'keys, expiry, invalidation' }, run: { formula: 'careHours', reason: 'quotas and cost' }, parts: 1,
  keyStore: { perKey: 'commandLimit * headroom', bytes: 'largest', recordKeys, pageKeys },
  gains: 'works from functions and the edge over HTTP, and an idle cache costs nothing', gives: '2 USD a million commands: steady traffic is dearer than a node',
  rollback: 'point the client at any Redis or Valkey; the cache refills itself',
});
