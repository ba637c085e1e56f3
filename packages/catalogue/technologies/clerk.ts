import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'clerk', name: 'Clerk', kind: 'auth-saas',
  summary: 'hosted sign-in with ready screens, organisations and second factors',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['business products that start'],
  avoidWhen: ['millions of consumers', 'strict residency'],
  strainsUnder: ['price per user', 'user records outside the own store'],
  failureModes: ['external-provider-outage', 'webhook-sink-down'],
  limits: {
    included: fact('retained users included', 50_000, 'count', { title: 'clerk.com/pricing, as harvested in api-evangelist/clerk-com', asOf: '2026-09-20', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['better-auth', 'auth0', 'supabase'],
  migrationPaths: [
    { to: 'better-auth', how: 'export users with password hashes, read both sessions during an overlap' },
  ],
  deprecations: [
    { what: 'billing changed from active to retained users, with 50,000 included', when: '2026-02-01', source: { title: 'clerk.com/pricing, as harvested in api-evangelist/clerk-com', asOf: '2026-09-20', confidence: 'B' } },
  ],
  identifiers: { npm: '@clerk/backend' },
  documentation: 'https://clerk.com/docs',
});
