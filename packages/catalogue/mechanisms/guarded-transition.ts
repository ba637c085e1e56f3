import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'guarded-transition',
  name: 'Guarded state transition',
  problem: 'Two people decide on one row, or a person and a job: both read `submitted`, one writes `approved`, the other `rejected`, and the later write wins without a trace. At {{recordWriteMean}} and the share assumed here {{racesPerMonth}} such pairs a month meet within {{window}}.',
  when: { formula: 'recordWritePeak', reason: 'rows pass through states that several callers change' },
  structure: 'Column status with a check constraint, column version; table transition(from_state, to_state, role, primary key (from_state, to_state)) as data; table status_change(entity_id, version, from_state, to_state, actor_id, reason, occurred_at, primary key (entity_id, version)), never updated. Partial index (status, updated_at) over open states: the work list.',
  steps: [
    'The caller reads the row with its version and sends the wished state with `If-Match: version`.',
    'One statement moves it: UPDATE where id and version match and (status, wished state) is in transition for the caller’s role; version grows by one.',
    'No row changed: read again and answer `409` with the present state, `403` where only the role was wrong.',
    'One row changed: insert status_change with the new version, and the outbox row for what follows, in the same transaction. The key (entity_id, version) refuses a second history for one step.',
    'A work list is `status = … ORDER BY updated_at LIMIT n` on the partial index; two clerks take different rows with SKIP LOCKED and a claim of {{claim}}.',
    'A step that needs two people stores the first decision as a state of its own; the transition table forbids the same actor twice by a check against status_change.',
  ],
  parameters: {
    moveShare: assumption('share of writes that move a state', interval(0.05, 0.3, 0.7), 'ratio', 'the rest creates or edits'),
    sameRowShare: assumption('share of moves followed by another on the same row within the window', interval(0.0005, 0.002, 0.02), 'ratio', 'two screens on one work list; measure with the count of 409'),
    windowSeconds: assumption('time between reading and deciding', interval(10, 60, 600), 's', 'somebody reads the row and thinks'),
    claimSeconds: assumption('claim of a clerk on a row', 900, 's', 'longer than a decision takes, short enough that a forgotten screen frees the row'),
    historyBytes: assumption('status_change row with its key', interval(120, 180, 300), 'B', 'two short states, ids, a reason and a timestamp'),
  },
  computed: [
    { id: 'movesPerDay', label: 'moves a day', unit: 'count', formula: 'recordWriteMean * 86400 * oneSecond * moveShare', meaning: 'rows of the history' },
    { id: 'window', label: 'window', unit: 's', formula: 'windowSeconds', meaning: 'between reading and deciding' },
    { id: 'racesPerMonth', label: 'lost decisions a month without the guard', unit: 'count', formula: 'movesPerDay * 30 * sameRowShare', meaning: 'with it each is a 409 somebody sees' },
    { id: 'claim', label: 'claim', unit: 's', formula: 'claimSeconds', meaning: 'then the row is free again' },
    { id: 'historyRows', label: 'history at the horizon', unit: 'count', formula: 'recordWriteMean * moveShare * secondsPerMonth * horizonMonths', meaning: 'who moved what, when and why' },
    { id: 'historySize', label: 'bytes of history', unit: 'B', formula: 'historyRows * historyBytes', meaning: 'the whole record of decisions' },
  ],
  tradeOff: 'No decision is lost and every one has a name, for one inserted row a move ({{historySize}} by the horizon) and {{racesPerMonth}} callers a month who are told to look again.',
  rejected: { alternative: 'lock the row while somebody looks at it', because: 'a browser that closes holds the lock; with {{claim}} of thinking time a pessimistic lock keeps a connection of the pool busy for as long' },
  edgeCase: { case: 'a release adds a state: old instances meet rows in a state they do not know and fail to read, not only to write', cure: 'expand first: one release that reads the state and shows it as its predecessor, a second that writes it; the transition table gets its rows with the second' },
  snippet: { language: 'sql', code: `WITH moved AS (
  UPDATE claim SET status = $3, version = version + 1, updated_at = now()
   WHERE id = $1 AND version = $2
     AND EXISTS (SELECT 1 FROM transition t
                  WHERE t.from_state = claim.status AND t.to_state = $3 AND t.role = $4)
  RETURNING id, version, status
)
INSERT INTO status_change (entity_id, version, to_state, actor_id, reason)
SELECT id, version, status, $5, $6 FROM moved
RETURNING version;   -- no row: 409, read again` },
  sources: [{ title: 'IETF RFC 9110, HTTP Semantics, section 13.1.1 If-Match', url: 'https://www.rfc-editor.org/rfc/rfc9110#name-if-match', asOf: '2022-06', confidence: 'A' }, { title: 'PostgreSQL 18 documentation, Transaction Isolation, Read Committed', url: 'https://www.postgresql.org/docs/18/transaction-iso.html', asOf: '2025-09-25', confidence: 'A' }, { title: 'H. Kung, J. Robinson, On Optimistic Methods for Concurrency Control', url: 'https://doi.org/10.1145/319566.319567', asOf: '1981-06', confidence: 'A' }],
});
