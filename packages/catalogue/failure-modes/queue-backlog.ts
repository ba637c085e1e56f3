import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'queue-backlog',
  componentKind: 'queue',
  name: 'Backlog that cannot be worked off',
  severity: 'high',
  trigger: 'consumers slower than producers, or something behind them down for an hour',
  effect: 'the oldest message ages; work is worthless by the time it is done',
  signal: 'age of the oldest message; arrivals against completions; projected time to drain',
  threshold: 'oldest message older than 50 % of the promised time',
  mitigations: [
    'tell producers to slow down before the queue is the only buffer',
    'an expiry on messages that lose their worth',
    'urgent and bulk work in different lanes',
    'scale consumers on age, not on depth',
  ],
  recovery: [
    'add consumers up to what the store behind can take',
    'drop expired work',
    'newest first, then the rest',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Avoiding insurmountable queue backlogs', url: 'https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/', asOf: 'undated', confidence: 'B' },
  ],
});
