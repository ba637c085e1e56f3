import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'hot-partition',
  componentKind: 'nosql',
  name: 'Hot partition',
  severity: 'high',
  trigger: 'a skewed key, a key in time order, or one tenant far larger than the rest',
  effect: 'throttling although the table as a whole has capacity to spare',
  signal: 'throttled requests and consumed capacity by partition',
  threshold: 'throttled requests above 0.1 %',
  mitigations: [
    'a suffix that spreads the hot key (salting) where reads can gather',
    'keys that do not grow in time order',
    'capacity planned per partition, not per table',
  ],
  recovery: [
    'split the key',
    'divert writes to a queue and replay',
  ],
  sources: [
    { title: 'Amazon DynamoDB Developer Guide, designing partition keys', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: 'undated', confidence: 'B' },
    { title: 'AWS: DynamoDB event in US-East', url: 'https://aws.amazon.com/message/5467D2/', asOf: '2015-09', confidence: 'B' },
  ],
});
