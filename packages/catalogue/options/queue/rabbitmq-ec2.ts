import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { selfRunRabbitmq } from './shared/self-run-brokers.ts';

export default defineOption(selfRunRabbitmq(ec2Node));
