import { defineOption } from '../../define.ts';
import { hetznerNode } from '../../prices/server-nodes.ts';
import { selfRunRabbitmq } from './shared/self-run-brokers.ts';

export default defineOption(selfRunRabbitmq(hetznerNode));
