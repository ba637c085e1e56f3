import type { Source } from '@archwright/kernel';
import { pricePerMonth } from '../define.ts';

const bundles: Source = { title: 'price table transcribed from lightsail:GetBundles (code index 70712899090)', asOf: '2026-10-01', confidence: 'B' };

/** Amazon Lightsail Linux bundles: machine, disk, address and an allowance of traffic in one price. */
export const awsLightsail = {
  nano: pricePerMonth('Lightsail nano (2 burstable vCPU, 0.5 GiB)', 5, bundles),
  micro: pricePerMonth('Lightsail micro (2 burstable vCPU, 1 GiB)', 7, bundles),
  small: pricePerMonth('Lightsail small (2 burstable vCPU, 2 GiB)', 12, bundles),
};
