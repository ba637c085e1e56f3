import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cold-start-burst',
  componentKind: 'faas',
  name: 'Burst of cold starts',
  severity: 'medium',
  trigger: 'functions start from zero after a pause, a deploy or a spike',
  effect: 'the first users wait seconds, some beyond the gateway’s timeout',
  signal: 'initialisation time; share of cold starts; throttled invocations',
  threshold: 'cold starts above 5 % of invocations',
  mitigations: [
    'a minimum of warm instances on the paths users wait for',
    'small bundles and a runtime that starts fast',
    'nothing in initialisation that can wait',
  ],
  recovery: [
    'raise the minimum',
  ],
  sources: [
    { title: 'maxday/lambda-perf, cold start measurements', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'B' },
    { title: 'AWS Lambda Developer Guide, scaling behaviour', url: 'https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html', asOf: 'undated', confidence: 'B' },
  ],
});
