import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-ai-search', name: 'Azure AI Search', kind: 'search-engine', aliases: ['azure cognitive search'],
  summary: 'Microsoft’s managed search: text, facets, vectors',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['full-text', 'vector'],
  bestFor: ['search on Azure without a cluster'],
  avoidWhen: ['control over analysers and shards'],
  strainsUnder: ['query rate of one unit'],
  failureModes: ['search-index-drift'],
  limits: {},
  burden: { level: 1, reason: 'replicas and partitions are chosen, nothing else' },
  alternatives: ['opensearch'],
  migrationPaths: [
    { to: 'opensearch', how: 'reindex from the records' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/search/',
});
