import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const plan: Source = { title: 'api-evangelist plans entry for Confluent, read from confluent.io/pricing', url: 'https://www.confluent.io/confluent-cloud/pricing/', asOf: '2026-09-05', confidence: 'B' };
const standard: Source = { title: 'public price notes (code index 59672468694, verified 2026-07, and 53902859446)', asOf: '2026-07-01', confidence: 'B' };

/** Confluent Cloud. */
export const confluentCloud = {
  basicUnit: pricePerHour('Confluent Basic eCKU (the first is free)', 0.14, plan),
  standardUnit: pricePerHour('Confluent Standard eCKU', 0.75, standard),
  transfer: pricePerGigabyte('Confluent data in or out', 0.05, plan),
  storage: pricePerGigabyteMonth('Confluent storage', 0.08, plan),
};
