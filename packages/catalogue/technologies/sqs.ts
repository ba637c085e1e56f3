import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'sqs', name: 'Amazon SQS', kind: 'managed-queue', aliases: ['simple queue service'],
  summary: 'queue billed by request, without servers or rate limits',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['work-queue', 'delayed-delivery', 'dead-letter', 'scale-to-zero'],
  bestFor: ['asynchronous work on AWS', 'spiky load'],
  avoidWhen: ['replay, fan-out with history', 'priorities inside one queue'],
  strainsUnder: ['messages in flight of one queue'],
  failureModes: ['duplicate-delivery', 'poison-message', 'queue-backlog'],
  limits: {
    inFlight: fact('messages in flight of one queue', 120_000, 'count', { title: 'AWS SQS developer guide (code index 70575401780)', asOf: '2026-10-01', confidence: 'A' }),
    fifo: fact('messages a second of a FIFO queue in batches', 3000, '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    retention: fact('longest retention', 1_209_600, 's', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    message: fact('message size since the raise of 2025', 1_048_576, 'B', { title: 'Pulumi AWS provider documentation, Queue maxMessageSize (page undated; day it was read)', url: 'https://pub.dev/documentation/pulumi_aws/latest/sqs/Queue/maxMessageSize.html', asOf: '2026-11-22', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['rabbitmq', 'pg-boss'],
  migrationPaths: [
    { to: 'kinesis', how: 'fan out through a topic in parallel, move consumers' },
  ],
  deprecations: [],
  identifiers: { npm: '@aws-sdk/client-sqs' },
  documentation: 'https://docs.aws.amazon.com/sqs/',
});
