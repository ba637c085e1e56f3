import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const wiki: Source = { title: 'halideworks/onelight wiki, Pricing: rates read from Cloudflare pages', asOf: '2026-08-03', confidence: 'C' };

/** Cloudflare D1 on the Workers Paid plan. */
export const cloudflareD1 = {
  rowRead: pricePerMillion('D1 row read', 0.001, wiki),
  rowWritten: pricePerMillion('D1 row written', 1, wiki),
  storage: pricePerGigabyteMonth('D1 storage', 0.75, wiki),
};
