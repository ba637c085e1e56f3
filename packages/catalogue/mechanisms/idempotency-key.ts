import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'idempotency-key',
  name: 'Idempotency key',
  problem: 'A client that times out cannot know whether its write happened, so it sends it again: at {{recordWriteMean}} and the share assumed here that is {{repeatsPerDay}} repeats a day, each a second order, message or charge.',
  when: { formula: 'recordWritePeak', reason: 'clients create or change records over a network' },
  structure: 'Table idempotency_key(actor_id, key, request_hash, state in_progress|done, status, response jsonb, created_at, primary key (actor_id, key)). The header Idempotency-Key comes from the client, one per intention, a random UUID; the actor is in the key so that nobody can read another’s answer.',
  steps: [
    'The client creates a key before the first attempt and repeats it on every retry.',
    'The server inserts (actor, key, hash of the body, in_progress). Inserted: this request owns the key.',
    'Conflict with the same hash and done: return the stored status and body. Still in_progress: `409` with Retry-After. Another hash: `422`, the key was reused for something else.',
    'The owner does the work; the record, the outbox row and the change of the key to done with its answer are one transaction.',
    'Errors the client can mend (`4xx`) are stored; errors of ours (`5xx`) delete the key, so that a retry may succeed.',
    'Keys are dropped after {{keep}}.',
  ],
  parameters: {
    repeatShare: assumption('share of writes sent more than once', interval(0.001, 0.005, 0.02), 'ratio', 'mobile networks, impatient users and retrying clients; measure with the hit rate of this table'),
    keepSeconds: fact('time a key is remembered', 86_400, 's', { title: 'Stripe API reference, idempotent requests', url: 'https://docs.stripe.com/api/idempotent_requests', asOf: 'undated', confidence: 'B' }),
    rowBytes: assumption('key with its stored answer', interval(400, 1000, 4000), 'B', 'a small JSON answer and the key; large answers store a reference instead'),
    ownerTimeout: assumption('time after which an unfinished key may be taken over', 60, 's', 'longer than any request may run'),
  },
  computed: [
    { id: 'repeatsPerDay', label: 'repeats a day', unit: 'count', formula: 'recordWriteMean * 86400 * oneSecond * repeatShare', meaning: 'duplicates prevented' },
    { id: 'keep', label: 'time a key is kept', unit: 's', formula: 'keepSeconds', meaning: 'clients must not retry later than this' },
    { id: 'keysHeld', label: 'keys held', unit: 'count', formula: 'recordWriteMean * keepSeconds', meaning: 'rows of the table' },
    { id: 'keyBytes', label: 'bytes held', unit: 'B', formula: 'keysHeld * rowBytes', meaning: 'dropped by partition, hour by hour' },
    { id: 'takeOver', label: 'unfinished key may be taken over after', unit: 's', formula: 'ownerTimeout', meaning: 'a crashed owner does not block its client for ever' },
  ],
  inMemory: { elsewhere: 'Idempotency keys are rows beside the record: the key and the work commit together, and a key that could be evicted would let the work be done twice.' },
  tradeOff: 'A retry is safe for every client, for one insert and one update a write and {{keyBytes}} held; a key older than {{keep}} protects nothing.',
  rejected: { alternative: 'deduplicate on the content of the request', because: 'two equal orders a minute apart can both be meant; only the client knows whether it is one intention or two' },
  edgeCase: { case: 'the owner crashes between its insert and its commit, so the key stays in_progress and every retry gets `409`', cure: 'take the key over after {{takeOver}} by a conditional update on created_at; the work’s own unique constraints refuse what the dead owner did commit' },
  snippet: { language: 'sql', code: `CREATE TABLE idempotency_key (
  actor_id     bigint      NOT NULL,
  key          uuid        NOT NULL,
  request_hash bytea       NOT NULL,
  state        text        NOT NULL DEFAULT 'in_progress' CHECK (state IN ('in_progress', 'done')),
  status       smallint,
  response     jsonb,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor_id, key)
);

INSERT INTO idempotency_key (actor_id, key, request_hash) VALUES ($1, $2, $3)
ON CONFLICT (actor_id, key) DO UPDATE SET created_at = now()
  WHERE idempotency_key.state = 'in_progress' AND idempotency_key.created_at < now() - interval '60 seconds'
RETURNING state;   -- a row: we own the key; no row: read it and answer from it` },
  sources: [{ title: 'Stripe, Designing robust and predictable APIs with idempotency', url: 'https://stripe.com/blog/idempotency', asOf: '2017-02-22', confidence: 'B' }, { title: 'IETF, The Idempotency-Key HTTP Header Field (draft)', url: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/', asOf: 'undated', confidence: 'B' }, { title: 'Amazon Builders’ Library: Making retries safe with idempotent APIs', url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/', asOf: 'undated', confidence: 'B' }],
});
