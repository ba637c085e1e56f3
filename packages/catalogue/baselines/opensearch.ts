import { assumption, fact, interval, type Source } from '@archwright/kernel';

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** What one vCPU of OpenSearch does: planning ranges of a data node over 16 vCPU. */
export const opensearchBaseline = {
  documentsPerVcpu: fact('documents indexed a vCPU (10,000-50,000 a node)', interval(625, 1_500, 3_100), '1/s', practitioner),
  queriesPerVcpu: assumption('simple queries a vCPU', interval(50, 100, 200), '1/s', 'a simple query takes 5-50 ms and touches every shard; about 10 ms of CPU'),
  indexShare: fact('index bytes ÷ raw JSON bytes', interval(1.1, 1.4, 2), 'ratio', practitioner),
  scanRowsPerVcpu: fact('documents aggregated a vCPU (Elasticsearch, 43 × 99,997,497 ÷ 460 s ÷ 16)', (43 * 99_997_497) / 459.7 / 16, '1/s', { title: 'ClickHouse/ClickBench elasticsearch/results/20250908/c6a.4xlarge.json @faa7e582', url: 'https://github.com/ClickHouse/ClickBench', asOf: '2025-09-08', confidence: 'A' }),
  bytesPerVector: fact('memory of one 768-dimension vector in an HNSW index (4-5 GB a million)', interval(4_000, 4_500, 5_000), 'B', practitioner),
};
