import { assumption, interval } from '@archwright/kernel';
import { brokerBaseline } from '../../baselines/brokers.ts';
import { ATTESTED } from '../../attestations.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { confluentCloud } from '../../prices/confluent-cloud.ts';
import { eventFigures } from './shared/events.ts';

const { eventBytes, eventRetentionDays } = brokerBaseline;

/** Off the request path: fed from the outbox. */
export default defineOption({
  id: 'confluent-standard', decision: 'event-stream', name: 'Confluent Cloud Standard', summary: 'Kafka over zones, billed by unit and gigabyte',
  technologies: ['confluent-cloud', 'kafka'], provides: ['fanout', 'replay', 'ordering'], requires: [], attested: ATTESTED.confluent, tags: ['stream:kafka', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    unit: confluentCloud.standardUnit, transfer: confluentCloud.transfer, storage: confluentCloud.storage, eventBytes, eventRetentionDays,
    bytesPerUnit: assumption('bytes a second of one unit', interval(5e6, 15e6, 25e6), 'B/s', 'an elastic unit carries several MB/s with many partitions'),
    largestUnits: assumption('units of one plan, over several clusters', 400, 'count', 'larger loads take dedicated clusters, which were not priced'),
    copies: assumption('billed copies of each event', 3, 'count', 'storage is billed with its replicas'),
    setupHours: assumption('set-up: topics, keys, schemas, relay, idempotent consumers', interval(20, 34, 60), 'h', 'partition keys and schemas are decisions that last'),
    careHours: assumption('care a month', interval(2, 4, 7), 'h/month', 'topics, lag, cost'),
  },
  figures: [...eventFigures, { id: 'units', label: 'elastic units', unit: 'count', formula: 'ceil(bytesInPeak / bytesPerUnit / headroom)' }],
  costs: [
    { id: 'units', label: 'elastic units', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * max(1, units) * unit' },
    { id: 'traffic', label: 'bytes in and out', unit: 'USD/month', dimension: 'traffic', formula: 'bytesIn * secondsPerMonth * (1 + eventConsumers) * transfer' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * kept * copies * storage' },
  ],
  limits: [{ id: 'units', label: 'elastic units', unit: 'count', demand: 'units', limit: 'largestUnits', why: 'the plan ends here' }],
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'topics, keys, schemas, relay, idempotent consumers' }, run: { formula: 'careHours', reason: 'topics, lag, cost' }, parts: 1,
  gains: 'Kafka over several zones, with schemas and connectors, in any cloud', gives: 'a floor of about 550 USD a month and a price for every gigabyte', rollback: 'link or mirror to another Kafka, then move clients',
});
