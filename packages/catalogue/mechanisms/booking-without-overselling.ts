import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'booking-without-overselling',
  name: 'Booking without overselling',
  problem: 'When a popular slot opens, {{rushers}} people want the same unit within a minute. Reading “free” and then writing “taken” lets several through: each pair within {{window}} of each other.',
  when: { needs: ['transactions'], formula: 'recordWritePeak', reason: 'a unit may be given away once' },
  structure: 'booking(id, resource_id, during tstzrange, state held|confirmed|cancelled, hold_expires_at, holder_id) with an exclusion constraint on (resource_id, during) for states that occupy; for interchangeable units stock(resource_id, day, free) with a check that free is never negative.',
  steps: [
    'Search reads a replica or cache and may be a little old: it promises nothing.',
    'Hold: insert a booking in state held for {{holdTime}}; the database constraint decides who was first, not the application.',
    'Refused: show the nearest free units; do not retry the same.',
    'Pay under the idempotency key booking id.',
    'Confirm: conditional update (optimistic locking on the state) from held to confirmed where the hold has not expired.',
    'Expired holds are freed by a sweeper every {{sweep}}, and by the next hold that meets them, in its own transaction.',
    'On a rush a waiting room admits {{admitRate}}, in the order of arrival.',
  ],
  parameters: {
    rushShare: assumption('share of a day’s users who come for one unit', interval(0.0001, 0.001, 0.02), 'ratio', 'concert tickets at the high end'),
    gapSeconds: assumption('time between reading and writing', interval(0.01, 0.05, 0.3), 's', 'a request’s work'),
    holdSeconds: assumption('hold', 600, 's', 'a person with a card in hand needs some minutes'),
    sweepSeconds: assumption('sweep', 30, 's', 'small beside the hold'),
    lockSeconds: assumption('time one hold takes on its unit', interval(0.002, 0.005, 0.02), 's', 'insert, constraint, commit'),
    abandonShare: assumption('holds that expire unpaid', interval(0.1, 0.3, 0.7), 'ratio', 'people leave at payment'),
  },
  computed: [
    { id: 'rushers', label: 'people after one unit', unit: 'count', formula: 'dailyUsers * rushShare', meaning: 'in the minute it opens' },
    { id: 'window', label: 'gap', unit: 's', formula: 'gapSeconds', meaning: 'between reading and writing' },
    { id: 'doubleSales', label: 'that would pass a check before a write', unit: 'count', formula: 'rushers * gapSeconds / (60 * oneSecond)', meaning: 'arrivals within the gap' },
    { id: 'holdTime', label: 'hold', unit: 's', formula: 'holdSeconds', meaning: 'time to pay' },
    { id: 'idleUnits', label: 'units blocked by holds that will expire', unit: 'count', formula: 'recordWriteMean * abandonShare * holdSeconds', meaning: 'price of holding' },
    { id: 'sweep', label: 'sweep', unit: 's', formula: 'sweepSeconds', meaning: 'frees what nobody asks for' },
    { id: 'admitRate', label: 'holds one unit can decide', unit: '1/s', formula: 'headroom / lockSeconds', meaning: 'admission of the waiting room' },
  ],
  inMemory: { elsewhere: 'Holds on what can be booked are rows under a constraint: the store must refuse the second sale whatever happens here.' },
  tradeOff: 'No unit is sold twice, whatever the application forgets; up to {{idleUnits}} units are blocked by people who will not pay, for {{holdTime}} at most.',
  rejected: { alternative: 'a lock per unit in a cache during checkout', because: 'it expires or is lost on a failover while the person pays, and then nothing in the store refuses the second sale' },
  edgeCase: { case: 'payment succeeds in the same second the hold expires and somebody else has taken the unit', cure: 'the hold is extended once before the charge by conditional update; if that fails, do not charge; if the confirmation still fails, refund automatically and say so' },
  snippet: { language: 'sql', code: `CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE booking (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  resource_id     bigint      NOT NULL,
  during          tstzrange   NOT NULL,
  state           text        NOT NULL CHECK (state IN ('held', 'confirmed', 'cancelled')),
  hold_expires_at timestamptz,
  holder_id       bigint      NOT NULL,
  EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (state IN ('held', 'confirmed'))
);
UPDATE booking SET state = 'confirmed', hold_expires_at = NULL
 WHERE id = $1 AND state = 'held' AND hold_expires_at > now()
RETURNING id;` },
  sources: [{ title: 'PostgreSQL 18 documentation, Range Types, exclusion constraints', url: 'https://www.postgresql.org/docs/18/rangetypes.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Constraints', url: 'https://www.postgresql.org/docs/18/ddl-constraints.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'H. Kung, J. Robinson, On optimistic methods for concurrency control', url: 'https://doi.org/10.1145/319566.319567', asOf: '1981-06', confidence: 'B' }],
});
