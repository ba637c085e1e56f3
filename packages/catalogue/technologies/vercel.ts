import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'vercel', name: 'Vercel', kind: 'paas',
  summary: 'front end and functions from a repository, with previews',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero', 'eu-region', 'us-region', 'soc-2-attested'],
  bestFor: ['Next.js products'],
  avoidWhen: ['much egress', 'push connections', 'long jobs'],
  strainsUnder: ['price of seats and bytes', 'no process that stays up'],
  failureModes: ['external-provider-outage', 'cold-start-burst', 'quota-cost-runaway'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['cloudflare', 'aws'],
  migrationPaths: [
    { to: 'cloud-run', how: 'the same server in a container behind a content network' },
  ],
  deprecations: [
    { what: 'standalone Edge Functions deprecated in favour of Vercel Functions', when: '2025-06-25', source: { title: 'code index 71566316776, 56156109662', asOf: '2025-06-25', confidence: 'C', note: 'to be confirmed' } },
  ],
  identifiers: { npm: '@vercel/functions', context7: '/vercel/next.js' },
  documentation: 'https://vercel.com/docs',
});
