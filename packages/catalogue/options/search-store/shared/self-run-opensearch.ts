import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import type { ServerNode } from '../../../prices/server-nodes.ts';
import { opensearchOption } from './opensearch.ts';

/** OpenSearch on three or more own servers with two copies of the index. */
export const selfRunOpensearch = (node: ServerNode, available: Fact): Option =>
  opensearchOption({
    id: `opensearch-${node.id}`, name: `OpenSearch, three self-run nodes or more (${node.where})`, summary: `a cluster self-run on ${node.where} with two copies of the index`,
    requires: node.requires, tags: ['self-run'], node: node.nodePrice, storage: node.diskPrice, vcpuPerNode: node.vcpuPerNode,
    memoryPerNode: { ...node.memoryPerNode, label: 'memory for the index: half of the node, the rest is heap', low: node.memoryPerNode.low / 2, likely: node.memoryPerNode.likely / 2, high: node.memoryPerNode.high / 2 },
    smallest: assumption('nodes', 3, 'count', 'a majority must survive'), largest: assumption('nodes of one cluster', 200, 'count', 'larger self-run clusters need a team'), copies: assumption('copies of the index', 2, 'count', 'a primary and a replica of each shard'),
    nodeAvailability: available,
    setupHours: assumption('set-up: cluster, mapping, feed, relevance, reindexing without pause', interval(48, 76, 130), 'h', 'the managed set-up plus the cluster'),
    careHours: assumption('care a month', interval(12, 18, 32), 'h/month', 'shards, heap, upgrades and failures are ours'), careNode: node.nodeCare,
    gains: 'relevance, typo tolerance, facets and vectors at the price of servers', gives: 'a cluster to operate beside the records it copies',
  });
