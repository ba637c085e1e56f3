import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { brokerBaseline } from '../../../baselines/brokers.ts';
import { quorum } from '../../../baselines/recovery.ts';
import { eventFigures } from './events.ts';

export interface KafkaBrokers {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly technologies: readonly string[];
  readonly requires: readonly string[];
  readonly tags: readonly string[];
  readonly conflicts?: readonly string[];
  readonly broker: Fact;
  readonly storage: Fact;
  readonly vcpuPerBroker: Fact;
  readonly largestBrokers: Fact;
  readonly setupHours: Fact;
  readonly careHours: Fact;
  readonly careBroker: Fact;
  readonly gains: string;
  readonly gives: string;
}

const { kafkaBytesPerVcpu, derating, eventBytes, eventRetentionDays } = brokerBaseline;

/** Kafka in whole brokers over three zones with three copies; off the request path, fed from the outbox. */
export const kafkaBrokers = (it: KafkaBrokers): Option => ({
  id: it.id, decision: 'event-stream', name: it.name, summary: it.summary, technologies: it.technologies,
  provides: ['fanout', 'replay', 'ordering'], requires: it.requires, tags: ['stream:kafka', ...it.tags], conflicts: it.conflicts ?? [],
  parameters: {
    kafkaBytesPerVcpu, derating, eventBytes, eventRetentionDays, broker: it.broker, storage: it.storage, vcpuPerBroker: it.vcpuPerBroker, largestBrokers: it.largestBrokers,
    copies: assumption('copies of each event', 3, 'count', 'a write is acknowledged by two of three zones'),
    readShare: assumption('work of one consumer ÷ work of a write', interval(0.1, 0.25, 0.5), 'ratio', 'recent events are served from memory without copies to followers'),
    setupHours: it.setupHours, careHours: it.careHours, careBroker: it.careBroker,
  },
  figures: [
    ...eventFigures,
    { id: 'vcpu', label: 'vCPU at peak', unit: 'count', formula: 'bytesInPeak * (1 + eventConsumers * readShare) * derating / kafkaBytesPerVcpu / headroom' },
    { id: 'brokers', label: 'brokers', unit: 'count', formula: '3 * max(1, ceil(vcpu / vcpuPerBroker / 3))' },
  ],
  costs: [
    { id: 'brokers', label: 'brokers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * brokers * broker' },
    { id: 'storage', label: 'disks, all copies', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(kept * copies * 1.3, brokers * 20000000000 * oneByte) * storage' },
  ],
  limits: [{ id: 'brokers', label: 'brokers', unit: 'count', demand: 'brokers', limit: 'largestBrokers', why: 'one cluster ends here' }],
  recovery: quorum,
  build: { formula: 'setupHours', reason: 'topics, keys, schemas, relay from the outbox, idempotent consumers' },
  run: { formula: 'careHours + brokers * careBroker', reason: 'partitions, lag, upgrades' }, parts: 2,
  gains: it.gains, gives: it.gives, rollback: 'the outbox stays: consumers go back to reading it, or topics are mirrored to another cluster',
});
