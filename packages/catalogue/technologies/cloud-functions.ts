import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cloud-functions', name: 'Google Cloud Functions', kind: 'faas', aliases: ['google cloud functions'],
  summary: 'functions on Google Cloud, now a face of Cloud Run',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero'],
  bestFor: ['events on Google Cloud'],
  avoidWhen: ['services with many routes'],
  strainsUnder: ['cold starts'],
  failureModes: ['cold-start-burst'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['cloud-run', 'lambda'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://cloud.google.com/functions/docs',
});
