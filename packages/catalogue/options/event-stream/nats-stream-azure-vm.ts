import { defineOption } from '../../define.ts';
import { azureNode } from '../../prices/server-nodes.ts';
import { natsStream } from './shared/nats-stream.ts';

export default defineOption(natsStream(azureNode));
