import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { gceNode } from '../../prices/server-nodes.ts';
import { opensearchAppend } from './shared/opensearch-append.ts';

export default defineOption(opensearchAppend({
  id: 'opensearch-append-gce', where: gceNode.where, name: `OpenSearch for searchable rows, three self-run nodes or more (${gceNode.where})`, requires: gceNode.requires, tags: ['self-run'],
  node: gceNode.nodePrice, storage: gceNode.diskPrice, vcpuPerNode: gceNode.vcpuPerNode,
  available: assumption('a cluster of three in service', interval(0.998, 0.9995, 0.9999), 'ratio', 'one node may fail; operator mistakes are what is left'),
  careHours: assumption('care a month', interval(12, 20, 36), 'h/month', 'shards, heap, upgrades and failures are ours'), careNode: gceNode.nodeCare,
  setupHours: assumption('set-up: cluster, mapping, daily indexes, life cycle, batching', interval(44, 70, 120), 'h', 'the managed set-up plus the cluster'),
}));
