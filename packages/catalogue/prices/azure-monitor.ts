import { fact } from '@archwright/kernel';
import { pricePerGigabyte } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Azure Monitor and Log Analytics, westeurope. */
export const azureMonitor = {
  ingest: pricePerGigabyte('Azure Monitor analytics logs', 2.99, infracost('azure', 'log_analytics_workspace_test', '2024-08-30')),
  basicIngest: pricePerGigabyte('Azure Monitor basic logs', 0.65, infracost('azure', 'log_analytics_workspace_test', '2024-08-30')),
  logFree: fact('Azure Monitor logs free of charge', 5e9, 'B/month', infracost('azure', 'log_analytics_workspace_test', '2024-08-30')),
};
