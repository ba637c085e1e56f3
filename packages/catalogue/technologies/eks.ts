import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'eks', name: 'Amazon EKS', kind: 'orchestrator',
  summary: 'managed Kubernetes control plane of AWS',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['Kubernetes on AWS'],
  avoidWhen: ['a handful of services'],
  strainsUnder: ['cluster upgrades several times a year'],
  failureModes: ['control-plane-outage', 'autoscaler-lag'],
  limits: {},
  burden: { level: 4, reason: 'nodes, add-ons and upgrades' },
  alternatives: ['kubernetes', 'gke', 'aks'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/eks/',
});
