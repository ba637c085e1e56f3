import { azureNetwork } from '../../prices/azure-network.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({
  id: 'direct-azure', name: 'No edge network, straight from Azure', where: 'Azure', provider: 'provider:azure',
  parameters: { perByte: azureNetwork.egress, egressFree: azureNetwork.egressFree },
  cost: 'max(0, egress - egressFree) * perByte',
});
