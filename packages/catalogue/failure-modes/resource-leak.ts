import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'resource-leak',
  componentKind: 'service',
  name: 'Leak of memory, descriptors or threads',
  severity: 'medium',
  trigger: 'a cache without bound, listeners never removed, a thread per client',
  effect: 'processes die at regular intervals, or the operating system refuses another thread',
  signal: 'slope of resident memory; open descriptors; threads against the limit',
  threshold: 'projected exhaustion within 24 h',
  mitigations: [
    'every in-memory structure has a bound',
    'memory limits, and restarts spread in time',
    'a soak test that looks at slopes',
  ],
  recovery: [
    'restart in sequence',
    'raise the limit for the night',
  ],
  sources: [
    { title: 'AWS: Kinesis event in Northern Virginia', url: 'https://aws.amazon.com/message/11201/', asOf: '2020-11', confidence: 'B' },
    { title: 'AWS: EBS event of October 2012 in US-East', url: 'https://aws.amazon.com/message/680342/', asOf: '2012-10', confidence: 'B' },
  ],
});
