import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'keycloak', name: 'Keycloak', kind: 'identity-server',
  summary: 'open-source identity server with federation, OIDC and SAML',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['enterprise sign-on on own machines'],
  avoidWhen: ['small teams without Java'],
  strainsUnder: ['quarterly majors with short support', 'its own database and cache'],
  failureModes: ['db-primary-loss', 'cert-expiry'],
  limits: {},
  burden: { level: 4, reason: 'a Java server with a database on the way of every sign-in' },
  alternatives: ['auth0', 'better-auth'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { endoflife: 'keycloak' },
  documentation: 'https://www.keycloak.org/documentation',
});
