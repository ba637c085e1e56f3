import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'sqlite', name: 'SQLite', kind: 'embedded-db', aliases: ['sqlite3'],
  summary: 'relational database in the process, in one file',
  licence: 'public domain', status: 'active', versioned: true,
  serves: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'full-text', 'flexible-schema', 'append-heavy'],
  bestFor: ['one server', 'tests', 'data at the edge'],
  avoidWhen: ['several writing machines'],
  strainsUnder: ['concurrent writers', 'file systems shared over a network'],
  failureModes: ['disk-full', 'backup-unusable', 'data-corruption'],
  limits: {
    writers: fact('concurrent writers', 1, 'count', { title: 'SQLite documentation, isolation and locking', url: 'https://www.sqlite.org/lockingv3.html', asOf: '2026-08-22', confidence: 'B' }),
    load: fact('105-column rows loaded on 16 vCPU', 37_396, '1/s', { title: 'ClickHouse/ClickBench sqlite/results/20250711/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2025-07-11', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'a file to copy' },
  alternatives: ['postgresql', 'turso', 'd1'],
  migrationPaths: [
    { to: 'postgresql', how: 'dump, adapt types, move writers' },
  ],
  deprecations: [],
  identifiers: { npm: 'better-sqlite3', endoflife: 'sqlite' },
  documentation: 'https://www.sqlite.org/docs.html',
});
