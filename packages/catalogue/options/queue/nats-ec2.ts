import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { selfRunNats } from './shared/self-run-brokers.ts';

export default defineOption(selfRunNats(ec2Node));
