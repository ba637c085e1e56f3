import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { postgresqlPair } from './shared/self-run-postgresql.ts';

export default defineOption(postgresqlPair(ec2Node));
