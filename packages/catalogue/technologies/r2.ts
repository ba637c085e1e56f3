import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'r2', name: 'Cloudflare R2', kind: 'object-storage', aliases: ['cloudflare r2'],
  summary: 'S3-compatible objects without an egress charge',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['object-storage'],
  bestFor: ['bytes that many users download'],
  avoidWhen: ['fine storage classes and event integrations of a large cloud'],
  strainsUnder: ['one vendor more'],
  failureModes: ['object-store-errors', 'credential-leak'],
  limits: {
    egress: fact('charge for a byte to the internet', 0, 'USD/B', { title: 'cloudflare/cloudflare-docs workers/platform/pricing.mdx @07acbb66', url: 'https://developers.cloudflare.com/r2/pricing/', asOf: '2026-04-21', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'tokens and life cycle' },
  alternatives: ['s3', 'gcs'],
  migrationPaths: [
    { to: 's3', how: 'the same interface: synchronise, then flip the address' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://developers.cloudflare.com/r2/',
});
