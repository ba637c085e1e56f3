import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'priority-lanes',
  name: 'Priority lanes',
  problem: 'A bulk job of {{bulkJob}} messages in the same queue delays everything behind it by {{bulkDelay}}: the password reset arrives after the newsletter.',
  when: { formula: 'jobPeak * (users * bulkShare * headroom - urgentSeconds * jobPeak)', reason: 'one bulk job would delay urgent work beyond its promise' },
  structure: 'One table job(id, lane, tenant_id, kind, state, run_at, attempts), partial index (lane, tenant_id, run_at) where state is `ready`; or a queue per lane: `urgent`, `normal`, `bulk`, and one for each very large tenant. lane(name, weight, promise, paused_until). Workers draw by weight, not by strict order; {{reservedWorkers}} workers serve only `urgent`.',
  steps: [
    'The lane is looked up by kind at the insert, never taken from the caller.',
    'A bulk job is a row with a cursor: each turn does {{chunk}} and inserts its successor with the next cursor, so that a lane never holds one indivisible hour.',
    'A shared worker draws a lane at random by weight among those not paused, and claims its oldest row by (lane, run_at) with SKIP LOCKED.',
    'Within a lane tenants take turns (deficit round robin): the worker remembers the last tenant_id and takes the next larger one of the index.',
    'Bulk stops while urgent is older than {{urgentPromise}}, or the provider’s bucket is below its reserve.',
    'Each lane has its own promise and alert: oldest message older than half of it.',
  ],
  parameters: {
    urgentShare: assumption('share of jobs that are urgent', interval(0.02, 0.1, 0.4), 'ratio', 'codes, resets, confirmations'),
    bulkShare: assumption('one bulk job ÷ users', interval(0.1, 0.5, 1), 'ratio', 'a campaign to half of them'),
    urgentSeconds: assumption('promise for urgent work', 5, 's', 'a person is waiting'),
    chunkSeconds: assumption('work of one chunk', 10, 's', 'lanes can change between chunks'),
    minimumReserved: assumption('fewest reserved workers', 2, 'count', 'one may be restarting'),
  },
  computed: [
    { id: 'workers', label: 'workers', unit: 'count', formula: 'max(minimumReserved, ceil(jobPeak * jobSeconds / headroom))', meaning: 'slots at peak' },
    { id: 'reservedWorkers', label: 'reserved for urgent work', unit: 'count', formula: 'max(minimumReserved, ceil(jobPeak * urgentShare * jobSeconds / headroom))', meaning: 'enough for its own peak' },
    { id: 'bulkJob', label: 'one bulk job', unit: 'count', formula: 'users * bulkShare', meaning: 'messages' },
    { id: 'bulkDelay', label: 'delay behind it', unit: 's', formula: 'bulkJob * jobSeconds / workers', meaning: 'in a single queue' },
    { id: 'urgentBudget', label: 'urgent jobs at peak', unit: '1/s', formula: 'jobPeak * urgentShare', meaning: 'what the reserve is sized for' },
    { id: 'urgentPromise', label: 'promise for urgent work', unit: 's', formula: 'urgentSeconds', meaning: 'held by the reserve' },
    { id: 'chunk', label: 'chunk of a bulk job', unit: 'count', formula: 'max(1, floor(chunkSeconds / max(jobSeconds, 0.001 * oneSecond)))', meaning: 'messages of one worker’s turn' },
  ],
  tradeOff: 'Urgent work keeps its {{urgentPromise}} through any campaign; {{reservedWorkers}} of {{workers}} workers idle while nothing is urgent, and a campaign takes longer than {{bulkDelay}}.',
  rejected: { alternative: 'one queue with a priority field', because: 'a run of {{urgentBudget}} urgent messages starves the rest for as long as it lasts, and many brokers sort only what they have already handed out' },
  edgeCase: { case: 'everyone discovers that “urgent” is faster, and after a year most work is urgent', cure: 'urgent has a budget per kind of work ({{urgentBudget}} in all); beyond it messages are taken as normal and the owner is told' },
  snippet: { language: 'sql', code: `SELECT id FROM job
 WHERE lane = $1 AND state = 'ready' AND run_at <= now() AND tenant_id > $2   -- last tenant served; wrap around when empty
 ORDER BY tenant_id, run_at
 LIMIT 1 FOR UPDATE SKIP LOCKED;` },
  sources: [{ title: 'Amazon Builders’ Library: Avoiding insurmountable queue backlogs', url: 'https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/', asOf: 'undated', confidence: 'B' }, { title: 'Amazon Builders’ Library: Fairness in multi-tenant systems', url: 'https://aws.amazon.com/builders-library/fairness-in-multi-tenant-systems/', asOf: 'undated', confidence: 'B' }, { title: 'M. Shreedhar, G. Varghese, Efficient fair queueing using deficit round robin (SIGCOMM 1995)', url: 'https://doi.org/10.1145/217382.217453', asOf: '1995-08', confidence: 'B' }],
});
