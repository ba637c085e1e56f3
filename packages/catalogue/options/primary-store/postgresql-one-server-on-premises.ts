import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';
import { onePostgresqlServer } from './shared/self-run-postgresql.ts';

export default defineOption(onePostgresqlServer(onPremisesNode));
