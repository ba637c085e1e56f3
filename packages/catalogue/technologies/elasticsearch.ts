import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'elasticsearch', name: 'Elasticsearch', kind: 'search-engine', carries: ['elastic cloud', 'elk stack'],
  summary: 'search and log analytics cluster from Elastic',
  licence: 'AGPL-3.0, SSPL or Elastic License 2.0', status: 'active', versioned: true,
  serves: ['full-text', 'vector', 'geo', 'aggregation', 'append-heavy', 'typed-columns', 'range-scan', 'ttl'],
  bestFor: ['teams on the Elastic stack'],
  avoidWhen: ['licences that must be permissive'],
  strainsUnder: ['heap and shard counts', 'aggregations over wide rows'],
  failureModes: ['search-index-drift', 'disk-full', 'oom-killed'],
  limits: {
    load: fact('105-column rows loaded on 16 vCPU', 10_492, '1/s', { title: 'ClickHouse/ClickBench elasticsearch/results/20250908/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2025-09-08', confidence: 'A' }),
    stored: fact('bytes of 100 M wide rows', 8.586e10, 'B', { title: 'ClickHouse/ClickBench elasticsearch/results/20250908/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2025-09-08', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'as OpenSearch' },
  alternatives: ['opensearch'],
  migrationPaths: [
    { to: 'opensearch', how: 'reindex from a snapshot or the source records' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://www.elastic.co/docs',
  knowledgeOnly: 'OpenSearch stands for this kind: the same index and cluster model, offered by the clouds that are priced here',
});
