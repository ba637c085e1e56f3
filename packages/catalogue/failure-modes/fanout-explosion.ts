import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'fanout-explosion',
  componentKind: 'realtime',
  name: 'Fan-out explodes',
  severity: 'medium',
  trigger: 'a message to everyone, or an author with millions of followers',
  effect: 'one write becomes millions; everything else in the lane waits',
  signal: 'p99.9 of recipients per message; queue age by tenant',
  threshold: 'one message with more than 100,000 recipients',
  mitigations: [
    'push to few, let many pull (hybrid fan-out)',
    'batches and a lane of their own for large audiences',
    'a ceiling per job',
  ],
  recovery: [
    'pause large jobs',
    'answer by pull until the lane is empty',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Workload isolation using shuffle-sharding', url: 'https://aws.amazon.com/builders-library/workload-isolation-using-shuffle-sharding/', asOf: 'undated', confidence: 'B' },
  ],
});
