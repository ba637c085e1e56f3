import { hetznerCloud } from '../../prices/hetzner-cloud.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({
  id: 'direct-hetzner', name: 'No edge network, straight from Hetzner', where: 'Hetzner', provider: 'provider:hetzner',
  parameters: { perByte: hetznerCloud.egress, egressIncluded: hetznerCloud.egressIncluded },
  cost: 'max(0, egress - egressIncluded) * perByte',
});
