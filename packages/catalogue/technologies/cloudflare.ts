import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloudflare', name: 'Cloudflare developer platform', kind: 'edge-platform',
  summary: 'code, objects, queues and small databases in hundreds of cities',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['global-placement', 'scale-to-zero', 'soc-2-attested', 'pci-attested'],
  bestFor: ['latency-sensitive APIs', 'media with much egress'],
  avoidWhen: ['heavy CPU or memory'],
  strainsUnder: ['128 MB an isolate', 'limited relational story'],
  failureModes: ['cdn-outage', 'control-plane-outage'],
  limits: {
    memory: fact('memory of one isolate', 128_000_000, 'B', { title: 'Cloudflare Workers limits', url: 'https://developers.cloudflare.com/workers/platform/limits/', asOf: '2026-04-21', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['vercel', 'fly', 'aws'],
  migrationPaths: [],
  deprecations: [
    { what: 'Bundled and Unbound usage models replaced by Standard', when: '2024-03-01', source: { title: 'cloudflare/cloudflare-docs workers/platform/pricing.mdx @07acbb66', asOf: '2026-04-21', confidence: 'A' } },
  ],
  identifiers: { npm: 'wrangler' },
  documentation: 'https://developers.cloudflare.com/',
});
