import { assumption, interval } from '@archwright/kernel';
import { digitalocean } from '../../prices/digitalocean.ts';
import { oneMachine } from '../../sizing/small-machine.ts';

export default oneMachine({
  id: 'digitalocean-droplet', name: 'One droplet at DigitalOcean', provider: 'provider:digitalocean', technology: 'digitalocean',
  unit: digitalocean.droplet,
  vcpuPerUnit: assumption('vCPU that one shared vCPU sustains', interval(0.4, 0.7, 1), 'count', 'shared with neighbours: less than a whole one at busy hours'),
  largest: assumption('vCPU of the largest basic droplet', interval(8, 8, 8), 'count', 'the basic line ends at 8 vCPU; its price follows vCPU'),
  extras: assumption('backups', interval(1, 2, 4), 'USD/month', 'weekly backups cost a fifth of the machine'),
});
