import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const karpenter: Source = { title: 'Azure/karpenter-provider-azure pkg/providers/pricing/zz_generated.pricing.go @352646f5, eastus', url: 'https://github.com/Azure/karpenter-provider-azure', asOf: '2026-06-18', confidence: 'A' };

/** Azure virtual machines, Linux, eastus. */
export const azureVirtualMachines = {
  b1s: pricePerHour('Azure B1s (1 burstable vCPU, 1 GiB)', 0.0104, karpenter),
  d2psV6: pricePerHour('Azure D2ps v6 (2 vCPU, 8 GiB)', 0.0702, karpenter),
};
