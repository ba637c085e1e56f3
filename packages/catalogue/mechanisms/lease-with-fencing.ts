import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'lease-with-fencing',
  name: 'Lease with fencing token',
  problem: 'A worker that stalls for {{pause}} (collection pause, frozen machine, slow disk) still believes it owns its job when another has taken it over. With {{inFlight}} jobs in hand at peak, two owners of one job are a matter of time.',
  when: { formula: 'jobPeak * jobSeconds', reason: 'work is owned by one worker at a time for longer than a statement' },
  structure: 'Columns on the job row: leased_by, leased_until, fence bigint. The lease is only a hint of who may try; the fence, which grows with every take-over, is what the store checks on every effect.',
  steps: [
    'Take: one conditional update sets leased_by, leased_until = now() + {{lease}} and `fence = fence + 1` where the lease has expired; it returns the fence.',
    'Renew every {{renewInterval}} with a conditional update on (leased_by, fence); no row changed means the lease is lost, and the worker stops.',
    'Every effect carries the fence: `update … where fence = $fence`, or a header that the receiver compares with the highest it has seen.',
    'A receiver refuses a fence lower than the highest it has seen.',
    'Finish with the same condition; zero rows means somebody else finished it, and this result is thrown away.',
    'If a worker dies, its jobs wait {{takeOverTime}} at most.',
  ],
  parameters: {
    pauseSeconds: assumption('longest ordinary pause of a worker', interval(1, 5, 15), 's', 'collection pauses are shorter, virtual machine migration and throttling are not'),
    pollSeconds: assumption('interval at which workers look for expired leases', 2, 's', 'small beside the lease'),
    renewals: assumption('renewals within one lease', 3, 'count', 'two may fail before the lease is lost'),
  },
  computed: [
    { id: 'pause', label: 'pause to survive', unit: 's', formula: 'pauseSeconds', meaning: 'shorter pauses change no owner' },
    { id: 'inFlight', label: 'jobs in hand at peak', unit: 'count', formula: 'jobPeak * jobSeconds', meaning: 'Little’s law: rate times time' },
    { id: 'lease', label: 'lease', unit: 's', formula: '(renewals + 1) * pauseSeconds', meaning: 'long enough that a pause does not lose it' },
    { id: 'renewInterval', label: 'renewal interval', unit: 's', formula: 'lease / renewals', meaning: 'tolerates lost renewals' },
    { id: 'renewRate', label: 'renewals', unit: '1/s', formula: 'jobPeak * floor(jobSeconds / renewInterval)', meaning: 'jobs shorter than the interval renew never' },
    { id: 'takeOverTime', label: 'longest wait after a death', unit: 's', formula: 'lease + pollSeconds', meaning: 'recovery time of one job' },
  ],
  inMemory: { elsewhere: 'Leases and their fencing tokens are columns of the job row: the store that takes the effect compares the token, and a lock that expires in memory bounds nothing.' },
  tradeOff: 'Correct with any pause and any clock, for {{renewRate}} renewals; the price of safety against false take-over is that a dead worker’s job waits {{takeOverTime}}.',
  rejected: { alternative: 'a lock with expiry in a cache, without a fence', because: 'expiry alone only bounds how long two owners act: the paused owner wakes up, sees no clock, and writes' },
  edgeCase: { case: 'the resource cannot compare fences: an e-mail provider, a printer, a partner’s API', cure: 'record the intention under the fence first (conditional update to sending) and send only if that changed a row; what remains is the send itself, covered by the provider’s idempotency key' },
  snippet: { language: 'sql', code: `-- take one expired or new job
UPDATE job SET leased_by = $1, leased_until = now() + interval '20 seconds', fence = fence + 1
 WHERE id = (SELECT id FROM job
              WHERE state = 'ready' AND (leased_until IS NULL OR leased_until < now())
              ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, fence, payload;

-- finish: only the present owner can
UPDATE job SET state = 'done' WHERE id = $1 AND fence = $2;` },
  sources: [{ title: 'C. Gray, D. Cheriton, Leases: an efficient fault-tolerant mechanism for distributed file cache consistency (SOSP 1989)', url: 'https://doi.org/10.1145/74850.74870', asOf: '1989-12', confidence: 'B' }, { title: 'M. Kleppmann, How to do distributed locking', url: 'https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html', asOf: '2016-02-08', confidence: 'B' }, { title: 'M. Burrows, The Chubby lock service for loosely-coupled distributed systems (OSDI 2006)', url: 'https://research.google/pubs/the-chubby-lock-service-for-loosely-coupled-distributed-systems/', asOf: '2006-11', confidence: 'B' }, { title: 'Amazon Builders’ Library: Leader election in distributed systems', url: 'https://aws.amazon.com/builders-library/leader-election-in-distributed-systems/', asOf: 'undated', confidence: 'B' }],
});
