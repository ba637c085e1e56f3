import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';
import { selfRunRabbitmq } from './shared/self-run-brokers.ts';

export default defineOption(selfRunRabbitmq(onPremisesNode));
