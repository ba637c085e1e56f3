import { fact, type Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerMonth } from '../define.ts';

const api: Source = { title: 'devantler-tech/platform commit cb791c6f, values of GET /v1/pricing, fsn1; EUR net × 1.1637', url: 'https://github.com/devantler-tech/platform/commit/cb791c6f', asOf: '2026-05-27', confidence: 'A' };
const cnap: Source = { title: 'docs.cnap.tech, Hetzner provider; EUR net × 1.1637', url: 'https://docs.cnap.tech/compute/providers/hetzner', asOf: '2026-04-01', confidence: 'C', note: 'not certain whether before or after the rise of April 2026' };

/** Hetzner Cloud, Falkenstein. */
export const hetznerCloud = {
  cx23: pricePerMonth('Hetzner CX23 (2 shared vCPU, 4 GiB)', 4.7828, cnap),
  cx33: pricePerMonth('Hetzner CX33 (4 shared vCPU, 8 GiB)', 7.5524, api),
  volume: pricePerGigabyteMonth('Hetzner volume', 0.0666, api),
  egress: pricePerGigabyte('Hetzner egress above the allowance', 1.1637 / 1_000, api),
  egressIncluded: fact('Hetzner egress included with a machine in Europe', 20e12, 'B/month', api),
};
