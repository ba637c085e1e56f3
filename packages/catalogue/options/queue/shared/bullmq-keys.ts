import { assumption, type Fact, interval } from '@archwright/kernel';
import type { KeyDesign } from '@archwright/model';

/** What the keys of BullMQ take; formulas also read `waiting` and `backlog` of the option. */
export const bullmqKeyParameters: Readonly<Record<string, Fact>> = {
  commandsPerJob: assumption('commands of one job', interval(8, 14, 25), 'count', 'what the scripts that add, take, and finish a job call'),
  jobOverhead: assumption('memory of a job beside its data', interval(500, 900, 1_400), 'B', 'the hash with its options, times and name'),
  entryBytes: assumption('memory of a place in a list of jobs', interval(16, 48, 120), 'B', 'a job’s id of some twenty letters'),
  lockSeconds: assumption('lock of a job in hand', 30, 's', 'the library’s default; the worker renews it at half of it'),
  delayedBytes: assumption('memory of a place in the sorted set of delayed jobs', interval(90, 130, 180), 'B', 'hash entry, skip list node and id'),
  delayedShare: assumption('share of held jobs that wait for a later time', interval(0.02, 0.1, 0.4), 'ratio', 'retries after failures, and what is planned ahead'),
  lockBytes: assumption('memory of a lock', interval(150, 220, 280), 'B', 'key, worker and expiry'),
  eventsKept: assumption('events kept in the stream', 10_000, 'count', 'the library’s default, trimmed by the library'),
  eventEntryBytes: assumption('memory of an event', interval(40, 90, 160), 'B', 'id, name and job in a packed block'),
};

const slot = 'the queue: the library’s scripts touch all keys of a queue together, so that it is one slot; more queues spread over shards, one queue never does';
const sample = { queue: 'mail', job: '184467' };
const hottest = { rate: 'jobPeak * commandsPerJob', share: '1', cure: 'the queue is split into several by hash of the recipient or tenant, each with its own name and workers' };
const kept = 'a waiting job must not vanish: the library removes what is done';

/** The library's own keys, as it lays them out with the queue's name in braces. */
export const bullmqKeys: readonly KeyDesign[] = [
  {
    id: 'job', pattern: 'bull:{<queue>}:<job>', type: 'hash', holds: 'a job: its data, options, attempts and result', slot, sample,
    write: ['HSET <key> name send data <filler> opts {"attempts":5} timestamp 1796083200123 delay 0 priority 0'], read: ['HGETALL <key>'], together: ['bull:{<queue>}:wait', 'bull:{<queue>}:delayed', 'bull:{<queue>}:events'],
    expires: { never: kept }, keys: 'jobPeak * backlog', itemBytes: 'jobBytes + jobOverhead', payload: 'jobBytes',
    hottest: { rate: 'jobPeak * commandsPerJob', share: '1 / max(jobPeak * backlog, 1)', cure: 'none: a job is touched by its one worker' },
    evictable: false, onLoss: 'the job is lost with it, unless its outbox row is still there: outbox rows are kept until the job has ended',
  },
  {
    id: 'waiting', pattern: 'bull:{<queue>}:wait', type: 'list', holds: 'ids of jobs that may start, newest first', slot, sample,
    write: ['LPUSH <key> 1844674407<n>'], read: ['LRANGE <key> -10 -1'], together: ['bull:{<queue>}:active'], expires: { never: kept },
    keys: '1', items: 'jobPeak * backlog', itemBytes: 'entryBytes', hottest, evictable: false, onLoss: 'workers see no job: the queue is filled again from the outbox',
  },
  {
    id: 'delayed', pattern: 'bull:{<queue>}:delayed', type: 'zset', holds: 'ids of jobs that wait for their time, and of those to be tried again', slot, sample,
    write: ['ZADD <key> 735<n> 1844674407<n>'], read: ['ZRANGE <key> 0 9 WITHSCORES'], expires: { never: kept },
    keys: '1', items: 'jobPeak * backlog * delayedShare', itemBytes: 'delayedBytes', hottest, evictable: false, onLoss: 'retries and delayed jobs never start: the queue is filled again from the outbox',
  },
  {
    id: 'lock', pattern: 'bull:{<queue>}:<job>:lock', type: 'string', holds: 'the worker that has the job in hand', slot, sample: { ...sample, worker: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f:184467' },
    write: ['SET <key> <worker> PX <milliseconds>'], read: ['GET <key>'], expires: { after: 'lockSeconds', because: 'a worker that dies gives its job back after this' },
    keys: 'jobPeak * jobSeconds', itemBytes: 'lockBytes', hottest: { rate: 'jobPeak * commandsPerJob', share: '1 / max(jobPeak * jobSeconds, 1)', cure: 'none: a lock is touched by its one worker' },
    evictable: false, onLoss: 'the job is taken for stalled and runs a second time: workers are idempotent',
  },
  {
    id: 'events', pattern: 'bull:{<queue>}:events', type: 'stream', holds: 'what happened to jobs, for those who watch', slot, sample,
    write: ['XADD <key> MAXLEN ~ 10000 * event completed jobId 1844674407<n>'], read: ['XRANGE <key> - + COUNT 10'], expires: { never: 'trimmed to its length by every write' },
    keys: '1', items: 'eventsKept', itemBytes: 'eventEntryBytes', hottest, evictable: false, onLoss: 'watchers miss events; jobs are not touched',
  },
];
