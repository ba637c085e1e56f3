import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'kysely', name: 'Kysely', kind: 'query-builder',
  summary: 'typed SQL query builder without dependencies',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['exact SQL with types'],
  avoidWhen: ['automatic relations'],
  strainsUnder: ['types must be generated'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'a library' },
  alternatives: ['drizzle', 'prisma'],
  migrationPaths: [
    { to: 'drizzle', how: 'queries translate nearly line by line' },
  ],
  deprecations: [],
  identifiers: { npm: 'kysely', context7: '/kysely-org/kysely' },
  documentation: 'https://kysely.dev/docs',
});
