import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const vantage: Source = { title: 'vantage.sh, Fargate pricing (same rate at cloudburn.io)', url: 'https://www.vantage.sh/blog/fargate-pricing', asOf: '2026-04-01', confidence: 'C' };

/** AWS Fargate on Graviton, us-east-1, on demand; no idle discount. */
export const awsFargate = {
  vcpu: pricePerHour('Fargate vCPU (arm64)', 0.03238, vantage),
  gibibyte: pricePerHour('Fargate GiB of memory (arm64)', 0.00356, vantage),
};
