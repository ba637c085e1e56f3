import { defineOption } from '../../define.ts';
import { hetznerNode } from '../../prices/server-nodes.ts';
import { onePostgresqlServer } from './shared/self-run-postgresql.ts';

export default defineOption(onePostgresqlServer(hetznerNode));
