import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'time-partitioned-tables',
  name: 'Time-partitioned tables',
  problem: 'Rows arrive at {{appendMean}} and leave after their retention. In one table, deleting {{expiredPerDay}} rows a day costs as much as writing them, leaves dead rows for vacuum, and an index over {{rowsHeld}} rows no longer fits in memory.',
  when: { formula: 'appendBytes - singleTable', reason: 'append-only rows outgrow a table whose indexes fit in memory' },
  structure: 'One parent table partitioned by range on the event’s time, {{partitionSpan}} a partition, {{partitions}} at once; primary key (entity_id, occurred_at, id), so that the newest partition’s index is the only warm one; a BRIN index on occurred_at for scans.',
  steps: [
    'A job creates the partitions of the next {{aheadSpan}} and alerts when fewer exist.',
    'Inserts name the parent; rows land in the newest partition and its index stays in memory ({{hotPartition}}).',
    'Queries carry a time bound, so that the planner reads only the partitions it names.',
    'Retention drops whole partitions: detach concurrently, copy to the archive if one is owed, drop.',
    'A default partition catches rows with impossible times; it is watched and must stay empty.',
  ],
  parameters: {
    singleTable: assumption('size from which one table hurts', interval(20e9, 50e9, 100e9), 'B', 'indexes of an append table beyond the memory of an ordinary instance'),
    targetPartition: assumption('size aimed at for a partition', 10e9, 'B', 'its index fits in memory and it is moved or dropped in seconds'),
    diskFactor: assumption('bytes on disk ÷ bytes as sent', interval(1.2, 1.6, 2.5), 'ratio', 'tuple headers and two indexes in a row store'),
    aheadSeconds: assumption('time for which partitions are kept ready', 259_200, 's', 'survives a long weekend without the job'),
  },
  computed: [
    { id: 'rowsHeld', label: 'rows held', unit: 'count', formula: 'appendBytes / max(appendRowBytes, oneByte)', meaning: 'over their retention' },
    { id: 'expiredPerDay', label: 'rows that expire a day', unit: 'count', formula: 'appendMean * 86400 * oneSecond', meaning: 'in a steady state as many as arrive' },
    { id: 'bytesPerDay', label: 'bytes a day on disk', unit: 'B', formula: 'expiredPerDay * appendRowBytes * diskFactor', meaning: 'growth of the newest partition' },
    { id: 'partitionSpan', label: 'span of a partition', unit: 's', formula: '86400 * oneSecond * max(1 / 24, min(30, floor(targetPartition / max(bytesPerDay, oneByte))))', meaning: 'an hour to a month, near the target size' },
    { id: 'partitions', label: 'partitions', unit: 'count', formula: 'ceil(appendBytes * diskFactor / max(bytesPerDay * partitionSpan / (86400 * oneSecond), oneByte)) + ceil(aheadSeconds / partitionSpan)', meaning: 'retention ÷ span, and those kept ready; above a few thousand planning slows' },
    { id: 'aheadSpan', label: 'time kept ready', unit: 's', formula: 'aheadSeconds', meaning: 'the job may fail this long' },
    { id: 'hotPartition', label: 'size of the newest partition', unit: 'B', formula: 'bytesPerDay * partitionSpan / (86400 * oneSecond)', meaning: 'what must stay in memory' },
  ],
  tradeOff: 'Expiry is a catalogue change instead of {{expiredPerDay}} deletes a day, and the warm index is {{hotPartition}}; a query without a time bound visits {{partitions}} partitions, and a unique constraint must contain the time.',
  rejected: { alternative: 'a nightly delete in batches', because: 'it writes every row a second time, competes with the day’s load, and hands the space back only to the same table' },
  edgeCase: { case: 'uniqueness of an event id over time cannot be a constraint, because every unique index must contain the partition key: the same event sent with another timestamp is stored twice', cure: 'take the time from the event id itself (a time-ordered UUID), so that the same id always names the same partition' },
  snippet: { language: 'sql', code: `CREATE TABLE event (
  entity_id   bigint      NOT NULL,
  occurred_at timestamptz NOT NULL,
  id          uuid        NOT NULL DEFAULT uuidv7(),
  body        jsonb       NOT NULL,
  PRIMARY KEY (entity_id, occurred_at, id)
) PARTITION BY RANGE (occurred_at);
CREATE TABLE event_2027_01_01 PARTITION OF event FOR VALUES FROM ('2027-01-01') TO ('2027-01-02');
CREATE INDEX ON event USING brin (occurred_at);
-- retention
ALTER TABLE event DETACH PARTITION event_2027_01_01 CONCURRENTLY;
DROP TABLE event_2027_01_01;` },
  sources: [{ title: 'PostgreSQL 18 documentation, Table Partitioning', url: 'https://www.postgresql.org/docs/18/ddl-partitioning.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, BRIN Indexes', url: 'https://www.postgresql.org/docs/18/brin.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});
