import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'openid-connect', name: 'OAuth 2 and OpenID Connect', kind: 'protocol', aliases: ['oauth', 'oauth2', 'oidc', 'client credentials'],
  summary: 'how programs and people obtain tokens that services can check by themselves',
  licence: 'open standard', status: 'active', versioned: false,
  serves: [],
  bestFor: ['sign-in across products', 'calls between organisations'],
  avoidWhen: ['two processes on one machine'],
  strainsUnder: ['tokens stay valid until they expire'],
  failureModes: ['credential-leak', 'clock-skew'],
  limits: {},
  burden: { level: 2, reason: 'keys to rotate, flows to understand' },
  alternatives: ['mutual-tls'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://openid.net/developers/how-connect-works/',
});
