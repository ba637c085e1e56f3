import { assumption, fact, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsEventbridge } from '../../prices/aws-eventbridge.ts';
import { eventFigures } from './shared/events.ts';

const { eventBytes, eventRetentionDays } = brokerBaseline;

/** Off the request path: fed from the outbox. */
export default defineOption({
  id: 'eventbridge', decision: 'event-stream', name: 'Amazon EventBridge', summary: 'a bus whose rules route events to queues and functions, with an archive to replay',
  technologies: ['eventbridge'], provides: ['fanout', 'replay', 'scale-to-zero'], requires: ['provider:aws'], tags: ['stream:bus', 'managed'], conflicts: [],
  parameters: {
    event: awsEventbridge.event, archive: awsEventbridge.archive, eventBytes, eventRetentionDays,
    rateLimit: fact('default events a second', 10_000, '1/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    chunk: assumption('bytes billed as one event', 64_000, 'B', 'an event is counted by 64 KB'),
    setupHours: assumption('set-up: rules, schemas, targets, dead letters', interval(10, 18, 32), 'h', 'rules in code, a queue before each consumer'),
    careHours: assumption('care a month', interval(1, 2, 4), 'h/month', 'failed deliveries, cost'),
  },
  figures: eventFigures,
  costs: [
    { id: 'events', label: 'events', unit: 'USD/month', dimension: 'requests', formula: 'eventsMean * max(1, ceil(eventSize / chunk)) * secondsPerMonth * event' },
    { id: 'archive', label: 'archive', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * kept * archive' },
  ],
  limits: [{ id: 'rate', label: 'events a second', unit: '1/s', demand: 'eventsPeak', limit: 'rateLimit', why: 'the default quota of a bus' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'rules, schemas, targets, dead letters' }, run: { formula: 'careHours', reason: 'failed deliveries and cost' }, parts: 1,
  gains: 'routing by content to any service, with nothing to run', gives: 'no order within a key, delays of half a second, and a dollar a million events', rollback: 'the outbox stays: publish to both while consumers move',
});
