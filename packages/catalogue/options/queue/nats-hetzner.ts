import { defineOption } from '../../define.ts';
import { hetznerNode } from '../../prices/server-nodes.ts';
import { selfRunNats } from './shared/self-run-brokers.ts';

export default defineOption(selfRunNats(hetznerNode));
