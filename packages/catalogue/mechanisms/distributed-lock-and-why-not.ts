import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'distributed-lock-and-why-not',
  name: 'Conditional write instead of a distributed lock (optimistic locking)',
  problem: 'Two requests read the same record and both write it: one change disappears. A lock around it serialises the record at {{lockedRate}}; the store’s own conditional write allows {{conditionalRate}} and needs no second system.',
  when: { formula: 'recordWritePeak', reason: 'records are changed by several callers at once' },
  structure: 'A version column on every record that people or processes change together; constraints (unique, check, exclusion) for rules over several rows. No lock service.',
  steps: [
    'Read the record with its version; the API hands the version out as an ETag.',
    'Decide in the application.',
    'Write with the condition: `update … set version = version + 1 where id = $id and version = $version`.',
    'One row: done. No row: somebody was faster; read again and decide again, at most {{attempts}} times, then `409` (`412` for If-Match).',
    'Where the decision is arithmetic, skip the read: `update … set stock = stock - $n where stock >= $n`.',
    'Only where the guarded thing is outside the store: a lease with a fencing token.',
  ],
  parameters: {
    lockRoundTrip: assumption('round trip to a lock service', interval(0.0005, 0.001, 0.003), 's', 'same region; a quorum service is slower'),
    workSeconds: assumption('time between read and write', interval(0.003, 0.01, 0.05), 's', 'a few statements of one request'),
    commitSeconds: assumption('time one row is held by a conditional update', interval(0.001, 0.003, 0.01), 's', 'statement and commit with a synchronous standby'),
    hottestShare: assumption('share of writes that meet the same record', interval(0.0001, 0.001, 0.01), 'ratio', 'popularity is skewed; ordinary records meet nobody'),
    maximumAttempts: assumption('attempts before giving up', 3, 'count', 'beyond it the record is too hot for this and needs another shape'),
  },
  computed: [
    { id: 'lockedRate', label: 'writes of one record through a lock', unit: '1/s', formula: '1 / (2 * lockRoundTrip + workSeconds + commitSeconds)', meaning: 'held from acquire to release' },
    { id: 'conditionalRate', label: 'conditional writes of one record', unit: '1/s', formula: '1 / commitSeconds', meaning: 'held for the statement and its commit' },
    { id: 'hotRecordWrites', label: 'writes of the hottest record', unit: '1/s', formula: 'recordWritePeak * hottestShare', meaning: 'compare with both rates' },
    { id: 'collisionShare', label: 'first attempts that lose', unit: 'ratio', formula: 'min(1, hotRecordWrites * (workSeconds + commitSeconds))', meaning: 'another write falls into the gap' },
    { id: 'attempts', label: 'attempts', unit: 'count', formula: 'maximumAttempts', meaning: 'then the caller is told' },
  ],
  inMemory: { elsewhere: 'There are no locks here: versions and constraints of the store decide who was first.' },
  tradeOff: 'Nothing to run, nothing to expire, no owner that can die; on the hottest record {{collisionShare}} of first attempts repeat. It flips when {{hotRecordWrites}} nears {{conditionalRate}}: then queue the changes per record or make the change an append.',
  rejected: { alternative: 'a lock with expiry in a cache', because: 'it adds two round trips, a system whose failure stops writes, and is still not safe without a fence that the store would have to check anyway' },
  edgeCase: { case: 'a rule over rows that do not exist yet (no two bookings overlap) has no version to compare, so both writers succeed', cure: 'state the rule as a constraint: unique or exclusion constraint, or serializable isolation with retry' },
  snippet: { language: 'sql', code: `UPDATE document SET title = $1, version = version + 1, changed_at = now()
 WHERE id = $2 AND version = $3
RETURNING version;   -- no row: 409, or read again and retry` },
  sources: [{ title: 'H. Kung, J. Robinson, On optimistic methods for concurrency control', url: 'https://doi.org/10.1145/319566.319567', asOf: '1981-06', confidence: 'B' }, { title: 'M. Kleppmann, How to do distributed locking', url: 'https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html', asOf: '2016-02-08', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Transaction Isolation', url: 'https://www.postgresql.org/docs/18/transaction-iso.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'RFC 9110, HTTP Semantics', url: 'https://www.rfc-editor.org/rfc/rfc9110', asOf: '2022-06', confidence: 'B' }],
});
