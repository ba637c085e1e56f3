import { awsEc2 } from '../../prices/aws-ec2.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'sse-aws', where: 'AWS', requires: ['provider:aws'], protocol: 'sse', machine: awsEc2.m7gLarge });
