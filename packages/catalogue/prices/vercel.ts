import { fact } from '@archwright/kernel';
import { pricePerGigabyte, pricePerHour, pricePerMillion, pricePerMonth } from '../define.ts';
import { planHarvest } from './price-sources.ts';

const plans = planHarvest('vercel', 'vercel.com/pricing', '2026-05-04', 'C');

/** Vercel Pro, cheapest region tier. */
export const vercelPrices = {
  seat: pricePerMonth('Vercel Pro seat, with 20 USD of usage', 20, plans),
  activeCpu: pricePerHour('Vercel active CPU', 0.128, plans),
  memory: pricePerHour('Vercel provisioned GB of memory', 0.0106, plans),
  invocation: pricePerMillion('Vercel function invocation', 0.6, plans),
  edgeRequest: pricePerMillion('Vercel edge request above the allowance', 2, plans),
  edgeRequestsIncluded: fact('Vercel edge requests included', 1e7, '1/month', plans),
  transfer: pricePerGigabyte('Vercel fast data transfer above the allowance', 0.15, plans),
  transferIncluded: fact('Vercel fast data transfer included', 1e12, 'B/month', plans),
};
