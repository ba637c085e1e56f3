import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { selfRunClickhouse } from './shared/self-run-clickhouse.ts';

export default defineOption(selfRunClickhouse(ec2Node));
