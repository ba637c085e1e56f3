import { fact, type Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerMonth } from '../define.ts';

const invoice: Source = { title: 'Grafana Cloud documentation, logs invoice', url: 'https://grafana.com/docs/grafana-cloud/cost-management-and-billing/understand-your-invoice/logs-invoice/', asOf: '2026-06-01', confidence: 'A' };
const pricing: Source = { title: 'Grafana Cloud Pro price list as retrieved by third parties (code index 58531016983, 66354373555)', asOf: '2026-08-11', confidence: 'B' };

/** Grafana Cloud Pro, pay as you go. */
export const grafanaCloud = {
  platform: pricePerMonth('Grafana Cloud Pro platform fee', 19, pricing),
  logs: pricePerGigabyte('Grafana Cloud logs or traces, processed and written', 0.45, invoice),
  logsIncluded: fact('logs included', 50e9, 'B/month', invoice),
  series: pricePerMonth('Grafana Cloud active metric series', 6.5 / 1_000, pricing),
  seriesIncluded: fact('metric series included', 10_000, 'count', pricing),
};
