import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { natsStream } from './shared/nats-stream.ts';

export default defineOption(natsStream(ec2Node));
