import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cron-overlap',
  componentKind: 'scheduler',
  name: 'Scheduled job missed or run twice',
  severity: 'medium',
  trigger: 'the leader is lost, clocks change to summer time, a run is longer than its period',
  effect: 'invoices twice or not at all',
  signal: 'age of the last success; runs at the same time',
  threshold: 'last success older than 1.5 periods',
  mitigations: [
    'a lease with a fencing token',
    'effects keyed by the period they belong to',
    'schedules in UTC',
  ],
  recovery: [
    'run again under the same period key',
    'reverse duplicates',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Distributed Periodic Scheduling with Cron', url: 'https://sre.google/sre-book/distributed-periodic-scheduling/', asOf: '2016', confidence: 'B' },
    { title: 'Amazon Builders’ Library: Leader election in distributed systems', url: 'https://aws.amazon.com/builders-library/leader-election-in-distributed-systems/', asOf: 'undated', confidence: 'B' },
  ],
});
