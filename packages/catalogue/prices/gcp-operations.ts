import { fact } from '@archwright/kernel';
import { infracost } from './price-sources.ts';

/** Google Cloud logging and monitoring. */
export const gcpOperations = {
  ingest: fact('Cloud Logging ingestion (0.50 USD a GiB)', 0.5 / 2 ** 30, 'USD/B', infracost('google', 'logging_project_bucket_test')),
  logFree: fact('Cloud Logging ingestion free of charge (50 GiB)', 50 * 2 ** 30, 'B/month', infracost('google', 'logging_project_bucket_test')),
  metricByte: fact('Cloud Monitoring metric data (0.26 USD a MiB)', 0.26 / 2 ** 20, 'USD/B', infracost('google', 'monitoring_metric_descriptor_test')),
  metricFree: fact('Cloud Monitoring metric data free of charge (150 MiB)', 150 * 2 ** 20, 'B/month', infracost('google', 'monitoring_metric_descriptor_test')),
};
