import { pricePerMillion } from '../define.ts';

/** Cloudflare Queues: an operation is 64 KB written, read or deleted. */
export const cloudflareQueues = {
  operation: pricePerMillion('Cloudflare Queues operation (64 KB)', 0.4, { title: 'cloudflare/cloudflare-docs partials/workers/queues_pricing.mdx @96996fd3', url: 'https://developers.cloudflare.com/queues/platform/pricing/', asOf: '2026-04-21', confidence: 'A' }),
};
