import { fact, type Source } from '@archwright/kernel';
import { pricePerMillion } from '../define.ts';

const firebase: Source = { title: 'firebase/firebase-tools src/deploy/functions/pricing.ts @22a3f1ee, tier 1 regions', url: 'https://github.com/firebase/firebase-tools', asOf: '2025-12-01', confidence: 'B' };

/** Google Cloud Run and Cloud Run functions, request-based billing. */
export const gcpCloudRun = {
  vcpuSecond: fact('Cloud Run vCPU-second', 2.4e-5, 'USD/s', firebase),
  vcpuSecondsFree: fact('Cloud Run vCPU-seconds free of charge', 180_000, 's/month', firebase),
  gibibyteSecond: fact('Cloud Run GiB-second', 2.5e-6, 'USD/s', firebase),
  gibibyteSecondsFree: fact('Cloud Run GiB-seconds free of charge', 360_000, 's/month', firebase),
  idleVcpuSecond: fact('Cloud Run idle minimum-instance vCPU-second', 2.5e-6, 'USD/s', firebase),
  request: pricePerMillion('Cloud Run request', 0.4, firebase),
  requestsFree: fact('Cloud Run requests free of charge', 2e6, '1/month', firebase),
};
