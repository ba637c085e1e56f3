import { hetznerCloud } from '../../prices/hetzner-cloud.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'sse-hetzner', where: 'Hetzner', requires: ['provider:hetzner'], protocol: 'sse', machine: hetznerCloud.cx33 });
