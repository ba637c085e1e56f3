import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'bulkhead',
  name: 'Bulkhead per dependency',
  problem: 'One shared pool of {{sharedPool}} serves all dependencies. When one slows to its timeout it needs {{slowNeed}} of them: the pool is gone, and requests that never use it fail too.',
  when: { formula: 'requestPeak * dependencyShare * requestSeconds * slowFactor - minimumPermits', reason: 'one dependency at its timeout would hold more than a spare handful of connections' },
  structure: 'A map from dependency to a semaphore (permits, waiting, wait_limit), sized from rate × duration; it counts calls, it is no thread pool. Three roles of the store with their own CONNECTION LIMIT: app_request {{requestPool}}, app_job {{jobPool}}, app_report {{reportPool}}. Separate lanes for urgent and bulk work.',
  steps: [
    'For each dependency: limit = rate × p99 duration ÷ planned use, at least {{smallestLimit}}.',
    'A call takes a permit by the dependency’s key or joins its queue for {{permitWait}} at most; then it fails as `busy`, which counts for the breaker and answers `503` with Retry-After.',
    'Requests connect as app_request, jobs as app_job: the store itself refuses a connection over the role’s limit, so that neither can take the other’s.',
    'Reports connect as app_report to a replica, with a statement_timeout of their own.',
    'Permits in use and waits are metrics; a limit that is never reached is too large.',
  ],
  parameters: {
    requestSeconds: assumption('time a request holds a store connection', interval(0.005, 0.015, 0.05), 's', 'a few statements; measured after the first load test'),
    jobStoreSeconds: assumption('time a job holds a store connection', interval(0.005, 0.02, 0.1), 's', 'claim, effect, finish'),
    slowFactor: assumption('timeout ÷ usual duration', 30, 'ratio', 'defaults of libraries are seconds, calls are tens of milliseconds'),
    dependencyShare: assumption('share of requests that need the slow dependency', 0.2, 'ratio', 'one of several'),
    minimumPermits: assumption('smallest limit', 4, 'count', 'a burst of a few is not an incident'),
    waitShare: assumption('wait for a permit ÷ latency target', 0.1, 'ratio', 'most of the target is for the work'),
  },
  computed: [
    { id: 'requestPool', label: 'permits of user requests', unit: 'count', formula: 'max(minimumPermits, ceil(requestPeak * requestSeconds / headroom))', meaning: 'all instances together' },
    { id: 'jobPool', label: 'permits of jobs', unit: 'count', formula: 'max(minimumPermits, ceil(jobPeak * jobStoreSeconds / headroom))', meaning: 'all workers together' },
    { id: 'reportPool', label: 'permits of reports', unit: 'count', formula: 'minimumPermits', meaning: 'they may queue' },
    { id: 'sharedPool', label: 'shared pool instead', unit: 'count', formula: 'requestPool + jobPool', meaning: 'what one would configure' },
    { id: 'slowNeed', label: 'taken by one slow dependency', unit: 'count', formula: 'requestPeak * dependencyShare * requestSeconds * slowFactor', meaning: 'rate times timeout' },
    { id: 'smallestLimit', label: 'smallest limit', unit: 'count', formula: 'minimumPermits', meaning: 'for rare dependencies' },
    { id: 'permitWait', label: 'longest wait for a permit', unit: 's', formula: 'latencyTarget * waitShare', meaning: 'then fail as busy' },
    { id: 'totalPermits', label: 'connections in all', unit: 'count', formula: 'requestPool + jobPool + reportPool', meaning: 'must stay below what the store allows' },
  ],
  tradeOff: 'A slow dependency costs its own share and nothing else; permits that lie idle in one pool cannot help another, so {{totalPermits}} connections are held where a shared pool would do with fewer.',
  rejected: { alternative: 'a larger shared pool', because: 'one slow dependency takes {{slowNeed}}; a larger pool only delays exhaustion by seconds, and the store does not serve more by having more connections' },
  edgeCase: { case: 'a request holds a permit of one pool while it waits for another, and two such requests wait for each other', cure: 'take permits in one order, never hold one across a call to another service, and give the wait a limit' },
  snippet: { language: 'sql', code: `CREATE ROLE app_request LOGIN CONNECTION LIMIT 40;
CREATE ROLE app_job     LOGIN CONNECTION LIMIT 20;
CREATE ROLE app_report  LOGIN CONNECTION LIMIT 4;
ALTER ROLE app_request SET statement_timeout = '2s';
ALTER ROLE app_report  SET statement_timeout = '60s';` },
  sources: [{ title: 'M. Nygard, Release It!, second edition', url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/', asOf: '2018-01', confidence: 'B' }, { title: 'J. Little, A proof for the queuing formula L = λW', url: 'https://doi.org/10.1287/opre.9.3.383', asOf: '1961-06', confidence: 'B' }, { title: 'Amazon Builders’ Library: Fairness in multi-tenant systems', url: 'https://aws.amazon.com/builders-library/fairness-in-multi-tenant-systems/', asOf: 'undated', confidence: 'B' }],
});
