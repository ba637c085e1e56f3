import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'prisma', name: 'Prisma', kind: 'orm',
  summary: 'TypeScript ORM with its own schema language and migrations',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['teams that start fast with records'],
  avoidWhen: ['SQL-heavy reports', 'tight bundles'],
  strainsUnder: ['complex queries', 'connection counts from functions'],
  failureModes: ['db-connection-exhaustion', 'migration-lock'],
  limits: {},
  burden: { level: 2, reason: 'migrations in the pipeline and pool sizing' },
  alternatives: ['drizzle', 'kysely'],
  migrationPaths: [
    { to: 'drizzle', how: 'introspect the database, replace repository by repository' },
    { to: 'kysely', how: 'generate types from the schema, run both' },
  ],
  deprecations: [
    { what: 'Prisma 7 drops the Rust engine: driver adapters are required', when: '2025-11-19', source: { title: 'npm prisma 7, list of 2026-11', asOf: '2026-11-22', confidence: 'B' } },
  ],
  identifiers: { npm: 'prisma', context7: '/prisma/docs' },
  documentation: 'https://www.prisma.io/docs',
});
