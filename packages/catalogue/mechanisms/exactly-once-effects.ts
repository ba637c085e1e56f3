import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'exactly-once-effects',
  name: 'Exactly-once effects from at-least-once delivery',
  problem: 'No network delivers exactly once. With at-most-once {{lostPerDay}} of a day’s messages vanish at the loss assumed here; with at-least-once {{repeatedPerDay}} are repeated. Only the effect can be made to happen once.',
  when: { formula: 'jobPeak', reason: 'asynchronous work has effects' },
  structure: 'Every message has an id made by its producer and kept through all hops; every effect has a place that remembers it: a unique key, a version, or the receiver’s idempotency key.',
  steps: [
    'The producer makes the id once, in the transaction that decides the effect (outbox).',
    'Every hop may repeat but never renames: retries and replays carry the same id.',
    'Effect in our own store: the id or a business key is unique in the same transaction.',
    'Effect that replaces a state: write with the version, ignore older ones; repeating is harmless.',
    'Effect outside: pass the id as the provider’s idempotency key and store its reference.',
    'Acknowledge after the effect is committed; a daily reconciliation counts effects against intentions.',
  ],
  parameters: {
    lossShare: assumption('share lost without acknowledgement', interval(0.00001, 0.0001, 0.001), 'ratio', 'restarts and dropped connections'),
    duplicateShare: assumption('share repeated with acknowledgement', interval(0.0001, 0.001, 0.01), 'ratio', 'crashes after the effect, expired visibility timeouts'),
    hops: assumption('hops between intention and effect', 3, 'count', 'outbox, queue, provider'),
  },
  computed: [
    { id: 'lostPerDay', label: 'lost a day with at-most-once', unit: 'count', formula: 'jobMean * 86400 * oneSecond * lossShare * hops', meaning: 'nobody sees them' },
    { id: 'repeatedPerDay', label: 'repeated a day with at-least-once', unit: 'count', formula: 'jobMean * 86400 * oneSecond * duplicateShare * hops', meaning: 'to be deduplicated at the last hop' },
    { id: 'deduplicationWrites', label: 'extra key writes', unit: '1/s', formula: 'jobPeak', meaning: 'one unique key an effect' },
  ],
  tradeOff: 'Each effect once for {{deduplicationWrites}} key writes, and no special broker; the guarantee is as strong as its weakest receiver, which must be named.',
  rejected: { alternative: 'the broker’s own transactions', because: 'they cover reading and writing inside that broker; the e-mail, the charge and the row in another store are outside, and those are the effects users see' },
  edgeCase: { case: 'the provider times out and has no idempotency keys: the effect may or may not have happened', cure: 'treat unknown as a state, ask the provider by our reference before trying again, and where it cannot be asked choose per effect: repeat a reminder, never a charge' },
  sources: [{ title: 'J. Saltzer, D. Reed, D. Clark, End-to-end arguments in system design', url: 'https://doi.org/10.1145/357401.357402', asOf: '1984-11', confidence: 'B' }, { title: 'Apache Kafka documentation, design: message delivery semantics', url: 'https://kafka.apache.org/documentation/#semantics', asOf: 'undated', confidence: 'B' }, { title: 'Amazon Builders’ Library: Making retries safe with idempotent APIs', url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/', asOf: 'undated', confidence: 'B' }],
});
