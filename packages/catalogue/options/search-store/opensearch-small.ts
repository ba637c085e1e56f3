import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsOpensearch } from '../../prices/aws-opensearch.ts';
import { opensearchOption } from './shared/opensearch.ts';

export default defineOption(opensearchOption({
  id: 'opensearch-small', name: 'OpenSearch on AWS, one small node', summary: 't3.small.search in one zone: product search for a small catalogue',
  requires: ['provider:aws'], tags: ['managed'], node: awsOpensearch.t3Small, storage: awsOpensearch.storage,
  vcpuPerNode: assumption('vCPU t3.small.search sustains', interval(0.3, 0.4, 0.5), 'count', 'two burstable vCPU with a baseline of about 20 %'),
  memoryPerNode: assumption('memory for the index on t3.small.search', 0.8 * 2 ** 30, 'B', 'half of 2 GiB is heap, part of the rest the system’s'),
  smallest: assumption('nodes', 1, 'count', 'one node'), largest: assumption('nodes', 1, 'count', 'this option is one node'), copies: assumption('copies of the index', 1, 'count', 'one node holds one copy'),
  nodeAvailability: fact('one instance, monthly uptime commitment (EC2 single instance)', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: assumption('set-up: mapping, feed, relevance', interval(20, 32, 60), 'h', 'the feed and its reconciliation are most of it'),
  careHours: assumption('care a month', interval(2, 4, 8), 'h/month', 'upgrades, drift, relevance'), careNode: assumption('care a month of one node', 0.2, 'h/month', 'managed nodes'),
  gains: 'typo tolerance, facets and relevance for about 28 USD a month', gives: 'no copy: a failed node means a rebuild from the records; burstable CPU',
}));
