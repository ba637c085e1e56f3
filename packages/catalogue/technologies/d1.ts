import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'd1', name: 'Cloudflare D1', kind: 'managed-sqlite', aliases: ['cloudflare d1'],
  summary: 'SQLite beside Workers, billed by row',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'full-text', 'scale-to-zero'],
  bestFor: ['Workers applications', 'a database for each tenant'],
  avoidWhen: ['one data set above 10 GB', 'heavy writes'],
  strainsUnder: ['one writing place', 'rows scanned without an index are billed'],
  failureModes: ['db-primary-loss', 'slow-query-regression'],
  limits: {
    stored: fact('size of one database on the paid plan', 1e10, 'B', { title: 'Cloudflare D1 limits (recalled: verify)', url: 'https://developers.cloudflare.com/d1/platform/limits/', asOf: '2026-04-21', confidence: 'D' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['turso', 'neon', 'sqlite'],
  migrationPaths: [
    { to: 'postgresql', how: 'export SQL and change the driver binding to Hyperdrive' },
  ],
  deprecations: [],
  identifiers: { npm: 'wrangler' },
  documentation: 'https://developers.cloudflare.com/d1/',
});
