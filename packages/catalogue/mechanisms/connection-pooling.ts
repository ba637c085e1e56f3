import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'connection-pooling',
  name: 'Connection pooling between instances and store',
  problem: 'Every connection of a relational primary is a process with memory of its own. {{needed}} at work at once would do for the peak; {{unpooled}} are opened when each of {{instanceCount}} instances keeps a pool sized for itself, and doubled during a rollout.',
  when: { formula: 'recordReadPeak + recordWritePeak - smallLoad', reason: 'several instances share one relational primary' },
  structure: 'A pooler in transaction mode before the primary, one pool for each (database, user): {{serverConnections}} server connections for any number of clients; small pools in the instances towards the pooler; users app_request, app_job and app_migration.',
  steps: [
    '`default_pool_size` per (database, user) = transactions at once ÷ planned use: {{serverConnections}}, at most a few per core of the primary.',
    'Instances open up to {{perInstance}} client connections each to the pooler (`max_client_conn` above their sum), which cost it kilobytes, not processes.',
    '`pool_mode = transaction`: a transaction holds a server connection from BEGIN to COMMIT; nothing outside a transaction does.',
    'No session state: settings with transaction scope, protocol-level prepared statements only where the pooler tracks them, no advisory session locks, no LISTEN through it.',
    'Timeouts: `query_wait_timeout` {{waitLimit}}; idle_in_transaction_session_timeout and statement_timeout per user.',
    'Migrations and LISTEN connect past the pooler.',
  ],
  parameters: {
    smallLoad: assumption('statements a second below which pools in the instances are enough', 200, '1/s', 'two instances with ten connections each'),
    statementSeconds: assumption('time of a transaction', interval(0.002, 0.006, 0.03), 's', 'a few statements in one region'),
    instances: assumption('instances', interval(2, 4, 40), 'count', 'application and workers; functions count as one each'),
    defaultPool: assumption('default pool of a client library', 10, 'count', 'common default'),
    minimumServer: assumption('fewest server connections', 10, 'count', 'bursts and one slow query'),
    connectionMemory: assumption('memory of a server connection', interval(5e6, 10e6, 30e6), 'B', 'caches of catalogue and plans grow with use'),
    waitShare: assumption('wait ÷ latency target', 0.2, 'ratio', 'the rest is for the work'),
  },
  computed: [
    { id: 'needed', label: 'connections at work at peak', unit: 'count', formula: '(recordReadPeak + recordWritePeak) * statementSeconds', meaning: 'Little’s law' },
    { id: 'instanceCount', label: 'instances', unit: 'count', formula: 'instances', meaning: 'each with its own pool' },
    { id: 'unpooled', label: 'connections opened without a pooler', unit: 'count', formula: 'max(instances * defaultPool, ceil(needed / headroom))', meaning: 'each a process of the store' },
    { id: 'serverConnections', label: 'server connections', unit: 'count', formula: 'max(minimumServer, ceil(needed / headroom))', meaning: 'behind the pooler' },
    { id: 'perInstance', label: 'client connections of an instance', unit: 'count', formula: 'max(defaultPool, ceil(2 * needed / instances))', meaning: 'to the pooler' },
    { id: 'serverMemory', label: 'memory of server connections', unit: 'B', formula: 'serverConnections * connectionMemory', meaning: 'on the primary' },
    { id: 'waitLimit', label: 'longest wait', unit: 's', formula: 'latencyTarget * waitShare', meaning: 'then fail with `503`' },
  ],
  tradeOff: '{{serverConnections}} processes instead of {{unpooled}}, and rollouts and functions no longer exhaust the primary; one hop of well under a millisecond more, and session features are gone.',
  rejected: { alternative: 'raising the connection limit of the store', because: '{{unpooled}} processes cost memory and snapshot work at every statement; throughput falls long before the limit is reached' },
  edgeCase: { case: 'a request opens a transaction and calls a provider inside it: the server connection is held for the provider’s latency, and the pool empties while the store idles', cure: 'no outside call inside a transaction (a lint rule), and a short idle-in-transaction timeout that ends the ones that do' },
  snippet: { language: 'ini', code: `[databases]
app = host=primary.internal dbname=app
[pgbouncer]
pool_mode = transaction
default_pool_size = 20          ; server connections of one user and database
max_client_conn = 2000
query_wait_timeout = 2
max_prepared_statements = 200   ; tracked per client, replayed on the server connection it gets` },
  sources: [{ title: 'PostgreSQL 18 documentation, Connections and Authentication', url: 'https://www.postgresql.org/docs/18/runtime-config-connection.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'PgBouncer documentation, features by pooling mode', url: 'https://www.pgbouncer.org/features.html', asOf: 'undated', confidence: 'B' }, { title: 'J. Little, A proof for the queuing formula L = λW', url: 'https://doi.org/10.1287/opre.9.3.383', asOf: '1961-06', confidence: 'B' }],
});
