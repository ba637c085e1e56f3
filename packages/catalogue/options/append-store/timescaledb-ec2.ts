import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { selfRunTimescale } from './shared/self-run-timescale.ts';

export default defineOption(selfRunTimescale(ec2Node));
