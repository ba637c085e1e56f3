import { defineOption } from '../../define.ts';
import { onPremisesNode } from '../../prices/server-nodes.ts';
import { natsStream } from './shared/nats-stream.ts';

export default defineOption(natsStream(onPremisesNode));
