import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion, pricePerMonth } from '../define.ts';

const plan: Source = { title: 'api-evangelist/turso plans/turso-plans-pricing.yml @8cd9891e (source page turso.tech/pricing)', url: 'https://turso.tech/pricing', asOf: '2026-06-12', confidence: 'C' };

/** Turso Cloud, Developer plan and its overage. */
export const tursoPrices = {
  developer: pricePerMonth('Turso Developer plan', 4.99, plan),
  rowRead: pricePerMillion('Turso row read above the plan', 0.001, plan),
  rowWritten: pricePerMillion('Turso row written above the plan', 1, plan),
  storage: pricePerGigabyteMonth('Turso storage above the plan', 0.75, plan),
};
