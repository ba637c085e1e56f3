import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const docs: Source = { title: 'cloudflare/cloudflare-docs workers/platform/pricing.mdx @07acbb66', url: 'https://developers.cloudflare.com/r2/pricing/', asOf: '2026-04-21', confidence: 'A' };

/** Cloudflare R2, standard class; bytes to the internet are not charged. */
export const cloudflareR2 = {
  storage: pricePerGigabyteMonth('R2 standard storage', 0.015, docs),
  classA: pricePerMillion('R2 class A operation (writes, lists)', 4.5, docs),
  classB: pricePerMillion('R2 class B operation (reads)', 0.36, docs),
};
