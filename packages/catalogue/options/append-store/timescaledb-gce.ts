import { defineOption } from '../../define.ts';
import { gceNode } from '../../prices/server-nodes.ts';
import { selfRunTimescale } from './shared/self-run-timescale.ts';

export default defineOption(selfRunTimescale(gceNode));
