import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloud-run', name: 'Google Cloud Run', kind: 'container-serverless',
  summary: 'containers that scale on requests, down to none',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero', 'long-running'],
  bestFor: ['containers of small teams'],
  avoidWhen: ['servers with state'],
  strainsUnder: ['an hour a request', 'starts of large images'],
  failureModes: ['cold-start-burst', 'autoscaler-lag'],
  limits: {
    concurrency: fact('requests at once an instance', 1_000, 'count', { title: 'Cloud Run documentation (code index 70556033633)', asOf: '2026-10-01', confidence: 'A' }),
    timeout: fact('longest request', 3_600, 's', { title: 'microsoft/azure-skills cloudrun-assessment-guide', asOf: '2026-06-01', confidence: 'B' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['fargate', 'fly'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://cloud.google.com/run/docs',
});
