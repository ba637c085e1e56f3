import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'sharded-counter',
  name: 'Sharded counter',
  problem: 'Likes, views and stock figures of one popular thing are one row: {{hotUpdates}} at peak, where a row takes {{rowLimit}}; each further update waits for the lock of the one before.',
  when: { formula: 'recordWritePeak * hottestShare - headroom / rowSeconds', reason: 'one counter is changed faster than a row can be' },
  structure: 'counter_shard(counter_id, shard, value, primary key (counter_id, shard)) with {{shards}} shards for hot counters and one for the rest; counted(counter_id, actor_id, primary key) where each actor counts once; the displayed sum is cached.',
  steps: [
    'The act itself is inserted (unique per actor): it is the truth and makes a repeat harmless.',
    'In the same transaction one shard, chosen by hash of the actor, is increased.',
    'A display reads the cached sum, refreshed every {{refresh}} from the {{shards}} shards.',
    'A counter becomes hot when its updates pass half of what a row takes; new shards start at zero, so nothing moves.',
    'Every night sums are compared with the acts and corrected.',
  ],
  parameters: {
    hottestShare: assumption('share of writes on the hottest counter', interval(0.01, 0.05, 0.3), 'ratio', 'one thing is popular'),
    rowSeconds: assumption('time one update holds its row', interval(0.002, 0.004, 0.01), 's', 'update and commit with a synchronous standby'),
    refreshSeconds: assumption('refresh of the displayed sum', 2, 's', 'people do not notice'),

    countersShown: assumption('counters whose sum is held', interval(1_000, 20_000, 500_000), 'count', 'what is on people’s screens just now'),
    sumBytes: assumption('memory of a held sum', interval(130, 180, 240), 'B', 'measured: key, number and expiry'),
    readShare: assumption('share of record reads that show a counter', interval(0.1, 0.5, 1), 'ratio', 'most pages show one'),
  },
  computed: [
    { id: 'hotUpdates', label: 'updates of the hottest counter', unit: '1/s', formula: 'recordWritePeak * hottestShare', meaning: 'at peak' },
    { id: 'rowLimit', label: 'updates a row takes', unit: '1/s', formula: '1 / rowSeconds', meaning: 'one after another' },
    { id: 'shards', label: 'shards', unit: 'count', formula: 'max(1, ceil(hotUpdates / (rowLimit * headroom)))', meaning: 'for a hot counter' },
    { id: 'refresh', label: 'refresh', unit: 's', formula: 'refreshSeconds', meaning: 'age of the displayed sum' },
    { id: 'waitShare', label: 'use of one unsharded row', unit: 'ratio', formula: 'hotUpdates * rowSeconds', meaning: 'above one the queue only grows' },
  ],
  inMemory: [
    {
      id: 'sum', pattern: 'count:{<counter>}', type: 'string', holds: 'the sum over the shards of a counter, as it was at the last refresh',
      slot: 'the counter: sums are read one by one or with a call to each shard', sample: { counter: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f' },
      write: ['SET <key> 120345 PX <milliseconds>'], read: ['GET <key>'],
      expires: { after: 'refreshSeconds', because: 'older than the promised refresh it must be added up again' },
      keys: 'countersShown', itemBytes: 'sumBytes',
      hottest: { rate: 'recordReadPeak * readShare', share: 'hottestShare', cure: 'the sum is held in each process for as long as it is valid' },
      evictable: true, onLoss: 'the next reader adds the shards up again',
    },
  ],
  tradeOff: '{{hotUpdates}} go through with {{shards}} rows; the exact value is a sum, and what people see is up to {{refresh}} old. It cannot guard a limit: for stock use reservation buckets.',
  rejected: { alternative: 'counting in a cache and writing the total now and then', because: 'a failover loses counts and nothing can rebuild them unless the acts are stored, and then they are the counter' },
  edgeCase: { case: 'taking back (unlike) before the first act has been counted makes a shard negative', cure: 'shards may be negative, only the sum matters; the delete of the act decides whether anything is subtracted' },
  snippet: { language: 'sql', code: `WITH act AS (
  INSERT INTO counted (counter_id, actor_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING counter_id
)
INSERT INTO counter_shard (counter_id, shard, value)
SELECT counter_id, $3, 1 FROM act
ON CONFLICT (counter_id, shard) DO UPDATE SET value = counter_shard.value + 1;` },
  sources: [{ title: 'PostgreSQL 18 documentation, Explicit Locking', url: 'https://www.postgresql.org/docs/18/explicit-locking.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'Amazon DynamoDB Developer Guide, using write sharding to distribute workloads evenly', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html', asOf: 'undated', confidence: 'B' }],
});
