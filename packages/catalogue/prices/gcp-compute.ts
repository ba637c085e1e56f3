import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const autoscaler: Source = { title: 'kubernetes/autoscaler cluster-autoscaler/cloudprovider/gce/gce_price_info.go @0411d1c8, us-central1', url: 'https://github.com/kubernetes/autoscaler', asOf: '2025-06-01', confidence: 'C' };

/** Google Compute Engine, us-central1. */
export const gcpCompute = {
  e2Small: pricePerHour('Compute Engine e2-small (0.5 vCPU, 2 GiB)', 0.01675, autoscaler),
  e2Medium: pricePerHour('Compute Engine e2-medium (1 vCPU, 4 GiB)', 0.03351, autoscaler),
  e2Standard2: pricePerHour('Compute Engine e2-standard-2 (2 vCPU, 8 GiB)', 0.06701, autoscaler),
  t2dStandard1: pricePerHour('Compute Engine t2d-standard-1 (1 vCPU, 4 GiB)', 0.0422, autoscaler),
};
