import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'object-store-errors',
  componentKind: 'storage',
  name: 'Object storage refuses or slows',
  severity: 'medium',
  trigger: 'many keys under one prefix, or an event in the region',
  effect: 'uploads and downloads fail; deploys that fetch artefacts stop',
  signal: 'answers 503; time to first byte',
  threshold: '5xx above 0.5 %',
  mitigations: [
    'retry with jitter; keys spread over prefixes',
    'clients resume uploads',
    'the edge serves what it has',
  ],
  recovery: [
    'use the replicated bucket',
    'clients upload again from their own queue',
  ],
  sources: [
    { title: 'AWS: S3 disruption in Northern Virginia', url: 'https://aws.amazon.com/message/41926/', asOf: '2017-02', confidence: 'B' },
    { title: 'Amazon S3 User Guide, optimizing performance', url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html', asOf: 'undated', confidence: 'B' },
  ],
});
