import { fact } from '@archwright/kernel';
import { gcpNetwork } from '../../prices/gcp-network.ts';
import { cloudflareProxy } from '../../sizing/cloudflare-proxy.ts';

export default cloudflareProxy({ id: 'cloudflare-cdn-gcp', origin: 'Google Cloud', provider: 'provider:gcp', perByte: gcpNetwork.egressOver1, free: fact('egress free of charge', 0, 'B/month', gcpNetwork.egress.source!) });
