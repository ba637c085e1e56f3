import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'auth0', name: 'Auth0', kind: 'auth-saas', aliases: ['okta auth0'],
  summary: 'hosted identity platform with enterprise federation',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['enterprise sign-on'],
  avoidWhen: ['consumer products on a small budget'],
  strainsUnder: ['steps in price', 'logic in the provider’s rules'],
  failureModes: ['external-provider-outage'],
  limits: {
    free: fact('monthly active users free of charge', 25_000, 'count', { title: 'auth0.com/pricing, as harvested in api-evangelist/auth0', asOf: '2026-09-20', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['clerk', 'better-auth', 'keycloak'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://auth0.com/docs',
});
