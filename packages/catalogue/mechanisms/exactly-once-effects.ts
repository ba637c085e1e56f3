import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'exactly-once-effects',
  name: 'Exactly-once effects from at-least-once delivery',
  problem: 'No network delivers exactly once. With at-most-once {{lostPerDay}} of a day’s messages vanish at the loss assumed here; with at-least-once {{repeatedPerDay}} are repeated. Only the effect can be made to happen once.',
  when: { formula: 'jobPeak', reason: 'asynchronous work has effects' },
  structure: 'effect(effect_id, kind, subject_id, state, provider_ref, attempts, decided_at, done_at, unique (kind, subject_id, effect_id)): the intention with its outcome `decided`, `sent`, `unknown` or `done`. effect_id is made by the producer and kept through all hops: outbox row, message header, provider’s Idempotency-Key.',
  steps: [
    'The producer makes effect_id once and inserts effect and outbox row in the transaction that decides.',
    'Every hop may repeat but never renames: retries and replays carry the same id.',
    'Effect in our own store: the target row has a unique column effect_id, and state becomes `done` in the same transaction.',
    'Effect that replaces a state: write with the version, ignore older ones; repeating is harmless.',
    'Effect outside: state `sent` first, then the call with effect_id as Idempotency-Key; provider_ref is stored with `done`. A time-out leaves `unknown`.',
    'Acknowledge after the commit. A sweep takes rows `sent` or `unknown` by (state, decided_at) and asks the provider by effect_id; a daily reconciliation counts `done` against the provider’s own list.',
  ],
  parameters: {
    lossShare: assumption('share lost without acknowledgement', interval(0.00001, 0.0001, 0.001), 'ratio', 'restarts and dropped connections'),
    duplicateShare: assumption('share repeated with acknowledgement', interval(0.0001, 0.001, 0.01), 'ratio', 'crashes after the effect, expired visibility timeouts'),
    hops: assumption('hops between intention and effect', 3, 'count', 'outbox, queue, provider'),
  },
  computed: [
    { id: 'lostPerDay', label: 'lost a day with at-most-once', unit: 'count', formula: 'jobMean * 86400 * oneSecond * lossShare * hops', meaning: 'nobody sees them' },
    { id: 'repeatedPerDay', label: 'repeated a day with at-least-once', unit: 'count', formula: 'jobMean * 86400 * oneSecond * duplicateShare * hops', meaning: 'to be deduplicated at the last hop' },
    { id: 'unknownPerDay', label: 'unknown outcomes a day', unit: 'count', formula: 'jobMean * 86400 * oneSecond * duplicateShare', meaning: 'asked for by the sweep' },
    { id: 'deduplicationWrites', label: 'extra key writes', unit: '1/s', formula: 'jobPeak', meaning: 'one unique key an effect' },
  ],
  tradeOff: 'Each effect once for {{deduplicationWrites}} key writes, and no special broker; the guarantee is as strong as its weakest receiver, which must be named.',
  rejected: { alternative: 'the broker’s own transactions', because: 'they cover reading and writing inside that broker; the e-mail, the charge and the row in another store are outside, {{unknownPerDay}} of them a day with an outcome nobody knows' },
  edgeCase: { case: 'the provider times out and has no idempotency keys: the effect may or may not have happened', cure: 'treat unknown as a state, ask the provider by our reference before trying again, and where it cannot be asked choose per effect: repeat a reminder, never a charge' },
  snippet: { language: 'sql', code: `CREATE TABLE effect (
  effect_id    uuid        PRIMARY KEY,
  kind         text        NOT NULL,
  subject_id   bigint      NOT NULL,
  state        text        NOT NULL DEFAULT 'decided' CHECK (state IN ('decided', 'sent', 'unknown', 'done')),
  provider_ref text,
  decided_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX effect_open ON effect (state, decided_at) WHERE state IN ('sent', 'unknown');

UPDATE effect SET state = 'sent' WHERE effect_id = $1 AND state = 'decided' RETURNING kind;   -- no row: somebody else has it` },
  sources: [{ title: 'J. Saltzer, D. Reed, D. Clark, End-to-end arguments in system design', url: 'https://doi.org/10.1145/357401.357402', asOf: '1984-11', confidence: 'B' }, { title: 'Apache Kafka documentation, design: message delivery semantics', url: 'https://kafka.apache.org/documentation/#semantics', asOf: 'undated', confidence: 'B' }, { title: 'Amazon Builders’ Library: Making retries safe with idempotent APIs', url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/', asOf: 'undated', confidence: 'B' }],
});
