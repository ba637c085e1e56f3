import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloudflare-workers', name: 'Cloudflare Workers', kind: 'edge-compute', aliases: ['workers', 'cf workers'],
  summary: 'handlers in isolates near the user',
  licence: 'proprietary, managed (runtime Apache-2.0)', status: 'active', versioned: false,
  serves: ['scale-to-zero', 'global-placement'],
  bestFor: ['edge APIs', 'token checks', 'routing'],
  avoidWhen: ['heavy computing'],
  strainsUnder: ['128 MB', 'no native modules'],
  failureModes: ['cdn-outage', 'stale-cache'],
  limits: {
    cpu: fact('longest CPU time of one invocation', 300, 's', { title: 'Cloudflare Workers limits', url: 'https://developers.cloudflare.com/workers/platform/limits/', asOf: '2026-04-21', confidence: 'A' }),
    startup: fact('longest start-up', 1, 's', { title: 'Cloudflare Workers limits', url: 'https://developers.cloudflare.com/workers/platform/limits/', asOf: '2026-04-21', confidence: 'A' }),
    subrequests: fact('requests one request may make', 10_000, 'count', { title: 'Cloudflare Workers limits', url: 'https://developers.cloudflare.com/workers/platform/limits/', asOf: '2026-04-21', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['lambda-edge'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: 'wrangler' },
  documentation: 'https://developers.cloudflare.com/workers/',
});
