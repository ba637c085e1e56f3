import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'eventbridge', name: 'Amazon EventBridge', kind: 'event-stream', aliases: ['event bridge'],
  summary: 'event bus with rules that route by content',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['fanout', 'replay', 'scale-to-zero'],
  bestFor: ['a few hundred events a second between services on AWS'],
  avoidWhen: ['order within a key', 'high volume: priced by event'],
  strainsUnder: ['default rate quota'],
  failureModes: ['quota-cost-runaway', 'duplicate-delivery'],
  limits: {
    rate: fact('default events a second', 10_000, '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'rules and schemas' },
  alternatives: ['kinesis'],
  migrationPaths: [
    { to: 'kinesis', how: 'send to both, move consumers' },
  ],
  deprecations: [],
  identifiers: { npm: '@aws-sdk/client-eventbridge' },
  documentation: 'https://docs.aws.amazon.com/eventbridge/',
});
