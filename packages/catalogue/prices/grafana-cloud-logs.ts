import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerMonth } from '../define.ts';

const docs: Source = { title: 'Grafana Cloud documentation, logs invoice', url: 'https://grafana.com/docs/grafana-cloud/cost-management-and-billing/understand-your-invoice/logs-invoice/', asOf: '2026-06-01', confidence: 'A' };

/** Grafana Cloud logs (Loki); 50 GB a month and 30 days of retention are included. */
export const grafanaCloudLogs = {
  written: pricePerGigabyte('Grafana Cloud logs written and processed (0.40 + 0.05)', 0.45, docs),
  extraRetention: pricePerGigabyte('Grafana Cloud logs kept 30 days longer', 0.1, docs),
  platform: pricePerMonth('Grafana Cloud Pro platform fee', 19, { title: 'public price notes (code index 58531016983, retrieved 2026-08-11, and 66354373555)', asOf: '2026-08-11', confidence: 'B' }),
};
