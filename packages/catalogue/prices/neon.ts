import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const docs: Source = { title: 'neondatabase/website content/docs/introduction/plans.md', url: 'https://neon.com/docs/introduction/plans', asOf: '2026-11-12', confidence: 'A' };

/** Neon: a compute unit is about 1 vCPU and 4 GB, billed while it runs. */
export const neonPrices = {
  launchUnit: pricePerHour('Neon Launch compute unit, running all month', 0.106, docs),
  scaleUnit: pricePerHour('Neon Scale compute unit, running all month', 0.222, docs),
  egress: pricePerGigabyte('Neon public egress above 100 GB', 0.1, docs),
  storage: pricePerGigabyteMonth('Neon storage', 0.35, docs),
};
