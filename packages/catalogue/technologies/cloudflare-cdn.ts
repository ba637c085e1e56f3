import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloudflare-cdn', name: 'Cloudflare CDN', kind: 'cdn',
  summary: 'proxy and cache in hundreds of cities without a price a byte',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['global-placement'],
  bestFor: ['public reads from any origin', 'floods'],
  avoidWhen: ['traffic that no third party may read'],
  strainsUnder: ['invalidation'],
  failureModes: ['cdn-outage', 'stale-cache'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['cloudfront'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://developers.cloudflare.com/cache/',
});
