import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { onePostgresqlServer } from './shared/self-run-postgresql.ts';

export default defineOption(onePostgresqlServer(ec2Node));
