import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'pgbouncer', name: 'PgBouncer', kind: 'connection-pooler',
  summary: 'light pooler in front of PostgreSQL: thousands of clients share tens of server connections',
  licence: 'ISC', status: 'active', versioned: true,
  serves: [],
  bestFor: ['many short-lived clients, functions above all'],
  avoidWhen: ['few long-lived processes with pools of their own'],
  strainsUnder: ['session state: advisory locks, SET and LISTEN do not survive transaction pooling'],
  failureModes: ['db-connection-exhaustion'],
  limits: {
    poolSize: fact('server connections of a user and database by default', 20, 'count', { title: 'pgbouncer.ini manual page, version 1.24.1', url: 'https://manpages.ubuntu.com/manpages/questing/man5/pgbouncer.5.html', asOf: 'undated', confidence: 'A' }),
    clients: fact('client connections by default', 100, 'count', { title: 'pgbouncer.ini manual page, version 1.24.1', url: 'https://manpages.ubuntu.com/manpages/questing/man5/pgbouncer.5.html', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'one small process, but on the path of every query' },
  alternatives: ['postgresql'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {oci: 'edoburu/pgbouncer'},
  documentation: 'https://www.pgbouncer.org/config.html',
  knowledgeOnly: 'a pooler is part of the connection-pooling mechanism and of the managed offers, sized by the connections of the chosen compute, and no choice of its own',
});
