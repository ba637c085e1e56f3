import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsOpensearch } from '../../prices/aws-opensearch.ts';
import { opensearchOption } from './shared/opensearch.ts';

export default defineOption(opensearchOption({
  id: 'opensearch-three-zones', name: 'OpenSearch on AWS, three zones', summary: 'three or more r7g.large.search nodes, two copies of the index',
  requires: ['provider:aws'], tags: ['managed'], node: awsOpensearch.r7gLarge, storage: awsOpensearch.storage,
  vcpuPerNode: fact('vCPU of r7g.large.search', 2, 'count', { title: 'AWS Price List API, AmazonES (code index 70712899090)', asOf: '2026-10-01', confidence: 'B' }),
  memoryPerNode: assumption('memory for the index on r7g.large.search', 8 * 2 ** 30, 'B', 'half of 16 GiB is heap'),
  smallest: assumption('nodes', 3, 'count', 'one in each zone, so that a majority survives'), largest: assumption('nodes of one domain', 1_000, 'count', 'domains of hundreds of nodes are supported; larger nodes replace many small ones'), copies: assumption('copies of the index', 2, 'count', 'a primary and a replica of each shard'),
  nodeAvailability: fact('OpenSearch multi-AZ monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: assumption('set-up: mapping, feed, relevance, reindexing without pause', interval(28, 44, 80), 'h', 'the feed and its reconciliation are most of it'),
  careHours: assumption('care a month', interval(4, 8, 14), 'h/month', 'shards, upgrades, drift, relevance'), careNode: assumption('care a month of one node', interval(0.1, 0.2, 0.4), 'h/month', 'managed nodes'),
  gains: 'relevance, typo tolerance, facets and vectors at any size, surviving a zone', gives: 'a second copy of the data that lags the records and needs shard and heap care',
}));
