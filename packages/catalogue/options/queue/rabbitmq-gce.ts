import { defineOption } from '../../define.ts';
import { gceNode } from '../../prices/server-nodes.ts';
import { selfRunRabbitmq } from './shared/self-run-brokers.ts';

export default defineOption(selfRunRabbitmq(gceNode));
