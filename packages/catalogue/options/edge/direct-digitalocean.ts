import { fact } from '@archwright/kernel';
import { digitalocean } from '../../prices/digitalocean.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({
  id: 'direct-digitalocean', name: 'No edge network, straight from DigitalOcean', where: 'DigitalOcean', provider: 'provider:digitalocean',
  parameters: { perByte: digitalocean.egress, egressIncluded: fact('egress included with the smallest machine (500 GiB)', 500 * 2 ** 30, 'B/month', digitalocean.droplet.source!) },
  cost: 'max(0, egress - egressIncluded) * perByte',
});
