import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'one-row-per-pair',
  name: 'One row for each pair of actor and thing',
  problem: 'Nobody may vote, rate or apply twice. Reading first and writing then lets two requests of one person through: a double tap sends two within {{gap}}, and at {{recordWriteMean}} the share assumed here is {{doublesPerDay}} a day.',
  when: { formula: 'recordWritePeak', reason: 'a deed may be done once by each actor on each thing' },
  structure: 'Table vote(thing_id, actor_id, value, version, created_at, primary key (thing_id, actor_id)): the pair is the key, there is no other id. Index (actor_id, created_at) for “mine”. Tally table tally(thing_id, shard, count, sum, primary key (thing_id, shard)) with {{shards}} rows a thing.',
  steps: [
    'PUT the deed under the pair: `/things/{thing}/votes/me`. A repeat is the same request and needs no key of its own.',
    'INSERT … ON CONFLICT (thing_id, actor_id) DO UPDATE where the row may still be changed; where it may not, DO NOTHING and answer with what stands.',
    'The statement returns the value before and after; their difference goes to tally (thing_id, hash(actor_id) mod shards) in the same transaction.',
    'Whether the thing is open is part of the statement (`EXISTS … WHERE closes_at > now()`): the end is decided by the database clock, and once.',
    'Results are the sum of the shards; at closing they are counted from the rows and must agree with the tally before they are published.',
  ],
  parameters: {
    doubleShare: assumption('share of deeds sent twice', interval(0.002, 0.01, 0.05), 'ratio', 'double taps and retries on mobile networks'),
    gapSeconds: assumption('time between the two', interval(0.1, 0.3, 2), 's', 'a second tap before the first answer'),
    hotShare: assumption('share of deeds on the busiest thing', interval(0.05, 0.3, 1), 'ratio', 'one proposal, one talk, one vacancy is what everybody comes for'),
    rowHold: assumption('time a tally row is locked', interval(0.002, 0.004, 0.01), 's', 'from update to commit on a managed primary with a synchronous copy'),
    rowBytes: assumption('row with its keys', interval(90, 130, 200), 'B', 'two ids, a value, timestamps and two index entries'),
  },
  computed: [
    { id: 'gap', label: 'gap', unit: 's', formula: 'gapSeconds', meaning: 'between the two requests' },
    { id: 'doublesPerDay', label: 'second attempts a day', unit: 'count', formula: 'recordWriteMean * 86400 * oneSecond * doubleShare', meaning: 'each would count twice' },
    { id: 'hotPeak', label: 'deeds on the busiest thing', unit: '1/s', formula: 'recordWritePeak * hotShare', meaning: 'all of them update one tally' },
    { id: 'perRow', label: 'what one tally row takes', unit: '1/s', formula: '1 / rowHold', meaning: 'one writer at a time' },
    { id: 'shards', label: 'tally rows a thing', unit: 'count', formula: 'max(1, ceil(hotPeak / perRow / headroom))', meaning: 'one where the load is small' },
    { id: 'pairBytes', label: 'rows of a year', unit: 'B', formula: 'recordWriteMean * 31536000 * oneSecond * rowBytes', meaning: 'if all writes were such deeds' },
  ],
  tradeOff: 'The second attempt meets a key, not a check: exact at any rate, for one index entry more a row and {{shards}} tally rows a thing to add up at each read.',
  rejected: { alternative: 'SELECT, then INSERT where nothing was found', because: 'two transactions both find nothing within {{gap}}; at read committed both commit, and a serialisable one makes the second caller retry for an answer the key gives at once' },
  edgeCase: { case: 'the account is deleted or merged: two rows of two accounts become two of one person, or the pair vanishes and with it a vote that was counted', cure: 'key on a person id that outlives the account; merging keeps the earlier row and subtracts the other from the tally in the same transaction; deletion replaces the person by a random id, so the count stays' },
  snippet: { language: 'sql', code: `CREATE TABLE vote (
  thing_id   bigint      NOT NULL,
  actor_id   bigint      NOT NULL,
  value      smallint    NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (thing_id, actor_id)
);

INSERT INTO vote (thing_id, actor_id, value)
SELECT $1, $2, $3 FROM thing WHERE id = $1 AND closes_at > now()
ON CONFLICT (thing_id, actor_id) DO UPDATE SET value = EXCLUDED.value
RETURNING (xmax = 0) AS is_new;   -- no row: closed` },
  sources: [{ title: 'PostgreSQL 18 documentation, INSERT, ON CONFLICT', url: 'https://www.postgresql.org/docs/18/sql-insert.html', asOf: '2025-09-25', confidence: 'A' }, { title: 'PostgreSQL 18 documentation, Unique Indexes', url: 'https://www.postgresql.org/docs/18/indexes-unique.html', asOf: '2025-09-25', confidence: 'A' }, { title: 'P. Bailis et al., Coordination Avoidance in Database Systems', url: 'https://www.vldb.org/pvldb/vol8/p185-bailis.pdf', asOf: '2014-11', confidence: 'A' }],
});
