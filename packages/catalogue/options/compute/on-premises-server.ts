import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { oneMachine } from '../../sizing/small-machine.ts';

export default oneMachine({
  id: 'on-premises-server', name: 'One own server', provider: 'provider:on-premises', technology: 'linux-servers',
  unit: assumption('one server with 16 vCPU and 64 GB: purchase over five years, power, space, spares', interval(80, 160, 320), 'USD/month', 'a 6,000 USD server over 60 months is 100 USD; power, rack and spares about half as much again'),
  vcpuPerUnit: assumption('vCPU a server gives to applications', interval(10, 14, 15), 'count', 'sixteen less the system'),
  largest: assumption('vCPU of the largest server that is bought for this', interval(14, 56, 120), 'count', 'four times the smallest is ordinary; its price follows'),
  extras: assumption('backups to a second place', interval(5, 15, 40), 'USD/month', 'a disk in another building or an object store'),
  recovery: processes.ownServer,
  availability: assumption('share of time one own server is in service', interval(0.98, 0.99, 0.997), 'ratio', 'a failed part is a visit, not a restart: about three days a year'),
});
