import { fact } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerMonth } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Amazon CloudWatch logs, metrics and alarms, us-east-1. */
export const awsCloudwatch = {
  logIngest: pricePerGigabyte('CloudWatch log ingestion', 0.5, infracost('aws', 'cloudwatch_log_group_test')),
  logStorage: pricePerGigabyteMonth('CloudWatch log storage', 0.03, infracost('aws', 'cloudwatch_log_group_test')),
  logFree: fact('CloudWatch log ingestion free of charge', 5e9, 'B/month', infracost('aws', 'cloudwatch_log_group_test')),
  metric: pricePerMonth('CloudWatch custom metric', 0.3, infracost('aws', 'instance_test')),
  metricsFree: fact('CloudWatch custom metrics free of charge', 10, 'count', infracost('aws', 'instance_test')),
  alarm: pricePerMonth('CloudWatch alarm', 0.1, infracost('aws', 'cloudwatch_metric_alarm_test')),
};
