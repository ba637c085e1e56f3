import { assumption, fact, interval } from '@archwright/kernel';
import { mongodbBaseline } from '../../baselines/mongodb.ts';
import { ATTESTED } from '../../attestations.ts';
import { replicaSet } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { mongodbAtlas } from '../../prices/mongodb-atlas.ts';

export default defineOption({
  id: 'mongodb-atlas', decision: 'primary-store', name: 'MongoDB Atlas, dedicated replica sets', summary: 'replica sets of three over zones; sharded by key when one is too small',
  technologies: ['mongodb'], provides: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'ttl', 'full-text', 'vector', 'geo', 'flexible-schema'],
  requires: [], attested: ATTESTED.mongodbAtlas, tags: ['store:document', 'store:document-aggregation', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...mongodbBaseline, unit: mongodbAtlas.m30,
    vcpuPerUnit: fact('vCPU of M30', 2, 'count', { title: 'mirror of the Atlas documentation, invoice breakdown', asOf: '2026-03-01', confidence: 'B' }),
    storedPerUnit: fact('storage in the price of one unit', 200e9, 'B', { title: 'mirror of the Atlas documentation, invoice breakdown', asOf: '2026-03-01', confidence: 'B' }),
    unitsPerShard: assumption('largest class of one shard in units of M30 (64 vCPU)', 32, 'count', 'the largest general class has 64 vCPU and more'),
    largestShards: assumption('shards of one cluster', 100, 'count', 'Atlas supports up to 100 shards on request'),
    available: assumption('replica set in service', interval(0.9995, 0.9999, 0.99999), 'ratio', 'three members in three zones; Atlas commits to 99.995 % on dedicated tiers (recalled: verify)'),
    careHours: assumption('care a month: indexes, versions, restore drill', interval(3, 6, 10), 'h/month', 'managed; index memory and shard keys remain'),
    careShard: assumption('care a month of a further shard', interval(0.2, 0.5, 1), 'h/month', 'balancing and hot shards'),
    setupHours: assumption('set-up: documents, indexes, validation', interval(16, 28, 48), 'h', 'the shape of documents is the work'),
    shardingHours: assumption('work to choose and live with a shard key', interval(40, 80, 160), 'h', 'the key decides which queries stay fast'),
  },
  figures: [
    { id: 'vcpu', label: 'vCPU of primaries at peak', unit: 'count', formula: '((recordReadPeak * (1 - cacheHitShare) + recordWritePeak + storeWritesExtra + appendOnPrimary * appendLookupPeak) / operationsPerVcpu + appendOnPrimary * (appendPeak / bulkRowsPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu)) / headroom' },
    { id: 'stored', label: 'data held', unit: 'B', formula: 'recordBytes + appendOnPrimary * appendBytes' },
    { id: 'units', label: 'units of M30 replica sets', unit: 'count', formula: 'max(1, ceil(vcpu / vcpuPerUnit), ceil(stored / storedPerUnit))' },
    { id: 'shards', label: 'shards', unit: 'count', formula: 'max(1, ceil(vcpu / vcpuPerUnit / unitsPerShard), ceil(stored / shardStored))' },
  ],
  costs: [{ id: 'clusters', label: 'replica sets with storage', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' }],
  limits: [{ id: 'shards', label: 'shards', unit: 'count', demand: 'shards', limit: 'largestShards', why: 'one cluster ends here' }],
  latency: { p50: '0.002 * oneSecond', p99: '0.015 * oneSecond' }, availability: 'available',
  partition: { perKey: 'operationsPerVcpu * vcpuPerUnit * unitsPerShard * headroom', chosenBy: 'table', cure: 'the shard key is refined by a further field (refineCollectionShardKey), so that the chunks of one value may move apart' },
  recovery: replicaSet,
  build: { formula: 'setupHours + min(1, shards - 1) * shardingHours', reason: 'documents and indexes; a shard key once there are shards' },
  run: { formula: 'careHours + (shards - 1) * careShard', reason: 'indexes, versions, balancing' }, parts: 1,
  gains: 'documents of any shape, secondary indexes, and sharding built in', gives: 'three nodes from the first day, a licence that is not OSI approved, and joins that cost',
  rollback: 'dump and restore into any MongoDB; to SQL a model-by-model migration',
});
