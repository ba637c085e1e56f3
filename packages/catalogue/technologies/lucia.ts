import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'lucia', name: 'Lucia', kind: 'auth-library',
  summary: 'session library for TypeScript, now kept as teaching material',
  licence: 'MIT', status: 'deprecated', replacedBy: ['better-auth'], versioned: true,
  serves: [],
  bestFor: ['learning how sessions work'],
  avoidWhen: ['any new dependency'],
  strainsUnder: ['no fixes any more'],
  failureModes: [],
  limits: {},
  burden: { level: 3, reason: 'the code would be ours' },
  alternatives: ['better-auth'],
  migrationPaths: [
    { to: 'better-auth', how: 'map user, session and account tables; keep the old cookie during an overlap' },
  ],
  deprecations: [
    { what: 'the package is deprecated, fixes have stopped', when: '2025-03', source: { title: 'lucia-auth/lucia README @e1ef2bc6', url: 'https://github.com/lucia-auth/lucia', asOf: '2026-08-08', confidence: 'A' }, replacement: 'better-auth' },
  ],
  identifiers: { npm: 'lucia' },
  documentation: 'https://lucia-auth.com/',
  knowledgeOnly: 'deprecated: kept so that a repository that uses it is told what replaces it',
});
