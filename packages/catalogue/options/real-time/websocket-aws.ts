import { awsEc2 } from '../../prices/aws-ec2.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'websocket-aws', where: 'AWS', requires: ['provider:aws'], protocol: 'websocket', machine: awsEc2.m7gLarge });
