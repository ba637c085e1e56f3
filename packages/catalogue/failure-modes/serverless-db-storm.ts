import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'serverless-db-storm',
  componentKind: 'faas',
  name: 'Functions exhaust the database’s connections',
  severity: 'high',
  trigger: 'one connection per concurrent invocation',
  effect: 'the database refuses everyone, other services too',
  signal: 'connections against the maximum; concurrency of the functions',
  threshold: 'connections above 80 % of the maximum',
  mitigations: [
    'a pooling proxy or an HTTP data API between functions and database',
    'a concurrency limit per function',
  ],
  recovery: [
    'lower the concurrency limit',
    'restart the pooler',
  ],
  sources: [
    { title: 'AWS Lambda Developer Guide, concurrency', url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html', asOf: 'undated', confidence: 'B' },
  ],
});
