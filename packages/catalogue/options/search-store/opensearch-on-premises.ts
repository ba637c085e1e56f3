import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';
import { selfRunOpensearch } from './shared/self-run-opensearch.ts';

export default defineOption(selfRunOpensearch(onPremisesNode, assumption('a cluster of three in service', interval(0.998, 0.9995, 0.9999), 'ratio', 'one node may fail; operator mistakes are what is left')));
