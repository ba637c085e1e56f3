import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'consistent-hashing',
  name: 'Consistent hashing',
  problem: 'With key mod n, adding one node to {{nodes}} moves {{movedByModulo}} of the keys: the cache is empty, or the connections all move, at the very moment capacity was short.',
  when: { formula: 'max(hotBytes / nodeMemory, connections / nodeConnections) - headroom', reason: 'state in memory no longer fits one node' },
  structure: 'A ring of {{ringPoints}} points: each node appears {{virtualNodes}} times at hash(node, i). A key belongs to the first point at or after hash(key). The ring is a sorted array of (point, node_id) in each client; member_list(version, node_id, weight) in the configuration store.',
  steps: [
    'Clients load member_list with its version and build the ring; a request carries ring_version, and a node that knows a newer one answers with it.',
    'hash(key), binary search, node: {{lookupSteps}} comparisons.',
    'A new node takes its points; only keys just before them move: {{movedByRing}} of all.',
    'Reads of moved keys miss once and refill from the store, limited by request coalescing.',
    'A node that fails is skipped: its keys spread over all the others, because its points are scattered.',
    'A node that carries more than its bounded share passes the overflow on to the next point.',
  ],
  parameters: {
    nodeMemory: assumption('memory of one node for data', interval(6e9, 12e9, 50e9), 'B', 'a common cache node with room for overhead'),
    nodeConnections: assumption('connections of one node', interval(20_000, 50_000, 100_000), 'count', 'planning value for long-lived connections'),
    pointsPerNode: assumption('points of a node on the ring', 128, 'count', 'spread of load falls with the square root of it'),
  },
  computed: [
    { id: 'nodes', label: 'nodes', unit: 'count', formula: 'max(1, ceil(max(hotBytes / nodeMemory, connections / nodeConnections) / headroom))', meaning: 'by memory or connections, whichever needs more' },
    { id: 'virtualNodes', label: 'points of a node', unit: 'count', formula: 'pointsPerNode', meaning: 'virtual nodes' },
    { id: 'ringPoints', label: 'points on the ring', unit: 'count', formula: 'nodes * pointsPerNode', meaning: 'size of the sorted array' },
    { id: 'lookupSteps', label: 'comparisons of a look-up', unit: 'count', formula: 'ceil(log2(ringPoints))', meaning: 'binary search' },
    { id: 'movedByModulo', label: 'keys moved by key mod n', unit: 'ratio', formula: 'nodes / (nodes + 1)', meaning: 'when one node is added' },
    { id: 'movedByRing', label: 'keys moved by the ring', unit: 'ratio', formula: '1 / (nodes + 1)', meaning: 'when one node is added' },
    { id: 'spread', label: 'standard deviation of a node’s share', unit: 'ratio', formula: '1 / sqrt(pointsPerNode)', meaning: 'relative to the mean; more points, less spread' },
  ],
  tradeOff: 'One node more moves {{movedByRing}} instead of {{movedByModulo}}; in exchange shares differ by about {{spread}}, and every client must hold the same ring.',
  rejected: { alternative: 'a directory that maps each key to a node', because: 'it must be asked or cached for every key and is itself a store to keep available; it pays when placement matters by tenant, not by key' },
  edgeCase: { case: 'during a change two clients hold different rings and write the same key to different nodes; the stale copy is read after the ring settles', cure: 'keys carry the ring version or a short TTL; and a node asked for a key outside its range answers with the newer ring version' },
  sources: [{ title: 'D. Karger and others, Consistent hashing and random trees (STOC 1997)', url: 'https://doi.org/10.1145/258533.258660', asOf: '1997-05', confidence: 'B' }, { title: 'G. DeCandia and others, Dynamo: Amazon’s highly available key-value store (SOSP 2007)', url: 'https://doi.org/10.1145/1294261.1294281', asOf: '2007-10', confidence: 'B' }],
});
