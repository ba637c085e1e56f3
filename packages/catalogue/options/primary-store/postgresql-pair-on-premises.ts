import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';
import { postgresqlPair } from './shared/self-run-postgresql.ts';

export default defineOption(postgresqlPair(onPremisesNode));
