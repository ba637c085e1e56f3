import { assumption, fact, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureEventHubs } from '../../prices/azure-event-hubs.ts';
import { eventFigures } from './shared/events.ts';

const { eventBytes } = brokerBaseline;

/** Off the request path: fed from the outbox. */
export default defineOption({
  id: 'event-hubs', decision: 'event-stream', name: 'Azure Event Hubs', summary: 'a partitioned stream in throughput units that also speaks the Kafka protocol',
  technologies: ['event-hubs'], provides: ['fanout', 'replay', 'ordering'], requires: ['provider:azure'], tags: ['stream:kafka', 'managed'], conflicts: [],
  parameters: {
    unit: azureEventHubs.throughputUnit, event: azureEventHubs.event, eventBytes,
    eventRetentionDays: assumption('days events stay readable', 1, 'count', 'the retention in the price; seven days at most on this tier'),
    bytesPerUnit: fact('bytes a second into one throughput unit', 1e6, 'B/s', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    eventsPerUnit: assumption('events a second into one throughput unit', 1_000, '1/s', 'the documented pair of the megabyte a second (recalled: verify)'),
    readPerUnit: assumption('bytes a second out of one throughput unit', 2e6, 'B/s', 'twice the ingress'),
    largestUnits: assumption('units over several namespaces', 2_000, 'count', 'forty a namespace, fifty namespaces'),
    setupHours: assumption('set-up: partitions, keys, schemas, relay, idempotent consumers', interval(18, 30, 54), 'h', 'no cluster; checkpoints per consumer'),
    careHours: assumption('care a month', interval(1.5, 3, 6), 'h/month', 'lag, units, cost'),
  },
  figures: [...eventFigures, { id: 'units', label: 'throughput units', unit: 'count', formula: 'max(1, ceil(bytesInPeak / bytesPerUnit / headroom), ceil(eventsPeak / eventsPerUnit / headroom), ceil(bytesInPeak * eventConsumers / readPerUnit / headroom))' }],
  costs: [
    { id: 'units', label: 'throughput units', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' },
    { id: 'events', label: 'events', unit: 'USD/month', dimension: 'requests', formula: 'eventsMean * secondsPerMonth * event' },
  ],
  limits: [{ id: 'units', label: 'throughput units', unit: 'count', demand: 'units', limit: 'largestUnits', why: 'units are limited by namespace and account' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'partitions, keys, schemas, relay' }, run: { formula: 'careHours', reason: 'lag, units, cost' }, parts: 1,
  gains: 'a stream from about 22 USD a month, read by Kafka clients', gives: 'partitions fixed at creation and short retention on this tier', rollback: 'Kafka clients switch the address',
});
