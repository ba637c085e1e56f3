import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'better-auth', name: 'Better Auth', kind: 'auth-library',
  summary: 'TypeScript sign-in library that keeps users and sessions in the own database',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['TypeScript products that want their own user table'],
  avoidWhen: ['teams where nobody owns sign-in security'],
  strainsUnder: ['keys, limits and mail delivery are ours'],
  failureModes: ['credential-leak'],
  limits: {},
  burden: { level: 3, reason: 'keys, rate limits and mail delivery are ours' },
  alternatives: ['clerk', 'auth0', 'supabase'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: 'better-auth', context7: '/better-auth/better-auth' },
  documentation: 'https://www.better-auth.com/docs',
});
