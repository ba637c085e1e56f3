import { azureNetwork } from '../../prices/azure-network.ts';
import { cloudflareProxy } from '../../sizing/cloudflare-proxy.ts';

export default cloudflareProxy({ id: 'cloudflare-cdn-azure', origin: 'Azure', provider: 'provider:azure', perByte: azureNetwork.egress, free: azureNetwork.egressFree });
