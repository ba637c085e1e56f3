import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerMonth } from '../define.ts';

const docs: Source = { title: 'superfly/docs about/pricing.html.markerb @5c22c8ce', url: 'https://github.com/superfly/docs', asOf: '2026-08-05', confidence: 'A' };
const example: Source = { title: 'superfly/docs about/pricing.html.markerb @0060a900, worked example', url: 'https://github.com/superfly/docs', asOf: '2024-11-01', confidence: 'B' };

/** Fly.io, pay as you go. */
export const flyPrices = {
  sharedMachine: pricePerMonth('Fly.io shared-cpu-1x with 256 MB', 1.94, example),
  memory: pricePerMonth('Fly.io GB of further memory', 5, docs),
  volume: pricePerGigabyteMonth('Fly.io volume', 0.15, docs),
  address: pricePerMonth('Fly.io dedicated IPv4 address', 2, docs),
  egress: pricePerGigabyte('Fly.io egress, North America and Europe', 0.02, docs),
};
