import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'fly', name: 'Fly.io', kind: 'paas', aliases: ['fly.io'],
  summary: 'small virtual machines from images in many cities',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['global-placement', 'long-lived-connections', 'long-running', 'eu-region', 'us-region'],
  bestFor: ['small global applications', 'push connections'],
  avoidWhen: ['strict enterprise rules'],
  strainsUnder: ['volumes live on one host', 'shared vCPU are throttled'],
  failureModes: ['az-loss', 'noisy-neighbour'],
  limits: {},
  burden: { level: 2, reason: 'replication is ours' },
  alternatives: ['cloud-run', 'cloudflare'],
  migrationPaths: [],
  deprecations: [
    { what: 'plans closed to new sign-ups, pay as you go only', when: '2024-10-07', source: { title: 'superfly/docs about/pricing.html.markerb', asOf: '2026-11-22', confidence: 'D', note: 'recalled, to be confirmed' } },
  ],
  identifiers: {},
  documentation: 'https://fly.io/docs/',
});
