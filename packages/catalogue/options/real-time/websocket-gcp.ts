import { gcpCompute } from '../../prices/gcp-compute.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'websocket-gcp', where: 'Google Cloud', requires: ['provider:gcp'], protocol: 'websocket', machine: gcpCompute.e2Standard2 });
