import { assumption, fact, interval, type Source } from '@archwright/kernel';

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** What one vCPU of Cassandra does: planning ranges of a node over 16 vCPU, before replication. */
export const cassandraBaseline = {
  nodeStored: fact('data planned for one node', interval(0.5e12, 1e12, 2e12), 'B', { ...practitioner, note: 'our reading: above it streaming a replacement node takes more than a day' }),
  writesPerVcpu: fact('writes a vCPU (10,000-50,000 a node)', interval(625, 1_900, 3_100), '1/s', practitioner),
  readsPerVcpu: fact('reads a vCPU (5,000-30,000 a node)', interval(310, 1_000, 1_900), '1/s', practitioner),
};

/** What one vCPU of ScyllaDB does: planning ranges of a node over 32 vCPU, before replication. */
export const scyllaBaseline = {
  nodeStored: assumption('data planned for one node', interval(1e12, 4e12, 9e12), 'B', 'a chat service reports 72 nodes in the place of 177 of Cassandra for the same messages (discord.com/blog, 2023-03-06), each with several terabytes of disk'),
  writesPerVcpu: fact('writes a vCPU (100,000-1,000,000 a node)', interval(3_100, 6_000, 31_000), '1/s', practitioner),
  readsPerVcpu: fact('reads a vCPU (100,000-500,000 a node)', interval(3_100, 5_000, 15_000), '1/s', practitioner),
};

export const wideColumnBaseline = {
  replicas: assumption('copies of each row', 3, 'count', 'quorum writes and reads survive one node'),
  compaction: assumption('disk used ÷ data as sent, one copy', interval(1.2, 1.6, 2.2), 'ratio', 'compaction needs room for a rewrite of the largest tables; compression gives part of it back'),
};
