import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'citus', name: 'Citus', kind: 'relational-db',
  summary: 'PostgreSQL extension that distributes tables by a key and can store columns',
  licence: 'AGPL-3.0', status: 'active', versioned: true,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security'],
  bestFor: ['multi-tenant data beyond one primary'],
  avoidWhen: ['queries without the distribution key'],
  strainsUnder: ['cross-shard transactions', 'rebalancing'],
  failureModes: ['hot-partition', 'db-primary-loss'],
  limits: {
    load: fact('105-column rows loaded on 16 vCPU, columnar', 65_401, '1/s', { title: 'ClickHouse/ClickBench citus/results/20260510/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2026-05-10', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'coordinator, workers and rebalancing are ours' },
  alternatives: ['postgresql'],
  migrationPaths: [
    { to: 'postgresql', how: 'undistribute tables while they fit one node' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.citusdata.com/',
  knowledgeOnly: 'sharding is chosen as an option of the primary store with plain PostgreSQL on each shard; Citus is what a repository may already use',
});
