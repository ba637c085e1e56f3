import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'argocd', name: 'Argo CD', kind: 'gitops', aliases: ['argo cd', 'argo'],
  summary: 'pulls the desired state of clusters from a repository and shows every difference',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['many teams on Kubernetes'],
  avoidWhen: ['no Kubernetes'],
  strainsUnder: ['permissions and secrets', 'memory of the controller'],
  failureModes: ['bad-config-push', 'control-plane-outage'],
  limits: {},
  burden: { level: 3, reason: 'controller, cache and access' },
  alternatives: ['flux'],
  migrationPaths: [],
  deprecations: [
    { what: '3.2 support ended', when: '2026-08-04', source: { title: 'endoflife.date argo-cd', url: 'https://endoflife.date/argo-cd', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { endoflife: 'argo-cd' },
  documentation: 'https://argo-cd.readthedocs.io/',
});
