import { defineOption } from '../../define.ts';
import { gceNode } from '../../prices/server-nodes.ts';
import { selfRunNats } from './shared/self-run-brokers.ts';

export default defineOption(selfRunNats(gceNode));
