import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'flux', name: 'Flux', kind: 'gitops', aliases: ['fluxcd'],
  summary: 'small controllers that keep clusters at what a repository says',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['platform teams', 'many small clusters'],
  avoidWhen: ['teams that want an interface'],
  strainsUnder: ['no built-in picture of the state'],
  failureModes: ['bad-config-push'],
  limits: {},
  burden: { level: 2, reason: 'a few controllers' },
  alternatives: ['argocd'],
  migrationPaths: [],
  deprecations: [
    { what: '2.6 support ended', when: '2026-06-30', source: { title: 'endoflife.date flux', url: 'https://endoflife.date/flux', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { endoflife: 'flux' },
  documentation: 'https://fluxcd.io/flux/',
});
