import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'db-replica-lag',
  componentKind: 'database',
  name: 'Replica falls behind',
  severity: 'medium',
  trigger: 'a burst of writes, a long transaction or a replica smaller than its primary',
  effect: 'a user does not see what was just saved; balances and baskets seem to lose entries',
  signal: 'replay delay in seconds and in bytes of log; a synthetic write that is read back from the replica',
  threshold: 'warn above 5 s, take the replica out of rotation above 30 s',
  mitigations: [
    'send a user’s reads to the primary for a short window after a write',
    'carry the log position of the last write and read only from replicas that have passed it',
    'leave lagging replicas out of the balancer',
  ],
  recovery: [
    'take the lagging replica out of rotation',
    'slow bulk jobs down',
    'give the replica the size of the primary',
  ],
  sources: [
    { title: 'Amazon RDS User Guide, Working with DB instance read replicas', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html', asOf: 'undated', confidence: 'B' },
    { title: 'GitHub: October 21 post-incident analysis', url: 'https://blog.github.com/2018-10-30-oct21-post-incident-analysis/', asOf: '2018-10-30', confidence: 'B' },
  ],
});
