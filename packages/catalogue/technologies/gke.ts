import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'gke', name: 'Google Kubernetes Engine', kind: 'orchestrator',
  summary: 'managed Kubernetes control plane of Google Cloud',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['Kubernetes on Google Cloud'],
  avoidWhen: ['a handful of services'],
  strainsUnder: ['cluster upgrades several times a year'],
  failureModes: ['control-plane-outage', 'autoscaler-lag'],
  limits: {},
  burden: { level: 4, reason: 'nodes, add-ons and upgrades' },
  alternatives: ['kubernetes', 'eks', 'aks'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://cloud.google.com/kubernetes-engine/docs',
});
