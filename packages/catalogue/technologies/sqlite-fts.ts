import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'sqlite-fts', name: 'SQLite full-text search', kind: 'search-engine', aliases: ['fts5'],
  summary: 'FTS5 index inside the SQLite file',
  licence: 'public domain', status: 'active', versioned: true,
  serves: ['full-text'],
  bestFor: ['search on one server'],
  avoidWhen: ['several servers', 'facets and typo tolerance'],
  strainsUnder: ['index rebuilds'],
  failureModes: ['slow-query-regression'],
  limits: {},
  burden: { level: 1, reason: 'part of the file' },
  alternatives: ['postgres-row-fts'],
  migrationPaths: [
    { to: 'postgres-row-fts', how: 'move the records to PostgreSQL and index there' },
  ],
  deprecations: [],
  identifiers: { endoflife: 'sqlite' },
  documentation: 'https://www.sqlite.org/fts5.html',
});
