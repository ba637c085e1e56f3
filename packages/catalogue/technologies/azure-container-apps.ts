import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-container-apps', name: 'Azure Container Apps', kind: 'container-serverless',
  summary: 'containers that scale on requests or queue length',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero', 'long-running', 'long-lived-connections'],
  bestFor: ['containers on Azure without Kubernetes'],
  avoidWhen: ['large single replicas'],
  strainsUnder: ['240 s a request', '4 vCPU a replica'],
  failureModes: ['cold-start-burst', 'autoscaler-lag'],
  limits: {
    timeout: fact('longest HTTP request', 240, 's', { title: 'Azure Container Apps ingress overview', url: 'https://learn.microsoft.com/azure/container-apps/ingress-overview', asOf: '2026-10-01', confidence: 'A' }),
    replica: fact('vCPU of the largest replica', 4, 'count', { title: 'Azure Container Apps, containers', url: 'https://learn.microsoft.com/azure/container-apps/containers', asOf: '2026-10-01', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'environments and scale rules' },
  alternatives: ['aks', 'cloud-run'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/container-apps/',
});
