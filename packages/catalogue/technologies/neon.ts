import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'neon', name: 'Neon', kind: 'managed-sql', aliases: ['neondb'],
  summary: 'PostgreSQL that sleeps when idle and branches like code',
  licence: 'Apache-2.0 storage, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema', 'vector', 'row-level-security', 'scale-to-zero'],
  bestFor: ['preview environments', 'spiky or idle applications'],
  avoidWhen: ['large databases that never sleep: fixed instances cost less'],
  strainsUnder: ['waking up from zero', 'storage price'],
  failureModes: ['cold-start-burst', 'db-primary-loss', 'serverless-db-storm'],
  limits: {
    largestCompute: fact('compute units autoscaling reaches', 16, 'count', { title: 'neondatabase/website content/docs/introduction/plans.md', url: 'https://neon.com/docs/introduction/plans', asOf: '2026-03-20', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'managed; only the compute range is chosen' },
  alternatives: ['supabase', 'postgresql', 'planetscale'],
  migrationPaths: [
    { to: 'postgresql', how: 'dump and restore, or logical replication' },
  ],
  deprecations: [],
  identifiers: { npm: '@neondatabase/serverless', context7: '/neondatabase/website' },
  documentation: 'https://neon.com/docs',
});
