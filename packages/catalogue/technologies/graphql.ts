import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'graphql', name: 'GraphQL', kind: 'query-language',
  summary: 'a typed graph from which clients pick the fields they need',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['many clients with different screens'],
  avoidWhen: ['simple records', 'file transfer'],
  strainsUnder: ['look-ups multiply without batching', 'query cost must be bounded'],
  failureModes: ['slow-query-regression', 'cascading-overload'],
  limits: {},
  burden: { level: 3, reason: 'query limits and permission in every resolver' },
  alternatives: ['openapi'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: 'graphql' },
  documentation: 'https://graphql.org/learn/',
});
