import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'drizzle', name: 'Drizzle ORM', kind: 'orm',
  summary: 'TypeScript ORM shaped like SQL, without an engine',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['edge and functions with PostgreSQL', 'teams that think in SQL'],
  avoidWhen: ['schema work in a graphical tool'],
  strainsUnder: ['releases before 1.0'],
  failureModes: ['migration-lock'],
  limits: {},
  burden: { level: 2, reason: 'generated migrations are reviewed' },
  alternatives: ['prisma', 'kysely'],
  migrationPaths: [
    { to: 'kysely', how: 'queries translate nearly line by line' },
  ],
  deprecations: [
    { what: '1.0 release candidates change the row-level-security interface; the stable tag is 0.45', when: '2026-11-22', source: { title: 'npm dist-tag drizzle-orm', asOf: '2026-11-22', confidence: 'B' } },
  ],
  identifiers: { npm: 'drizzle-orm', context7: '/drizzle-team/drizzle-orm-docs' },
  documentation: 'https://orm.drizzle.team/docs',
});
