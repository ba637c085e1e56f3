import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'db-primary-loss',
  componentKind: 'database',
  name: 'Loss of the database primary',
  severity: 'critical',
  trigger: 'the host, its zone or its storage fails, or the provider patches it',
  effect: 'every write fails until a standby takes over; transactions in flight are rolled back, and a client cannot tell which of its last writes were kept',
  signal: 'write error rate beside a failing health probe of the primary; refused connections; a promotion event',
  threshold: 'write errors above 1 % for 30 s',
  mitigations: [
    'synchronous standby in a second zone, promoted by the service and not by a person',
    'drivers reconnect and repeat writes under an idempotency key',
    'reach the primary through a proxy or a name with a TTL of seconds',
    'let writes nobody waits for pass through the queue',
  ],
  recovery: [
    'promote the standby',
    'drop pooled connections that still point at the old primary',
    'compare the last replicated position with the last acknowledged one before reopening writes',
    'rebuild the old primary as a replica',
  ],
  sources: [
    { title: 'AWS: EC2, EBS and RDS event in the EU West Region', url: 'https://aws.amazon.com/message/2329B7/', asOf: '2011-08', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Managing Critical State', url: 'https://sre.google/sre-book/managing-critical-state/', asOf: '2016', confidence: 'B' },
  ],
});
