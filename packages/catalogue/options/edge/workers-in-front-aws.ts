import { awsNetwork } from '../../prices/aws-network.ts';
import { workersInFront } from '../../sizing/edge-logic.ts';

export default workersInFront({ id: 'workers-in-front-aws', origin: 'AWS', provider: 'provider:aws', perByte: awsNetwork.egress, free: awsNetwork.egressFree });
