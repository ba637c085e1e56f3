import { fact } from '@archwright/kernel';
import { gcpNetwork } from '../../prices/gcp-network.ts';
import { workersInFront } from '../../sizing/edge-logic.ts';

export default workersInFront({ id: 'workers-in-front-gcp', origin: 'Google Cloud', provider: 'provider:gcp', perByte: gcpNetwork.egressOver1, free: fact('egress free of charge', 0, 'B/month', gcpNetwork.egress.source!) });
