import { assumption, fact, interval } from '@archwright/kernel';
import { gcpCompute } from '../../prices/gcp-compute.ts';
import { oneMachine } from '../../sizing/small-machine.ts';

export default oneMachine({
  id: 'gce-vm', name: 'One virtual machine on Google Compute Engine', provider: 'provider:gcp', technology: 'compute-engine',
  unit: gcpCompute.e2Small,
  vcpuPerUnit: fact('sustained vCPU of e2-small', 0.5, 'count', gcpCompute.e2Small.source!),
  largest: assumption('vCPU of the largest machine of the family', interval(16, 32, 32), 'count', 'the E2 family ends at 32 vCPU; price follows vCPU'),
  extras: assumption('disk and address', interval(3, 6, 10), 'USD/month', '30 GB of balanced disk and a public address'),
});
