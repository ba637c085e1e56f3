import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'transactional-outbox',
  name: 'Transactional outbox',
  problem: 'A write that also has to publish can commit and then die before the broker answers. At {{eventPeak}} a broker outage of {{outage}} leaves {{backlogRows}} rows without their event, and each crash loses those in flight ({{atRisk}} on average); nothing reports the difference.',
  when: { formula: '(jobPeak * oneSecond + eventConsumers) * recordWritePeak', reason: 'a committed write must start work or inform others' },
  structure: 'Table outbox(id bigint identity primary key, topic, message_key, payload jsonb, created_at, published_at) in the same database as the rows it speaks of; a partial index on the unpublished rows only, so that the relay reads a small index whatever the table holds; partitions by day, so that published rows are dropped and not deleted.',
  steps: [
    'The request writes its rows and one outbox row in one transaction; it answers after the commit.',
    'The relay takes up to {{batchRows}} unpublished rows in id order with SKIP LOCKED every {{pollInterval}}, or at once when the transaction notifies it.',
    'It publishes with message_key as the ordering key and the outbox id as the message id.',
    'When the broker has acknowledged, it sets published_at in its own transaction and commits.',
    'If it dies between the two, the next relay publishes the row again: delivery is at least once, and consumers deduplicate by message id.',
    'After {{outage}} without a broker the relay drains {{backlogRows}} rows in {{drainTime}}; requests never noticed.',
  ],
  parameters: {
    publishSeconds: assumption('time between commit and the broker’s acknowledgement', interval(0.002, 0.005, 0.05), 's', 'one round trip inside a region plus the broker’s own replication'),
    pollSeconds: assumption('interval of the relay’s poll', 0.2, 's', 'a fifth of a second is unnoticed by work nobody waits for'),
    outageSeconds: assumption('broker outage to ride out', interval(600, 1800, 7200), 's', 'a failover with human help; longer outages page'),
    drainFactor: assumption('relay’s rate ÷ event rate', 4, 'ratio', 'batched publishing is several times cheaper than the write that made the event'),
    rowOverhead: assumption('outbox row beside the payload, with its index entry', 150, 'B', 'ids, key, timestamps, tuple header and one index entry'),
  },
  computed: [
    { id: 'eventPeak', label: 'events at peak', unit: '1/s', formula: 'max(jobPeak, recordWritePeak * min(eventConsumers, 1))', meaning: 'what the relay must keep up with' },
    { id: 'atRisk', label: 'events between commit and acknowledgement', unit: 'count', formula: 'eventPeak * publishSeconds', meaning: 'lost by a crash without an outbox' },
    { id: 'pollInterval', label: 'poll interval', unit: 's', formula: 'pollSeconds', meaning: 'delay added when nothing notifies' },
    { id: 'batchRows', label: 'rows a batch', unit: 'count', formula: 'max(1, ceil(drainFactor * eventPeak * pollSeconds))', meaning: 'one poll carries several intervals’ worth, so a backlog shrinks' },
    { id: 'outage', label: 'outage to ride out', unit: 's', formula: 'outageSeconds', meaning: 'sizes the table' },
    { id: 'backlogRows', label: 'rows after an outage', unit: 'count', formula: 'eventPeak * outageSeconds', meaning: 'alert long before: oldest unpublished row' },
    { id: 'backlogBytes', label: 'bytes after an outage', unit: 'B', formula: 'backlogRows * (jobBytes + rowOverhead)', meaning: 'disk that must be free' },
    { id: 'drainTime', label: 'time to drain', unit: 's', formula: 'outageSeconds / (drainFactor - 1)', meaning: 'until events are prompt again' },
    { id: 'extraWrites', label: 'extra row writes', unit: '1/s', formula: '2 * eventPeak', meaning: 'insert and mark, on the primary' },
  ],
  tradeOff: 'No event is lost or invented; the price is {{extraWrites}} more row writes on the primary at peak and up to {{pollInterval}} of delay.',
  rejected: { alternative: 'publish first or publish after the commit, with a retry', because: 'the retry lives in the memory of the process that dies; a distributed transaction over database and broker would hold locks for the broker’s round trip and few brokers offer one' },
  edgeCase: { case: 'ids are handed out before commit: a long transaction commits id n after the relay has passed n + k, so a relay that remembers “last id” skips it for ever', cure: 'never page by last id: select by published_at is null, which the partial index makes cheap' },
  snippet: { language: 'sql', code: `CREATE TABLE outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic        text        NOT NULL,
  message_key  text        NOT NULL,
  payload      jsonb       NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;

-- relay, one transaction: publish what it returns, then commit
UPDATE outbox SET published_at = now()
 WHERE id IN (SELECT id FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)
RETURNING id, topic, message_key, payload;` },
  sources: [{ title: 'microservices.io, Pattern: Transactional outbox', url: 'https://microservices.io/patterns/data/transactional-outbox.html', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, SELECT, FOR UPDATE SKIP LOCKED', url: 'https://www.postgresql.org/docs/18/sql-select.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});
