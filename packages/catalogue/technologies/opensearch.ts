import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'opensearch', name: 'OpenSearch', kind: 'search-engine',
  summary: 'search and log analytics cluster: text, facets, vectors',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['full-text', 'vector', 'geo', 'aggregation', 'append-heavy', 'typed-columns', 'range-scan', 'ttl'],
  bestFor: ['product search', 'log search'],
  avoidWhen: ['the only copy of records', 'cheap storage of cold logs'],
  strainsUnder: ['heap and shard counts', 'mapping explosions', 'deep pages'],
  failureModes: ['search-index-drift', 'disk-full', 'oom-killed'],
  limits: {
    shard: fact('shard size that works well', interval(1e10, 3e10, 5e10), 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    page: fact('hits reachable by offset', 10_000, 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 4, reason: 'cluster sizing, life cycle and upgrades' },
  alternatives: ['postgres-row-fts', 'elasticsearch'],
  migrationPaths: [
    { to: 'postgres-row-fts', how: 'rebuild text indexes in the primary store' },
  ],
  deprecations: [
    { what: 'OpenSearch 1.x end of life', when: '2025-05-06', source: { title: 'endoflife.date opensearch', url: 'https://endoflife.date/opensearch', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: '@opensearch-project/opensearch', oci: 'opensearchproject/opensearch', endoflife: 'opensearch' },
  documentation: 'https://docs.opensearch.org/',
});
