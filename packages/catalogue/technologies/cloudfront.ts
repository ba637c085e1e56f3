import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloudfront', name: 'Amazon CloudFront', kind: 'cdn',
  summary: 'content network of AWS',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['global-placement'],
  bestFor: ['bytes out of AWS'],
  avoidWhen: ['traffic that one region serves well'],
  strainsUnder: ['invalidation'],
  failureModes: ['cdn-outage', 'stale-cache'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['cloudflare-cdn'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/cloudfront/',
});
