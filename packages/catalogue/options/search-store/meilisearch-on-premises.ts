import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';
import { selfRunMeilisearch } from './shared/meilisearch.ts';

export default defineOption(selfRunMeilisearch(onPremisesNode));
