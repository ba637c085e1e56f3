import { azureNetwork } from '../../prices/azure-network.ts';
import { workersInFront } from '../../sizing/edge-logic.ts';

export default workersInFront({ id: 'workers-in-front-azure', origin: 'Azure', provider: 'provider:azure', perByte: azureNetwork.egress, free: azureNetwork.egressFree });
