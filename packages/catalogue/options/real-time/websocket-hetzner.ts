import { hetznerCloud } from '../../prices/hetzner-cloud.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'websocket-hetzner', where: 'Hetzner', requires: ['provider:hetzner'], protocol: 'websocket', machine: hetznerCloud.cx33 });
