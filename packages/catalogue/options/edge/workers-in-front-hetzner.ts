import { hetznerCloud } from '../../prices/hetzner-cloud.ts';
import { workersInFront } from '../../sizing/edge-logic.ts';

export default workersInFront({ id: 'workers-in-front-hetzner', origin: 'Hetzner', provider: 'provider:hetzner', perByte: hetznerCloud.egress, free: hetznerCloud.egressIncluded });
