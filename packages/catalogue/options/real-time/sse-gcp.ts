import { gcpCompute } from '../../prices/gcp-compute.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'sse-gcp', where: 'Google Cloud', requires: ['provider:gcp'], protocol: 'sse', machine: gcpCompute.e2Standard2 });
