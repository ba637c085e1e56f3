import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'inbox-deduplication',
  name: 'Inbox deduplication (idempotent consumer)',
  problem: 'Every queue worth using delivers at least once. At {{jobMean}} and the share assumed here, {{duplicatesPerDay}} messages a day arrive twice, and each would repeat its effect.',
  when: { formula: 'jobPeak * oneSecond + eventConsumers', reason: 'messages are consumed from a queue or stream' },
  structure: 'Table inbox(consumer text, message_id text, received_at, primary key (consumer, message_id)) in the consumer’s own database, partitioned by day; the unique key is the lock.',
  steps: [
    'The consumer opens a transaction and inserts (consumer, message_id); on conflict it does nothing.',
    'No row inserted: this message has been handled; acknowledge and stop.',
    'Row inserted: do the effect in the same transaction.',
    'Commit, then acknowledge to the broker. A crash in between brings the message back, and the first step ends it.',
    'Partitions older than {{keep}} are dropped; a message older than that is refused to the dead letter queue, not handled.',
  ],
  parameters: {
    duplicateShare: assumption('share of messages delivered more than once', interval(0.0001, 0.001, 0.01), 'ratio', 'redelivery after a crash, a rebalance or an expired visibility timeout; rises during deploys'),
    keepSeconds: assumption('time an id is remembered', interval(345_600, 604_800, 1_209_600), 's', 'longer than the broker keeps a message, so that nothing old can come back unknown'),
    rowBytes: assumption('inbox row with its key', 110, 'B', 'two short texts, a timestamp, tuple header and the primary key entry'),
  },
  computed: [
    { id: 'duplicatesPerDay', label: 'duplicates a day', unit: 'count', formula: 'jobMean * 86400 * oneSecond * duplicateShare', meaning: 'effects that would happen twice' },
    { id: 'keep', label: 'memory', unit: 's', formula: 'keepSeconds', meaning: 'must exceed the broker’s retention' },
    { id: 'inboxRows', label: 'ids held', unit: 'count', formula: 'jobMean * keepSeconds', meaning: 'size of the unique index' },
    { id: 'inboxBytes', label: 'bytes held', unit: 'B', formula: 'inboxRows * rowBytes', meaning: 'stays in memory for the recent partitions only' },
  ],
  tradeOff: 'Effects happen once, for one insert a message and {{inboxBytes}} of ids; consumers may be restarted at any moment.',
  rejected: { alternative: 'a set of ids in a cache with expiry', because: 'the cache and the effect commit apart: a crash between them repeats the effect or loses it, and {{inboxRows}} ids for {{keep}} are memory where the table is disk' },
  edgeCase: { case: 'the effect is a call to a provider, outside any transaction', cure: 'send the message id as the provider’s idempotency key; where it takes none, write “sending” first, and on redelivery ask the provider before sending again' },
  snippet: { language: 'sql', code: `CREATE TABLE inbox (
  consumer    text        NOT NULL,
  message_id  text        NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, message_id)
);

BEGIN;
INSERT INTO inbox (consumer, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING;
-- 0 rows: COMMIT and acknowledge. 1 row: do the effect here, then COMMIT and acknowledge.
COMMIT;` },
  sources: [{ title: 'microservices.io, Pattern: Idempotent Consumer', url: 'https://microservices.io/patterns/communication-style/idempotent-consumer.html', asOf: 'undated', confidence: 'B' }, { title: 'J. Saltzer, D. Reed, D. Clark, End-to-end arguments in system design', url: 'https://doi.org/10.1145/357401.357402', asOf: '1984-11', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, INSERT, ON CONFLICT', url: 'https://www.postgresql.org/docs/18/sql-insert.html', asOf: '2025-09-25', confidence: 'B' }],
});
