import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'poison-message',
  componentKind: 'queue',
  name: 'Poison message',
  severity: 'medium',
  trigger: 'a payload the consumer cannot read, or one the other side will always refuse',
  effect: 'the consumer crashes in a loop; in an ordered lane nothing behind it moves',
  signal: 'deliveries of one message; depth of the dead letter queue',
  threshold: 'any dead letter in a flow that moves money, 10 in an hour elsewhere',
  mitigations: [
    'few attempts, then the dead letter queue',
    'schema check where messages are published',
    'isolation by key, so that one key waits and not the lane',
  ],
  recovery: [
    'set the message aside and go on',
    'fix, then replay from the dead letter queue',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Avoiding insurmountable queue backlogs', url: 'https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/', asOf: 'undated', confidence: 'B' },
  ],
});
