import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureCosmosDb } from '../../prices/azure-cosmos-db.ts';

export default defineOption({
  id: 'cosmos-db', decision: 'primary-store', name: 'Azure Cosmos DB, provisioned throughput', summary: 'documents by partition key, billed by request units provisioned for the peak',
  technologies: ['cosmos-db'], provides: ['point-read', 'range-scan', 'conditional-write', 'unique-constraint', 'append-heavy', 'ttl', 'flexible-schema'],
  requires: ['provider:azure'], tags: ['store:document', 'store:key-value', 'managed'], conflicts: [],
  parameters: {
    partitionUnits: fact('request units a second of one partition', 10_000, '1/s', { title: 'Azure Cosmos DB service quotas', url: 'https://learn.microsoft.com/en-us/azure/cosmos-db/concepts-limits', asOf: 'undated', confidence: 'A' }),
    hundredUnits: azureCosmosDb.hundredRequestUnits, storage: azureCosmosDb.storage,
    unitsPerRead: assumption('request units a read', interval(1, 2, 5), 'ratio', 'one for a 1 KB point read; short lists cost more'),
    unitsPerWrite: assumption('request units a write', interval(5, 8, 15), 'ratio', 'five for a 1 KB item with few indexed fields'),
    smallest: assumption('request units a second provisioned at least', 400, '1/s', 'the minimum of a container (recalled: verify)'),
    quota: assumption('request units a second the account may use', interval(1e6, 10e6, 50e6), '1/s', 'raised on request; large accounts run millions'),
    sla: fact('single-region monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: partition heat, throughput, cost', interval(3, 6, 10), 'h/month', 'throughput is a number to watch; each new query asks for an index, a backfill or an export'),
    setupHours: assumption('set-up: partition keys, indexing policy, consistency level', interval(30, 50, 90), 'h', 'every query is designed before the first item'),
  },
  figures: [{ id: 'units', label: 'request units a second', unit: '1/s', formula: 'max(smallest, (recordReadPeak * (1 - cacheHitShare) * unitsPerRead + (recordWritePeak + storeWritesExtra) * unitsPerWrite) / headroom)' }],
  costs: [
    { id: 'throughput', label: 'provisioned throughput', unit: 'USD/month', dimension: 'requests', formula: 'regionCopies * units * oneSecond / 100 * hundredUnits' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * recordBytes * storage' },
  ],
  limits: [{ id: 'units', label: 'request units a second', unit: '1/s', demand: 'units', limit: 'quota', why: 'the account’s quota; one partition gives 10,000 whatever the quota' }],
  latency: { p50: '0.004 * oneSecond', p99: '0.012 * oneSecond' }, availability: '1 - pow(1 - sla, regionCopies)',
  partition: { perKey: 'partitionUnits / max(unitsPerRead, unitsPerWrite)', chosenBy: 'table', cure: 'a hierarchical partition key, the second level the item’s own id, or a suffix on the value; readers then ask several partitions' },
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'partition keys, indexing, consistency' }, run: { formula: 'careHours', reason: 'partition heat, throughput, cost' }, parts: 1,
  gains: 'latency by key at any rate, and several writing regions when wanted', gives: 'no joins or transactions over partitions, and throughput that must be budgeted',
  rollback: 'export by change feed into another store while both are written',
});
