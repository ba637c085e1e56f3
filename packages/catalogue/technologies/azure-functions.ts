import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-functions', name: 'Azure Functions', kind: 'faas',
  summary: 'functions on Azure with bindings and durable workflows',
  licence: 'MIT runtime, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero'],
  bestFor: ['events on Azure'],
  avoidWhen: ['low latency on the consumption plan'],
  strainsUnder: ['cold starts on the consumption plan', 'many plans'],
  failureModes: ['cold-start-burst', 'serverless-db-storm'],
  limits: {},
  burden: { level: 2, reason: 'plans to choose' },
  alternatives: ['lambda', 'cloud-run'],
  migrationPaths: [],
  deprecations: [
    { what: '.NET in-process model support ends', when: '2026-11-10', source: { title: 'Azure announcement', asOf: '2026-11-22', confidence: 'D', note: 'recalled, to be confirmed' } },
  ],
  identifiers: { npm: '@azure/functions' },
  documentation: 'https://learn.microsoft.com/azure/azure-functions/',
});
