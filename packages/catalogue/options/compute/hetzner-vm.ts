import { assumption, fact, interval } from '@archwright/kernel';
import { hetznerCloud } from '../../prices/hetzner-cloud.ts';
import { oneMachine } from '../../sizing/small-machine.ts';

export default oneMachine({
  id: 'hetzner-vm', name: 'One virtual machine at Hetzner', provider: 'provider:hetzner', technology: 'hetzner-cloud',
  unit: hetznerCloud.cx23,
  vcpuPerUnit: assumption('vCPU that two shared vCPU sustain', interval(0.8, 1.4, 2), 'count', 'shared with neighbours: less than two whole ones at busy hours'),
  largest: fact('vCPU of the largest shared machine', 16, 'count', { title: 'Hetzner Cloud CX line, up to 16 vCPU', asOf: '2026-05-27', confidence: 'C' }),
  extras: assumption('backups and address', interval(0.5, 1.5, 3), 'USD/month', 'backups cost a fifth of the machine, an IPv4 address half a dollar'),
  availability: assumption('share of time one machine is in service', interval(0.99, 0.997, 0.9995), 'ratio', 'no commitment for single machines; hosts are restarted a few times a year'),
});
