import { defineOption } from '../../define.ts';
import { gceNode } from '../../prices/server-nodes.ts';
import { selfRunClickhouse } from './shared/self-run-clickhouse.ts';

export default defineOption(selfRunClickhouse(gceNode));
