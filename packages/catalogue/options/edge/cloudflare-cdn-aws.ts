import { awsNetwork } from '../../prices/aws-network.ts';
import { cloudflareProxy } from '../../sizing/cloudflare-proxy.ts';

export default cloudflareProxy({ id: 'cloudflare-cdn-aws', origin: 'AWS', provider: 'provider:aws', perByte: awsNetwork.egress, free: awsNetwork.egressFree });
