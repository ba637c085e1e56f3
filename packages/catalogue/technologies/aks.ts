import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'aks', name: 'Azure Kubernetes Service', kind: 'orchestrator',
  summary: 'managed Kubernetes control plane of Azure',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['Kubernetes on Azure'],
  avoidWhen: ['a handful of services'],
  strainsUnder: ['cluster upgrades several times a year'],
  failureModes: ['control-plane-outage', 'autoscaler-lag'],
  limits: {},
  burden: { level: 4, reason: 'nodes, add-ons and upgrades' },
  alternatives: ['kubernetes', 'eks', 'gke'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/aks/',
});
