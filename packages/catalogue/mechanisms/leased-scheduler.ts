import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'leased-scheduler',
  name: 'Leased scheduler',
  problem: 'Due jobs come in spikes: at the full hour {{hourSpike}} fall due in one second against {{jobMean}} on average. One scheduler process is a single point; two without agreement run everything twice.',
  when: { formula: 'jobPeak', reason: 'work is due at times' },
  structure: 'schedule(id, tenant_id, rule, timezone, next_due_at, enabled); run(id, schedule_id, due_at, state, leased_by, leased_until, fence, attempts, unique (schedule_id, due_at)); partial index on due runs. Any instance may schedule: leases, no leader.',
  steps: [
    'Every {{tick}} each instance takes up to {{claimBatch}} schedules with next_due_at in the past, with SKIP LOCKED.',
    'In the same transaction it inserts the run (unique by schedule and due time) and computes the next due time in the schedule’s time zone.',
    'Workers claim runs under a lease with fence; long runs renew it.',
    'Finished by conditional update on the fence; failed runs return with backoff until their attempts are used up.',
    'Missed times after an outage: per schedule, run all, run the last, or skip.',
    'Jobs at round times get a stable offset within {{spread}} by hash of their id, unless the user fixed the second.',
  ],
  parameters: {
    roundShare: assumption('share of a day’s jobs due at full hours', interval(0.1, 0.4, 0.8), 'ratio', 'people choose round times'),
    tickSeconds: assumption('tick', 1, 's', 'lateness nobody notices'),
    spreadSeconds: assumption('spread of round times', 60, 's', 'within the minute people mean'),
    smallestBatch: assumption('fewest claimed a tick', 10, 'count', 'a burst is taken in few ticks'),
    claimSeconds: assumption('time to claim one run', interval(0.0005, 0.001, 0.005), 's', 'one row update in a batch'),
    instances: assumption('scheduling instances', 2, 'count', 'one may be lost'),
  },
  computed: [
    { id: 'hourSpike', label: 'due in the same second', unit: 'count', formula: 'jobMean * 3600 * oneSecond * roundShare', meaning: 'an hour’s round jobs at once' },
    { id: 'tick', label: 'tick', unit: 's', formula: 'tickSeconds', meaning: 'lateness of scheduling' },
    { id: 'spread', label: 'spread', unit: 's', formula: 'spreadSeconds', meaning: 'by hash of the id' },
    { id: 'spikeRate', label: 'start rate after spreading', unit: '1/s', formula: 'hourSpike / spreadSeconds', meaning: 'what workers see' },
    { id: 'claimBatch', label: 'claimed a tick', unit: 'count', formula: 'max(smallestBatch, ceil(max(jobPeak, spikeRate) * tickSeconds / instances / headroom))', meaning: 'per instance' },
    { id: 'claimTime', label: 'time of a claim', unit: 's', formula: 'claimBatch * claimSeconds', meaning: 'must stay below the tick' },
    { id: 'workers', label: 'runs in progress', unit: 'count', formula: 'ceil(max(jobPeak, spikeRate) * jobSeconds / headroom)', meaning: 'worker slots' },
  ],
  tradeOff: 'Any instance may die at any moment and runs start {{tick}} late at most; spreading makes round-hour jobs up to {{spread}} late and workers {{workers}} instead of a multiple.',
  rejected: { alternative: 'one elected leader with timers in memory', because: 'timers are lost with it, failover is a gap, and a leader that was only paused fires again' },
  edgeCase: { case: 'summer time: a job at half past two runs twice in autumn and never in spring; a monthly job on the last day skips February', cure: 'keep rule and time zone, compute next_due_at with the zone database, define both cases (first occurrence; the moment after the gap; last day of month), and key runs by due time in UTC' },
  snippet: { language: 'sql', code: `WITH due AS (
  SELECT id FROM schedule
   WHERE enabled AND next_due_at <= now()
   ORDER BY next_due_at LIMIT 200 FOR UPDATE SKIP LOCKED
)
INSERT INTO run (schedule_id, due_at, state)
SELECT s.id, s.next_due_at, 'ready' FROM schedule s JOIN due USING (id)
ON CONFLICT (schedule_id, due_at) DO NOTHING;` },
  sources: [{ title: 'Site Reliability Engineering (Google), chapter Distributed Periodic Scheduling with Cron', url: 'https://sre.google/sre-book/distributed-periodic-scheduling/', asOf: '2016', confidence: 'B' }, { title: 'Amazon Builders’ Library: Leader election in distributed systems', url: 'https://aws.amazon.com/builders-library/leader-election-in-distributed-systems/', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, SELECT, FOR UPDATE SKIP LOCKED', url: 'https://www.postgresql.org/docs/18/sql-select.html', asOf: '2025-09-25', confidence: 'B' }],
});
