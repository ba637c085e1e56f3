import { defineOption } from '../../define.ts';
import { hetznerNode } from '../../prices/server-nodes.ts';
import { selfRunTimescale } from './shared/self-run-timescale.ts';

export default defineOption(selfRunTimescale(hetznerNode));
