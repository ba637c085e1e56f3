import type { Source } from '@archwright/kernel';
import { interval } from '@archwright/kernel';
import { pricePerHour, pricePerMonth } from '../define.ts';

const plan: Source = { title: 'api-evangelist/mongodb plans/mongodb-plans-pricing.yml, quoting mongodb.com/pricing', url: 'https://www.mongodb.com/pricing', asOf: '2026-09-20', confidence: 'B' };
const mirror: Source = { title: 'mirror of the Atlas documentation, invoice breakdown and Flex costs', asOf: '2026-03-01', confidence: 'B' };

/** MongoDB Atlas; a dedicated cluster is a replica set of three. */
export const mongodbAtlas = {
  flex: pricePerMonth('Atlas Flex (5 GB, by operations a second)', interval(8, 8, 30), mirror),
  m10: pricePerHour('Atlas M10 replica set (2 vCPU, 2 GiB)', 0.08, plan),
  m30: pricePerHour('Atlas M30 replica set (2 vCPU, 8 GiB) with 200 GB', 0.65, mirror),
};
