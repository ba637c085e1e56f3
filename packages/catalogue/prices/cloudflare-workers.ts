import { fact } from '@archwright/kernel';
import { pricePerMillion, pricePerMonth } from '../define.ts';
import { cloudflareDocs, planHarvest } from './price-sources.ts';

const workers = cloudflareDocs('src/content/docs/workers/platform/pricing.mdx @07acbb66');
const objects = cloudflareDocs('src/content/partials/durable-objects/durable-objects-pricing.mdx');

/** Cloudflare Workers Paid, Durable Objects and zone plans. */
export const cloudflarePrices = {
  plan: pricePerMonth('Cloudflare Workers Paid plan', 5, workers),
  request: pricePerMillion('Worker request', 0.3, workers),
  requestsIncluded: fact('Worker requests included', 1e7, '1/month', workers),
  requestsFreePlan: fact('Worker requests a day on the free plan, a month', 100_000 * 30, '1/month', workers),
  cpuSecond: fact('Worker CPU second (0.02 USD a million ms)', 0.02e-6 * 1_000, 'USD/s', workers),
  cpuIncluded: fact('Worker CPU included', 30_000, 's/month', workers),
  objectRequest: pricePerMillion('Durable Object request', 0.15, objects),
  objectRequestsIncluded: fact('Durable Object requests included', 1e6, '1/month', objects),
  objectSecond: fact('Durable Object GB-second (12.50 USD a million)', 12.5e-6, 'USD/s', objects),
  objectSecondsIncluded: fact('Durable Object GB-seconds included', 400_000, 's/month', objects),
  messagesPerRequest: fact('incoming WebSocket messages counted as one request', 20, 'count', objects),
  logLine: pricePerMillion('Worker log line pushed out', 0.05, workers),
  logLinesIncluded: fact('Worker log lines included', 1e7, '1/month', workers),
  proPlan: pricePerMonth('Cloudflare Pro plan for one zone', 25, planHarvest('cloudflare-ai-gateway', 'cloudflare.com/plans', '2026-10-07')),
};
