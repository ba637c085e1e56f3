import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'mutual-tls', name: 'Mutual TLS', kind: 'protocol', aliases: ['mtls', 'client certificates'],
  summary: 'both ends prove themselves with certificates',
  licence: 'open standard', status: 'active', versioned: false,
  serves: [],
  bestFor: ['device fleets', 'calls between services'],
  avoidWhen: ['browsers'],
  strainsUnder: ['issuing and rotating certificates'],
  failureModes: ['cert-expiry'],
  limits: {},
  burden: { level: 4, reason: 'an authority to guard and rotation in the field' },
  alternatives: ['openid-connect'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://datatracker.ietf.org/doc/html/rfc8446',
});
