import type { Source } from '@archwright/kernel';
import { pricePerMonth } from '../define.ts';

const plan: Source = { title: 'api-evangelist/planetscale plans/planetscale-plans-pricing.yml @416b9ba9 (marks itself generated from planetscale.com/pricing)', url: 'https://planetscale.com/pricing', asOf: '2026-05-04', confidence: 'D' };

/** PlanetScale clusters of a primary and two replicas. */
export const planetscalePrices = {
  postgresPs5Single: pricePerMonth('PlanetScale Postgres PS-5, single node', 5, plan),
  postgresPs5: pricePerMonth('PlanetScale Postgres PS-5, three nodes', 15, plan),
  vitessPs10: pricePerMonth('PlanetScale Vitess PS-10, three nodes', 39, plan),
  vitessMetalM160: pricePerMonth('PlanetScale Vitess Metal M-160, three nodes', 609, plan),
};
