import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion, pricePerMonth } from '../define.ts';

const plan: Source = { title: 'api-evangelist/upstash plans/upstash-plans-pricing.yml @16b0a521, quoting upstash.com/pricing/redis', url: 'https://upstash.com/pricing/redis', asOf: '2026-09-20', confidence: 'B' };

/** Upstash Redis. */
export const upstashPrices = {
  command: pricePerMillion('Upstash Redis command, pay as you go (0.20 USD for 100,000)', 2, plan),
  storage: pricePerGigabyteMonth('Upstash Redis storage above 1 GB', 0.25, plan),
  prodPack: pricePerMonth('Upstash Prod Pack: SLA and high availability', 200, plan),
};
