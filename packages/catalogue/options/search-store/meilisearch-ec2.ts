import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { selfRunMeilisearch } from './shared/meilisearch.ts';

export default defineOption(selfRunMeilisearch(ec2Node));
