import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerMonth } from '../define.ts';

const list: Source = { title: 'DigitalOcean droplet price list of 2022-07-01; entry price confirmed by a harvest of 2026-09-20', url: 'https://gist.github.com/colinwilson/cd31bde012f6727b24b2fc4ebee749c0', asOf: '2026-09-20', confidence: 'C' };
const platform: Source = { title: 'DigitalOcean App Platform prices (code index 68505096008)', asOf: '2026-09-20', confidence: 'B' };
const overage: Source = { title: 'project-planton.org catalogue, DigitalOcean egress', url: 'https://project-planton.org/docs/catalog/digitalocean/digitaloceandatabasecluster', asOf: '2026-01-01', confidence: 'C' };

/** DigitalOcean droplets, App Platform and bytes out. */
export const digitalocean = {
  droplet: pricePerMonth('DigitalOcean droplet (1 vCPU, 1 GB)', 6, list),
  appInstance: pricePerMonth('App Platform instance (1 shared vCPU, 1 GiB)', 10, platform),
  egress: pricePerGigabyte('DigitalOcean egress above the allowance', 0.01, overage),
};
