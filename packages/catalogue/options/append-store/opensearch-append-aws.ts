import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsOpensearch } from '../../prices/aws-opensearch.ts';
import { opensearchAppend } from './shared/opensearch-append.ts';

export default defineOption(opensearchAppend({
  id: 'opensearch-append-aws', where: 'Amazon OpenSearch Service', name: 'OpenSearch on AWS for searchable rows, three zones', requires: ['provider:aws'], tags: ['managed'],
  node: awsOpensearch.r7gLarge, storage: awsOpensearch.storage,
  vcpuPerNode: fact('vCPU of r7g.large.search', 2, 'count', { title: 'AWS Price List API, AmazonES (code index 70712899090)', asOf: '2026-10-01', confidence: 'B' }),
  available: fact('OpenSearch multi-AZ monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  careHours: assumption('care a month', interval(4, 8, 14), 'h/month', 'shards, life cycle, upgrades'), careNode: assumption('care a month of one node', interval(0.1, 0.2, 0.4), 'h/month', 'managed nodes'),
  setupHours: assumption('set-up: mapping, daily indexes, life cycle, batching', interval(24, 40, 70), 'h', 'mappings and retention are most of it'),
}));
