import { assumption, fact, interval, type Source } from '@archwright/kernel';

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** What one vCPU of a MongoDB primary does: the planning range of a node (10,000-50,000 operations/s) over 16 vCPU. */
export const mongodbBaseline = {
  operationsPerVcpu: fact('operations a vCPU', interval(625, 1_500, 3_100), '1/s', practitioner),
  bulkRowsPerVcpu: assumption('documents a vCPU in unordered bulk inserts', interval(2_000, 5_000, 10_000), '1/s', 'batches save the round trip, not the index work; time-series collections do better'),
  scanRowsPerVcpu: assumption('documents a vCPU reads when it aggregates', interval(0.1e6, 0.3e6, 1e6), '1/s', 'BSON is decoded a document at a time'),
  shardStored: fact('stored data planned for one shard', interval(1e12, 2e12, 3e12), 'B', { ...practitioner, note: 'shard above 2-3 TB' }),
};
