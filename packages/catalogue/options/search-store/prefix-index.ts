import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

/** Replicas of the index stand in memory of search processes; their number follows the query rate, their size the terms. */
export default defineOption({
  id: 'prefix-index', decision: 'search-store', name: 'Prefix index in memory', summary: 'sorted terms with their best completions in the memory of a few processes, rebuilt from a snapshot',
  technologies: ['prefix-index'], provides: ['full-text', 'in-memory'], requires: [], tags: ['store:in-memory'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    queriesPerVcpu: assumption('prefix look-ups a vCPU', interval(5_000, 15_000, 40_000), '1/s', 'a walk of a few dozen steps in memory; the request around it costs more'),
    memoryFactor: assumption('memory ÷ bytes of terms', interval(2, 4, 8), 'ratio', 'nodes or sorted arrays with the best completions kept at each prefix'),
    memoryPerProcess: assumption('index one process holds', interval(2e9, 6e9, 12e9), 'B', 'a process of 8 GiB; larger sets are sharded by first letters'),
    vcpuPrice: assumption('a vCPU with 4 GiB in a container', interval(10, 36, 45), 'USD/month', 'between a rented server and a managed container'),
    memoryPrice: assumption('memory in a container', interval(0.8e-9, 3.2e-9, 4e-9), 'USD/B/month', 'between a rented server and a managed container'),
    largestShards: assumption('shards by prefix', 64, 'count', 'beyond it a search engine shards by itself'),
    setupHours: assumption('set-up: builder, snapshot, load and swap, ranking, filters', interval(50, 80, 140), 'h', 'own code with its tests; the builder runs on the event data'),
    careHours: assumption('care a month', interval(2, 4, 8), 'h/month', 'freshness, memory, blocked terms'),
  },
  figures: [
    { id: 'memory', label: 'index in memory, one copy', unit: 'B', formula: 'searchBytes * memoryFactor' },
    { id: 'shards', label: 'shards by prefix', unit: 'count', formula: 'max(1, ceil(memory / memoryPerProcess))' },
    { id: 'vcpu', label: 'vCPU for look-ups', unit: 'count', formula: 'max(1, searchPeak / queriesPerVcpu / headroom)' },
    { id: 'copies', label: 'copies of the index', unit: 'count', formula: 'max(2, ceil(vcpu / 4))' },
  ],
  costs: [
    { id: 'cpu', label: 'processors', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * vcpu * vcpuPrice' },
    { id: 'memory', label: 'memory of all copies', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * copies * memory * memoryPrice' },
  ],
  limits: [
    { id: 'shards', label: 'shards by prefix', unit: 'count', demand: 'shards', limit: 'largestShards', why: 'routing by prefix is done by hand' },
    { id: 'vectors', label: 'vectors', unit: 'count', demand: 'vectorCount', limit: '0', why: 'similarity search is not part of it' },
  ],
  latency: { p50: '0.001 * oneSecond', p99: '0.005 * oneSecond' },
  build: { formula: 'setupHours', reason: 'builder, snapshot, swap, ranking' }, run: { formula: 'careHours', reason: 'freshness, memory, blocked terms' }, parts: 2,
  gains: 'completions in a millisecond at any rate, from memory that is cheap to copy', gives: 'own code: freshness of minutes, no ranked text search, a swap to get right',
  rollback: 'answer from a completion index of a search engine fed by the same terms',
});
