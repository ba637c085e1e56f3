import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'lambda', name: 'AWS Lambda', kind: 'faas', aliases: ['aws lambda'],
  summary: 'functions on events and requests, billed by time',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero'],
  bestFor: ['spiky and event-driven work'],
  avoidWhen: ['steady high load', 'connections that stay open'],
  strainsUnder: ['one request an instance', 'many store connections', '15 minutes'],
  failureModes: ['cold-start-burst', 'serverless-db-storm', 'quota-cost-runaway'],
  limits: {
    duration: fact('longest run', 900, 's', { title: 'AWS Lambda developer guide, limits', url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html', asOf: '2026-10-01', confidence: 'A' }),
    payload: fact('synchronous payload', 6_000_000, 'B', { title: 'AWS Lambda developer guide, limits', url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html', asOf: '2026-10-01', confidence: 'A' }),
    concurrency: fact('functions at once by default', 1_000, 'count', { title: 'AWS Lambda developer guide, scaling behaviour', url: 'https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html', asOf: '2026-10-01', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'concurrency, networks, a proxy for SQL' },
  alternatives: ['cloud-run', 'azure-functions', 'cloudflare-workers'],
  migrationPaths: [
    { to: 'fargate', how: 'the web adapter image runs unchanged' },
  ],
  deprecations: [
    { what: 'runtimes retire with their upstream (Node.js 20)', when: '2026-04-30', source: { title: 'endoflife.date aws-lambda', url: 'https://endoflife.date/aws-lambda', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { endoflife: 'aws-lambda' },
  documentation: 'https://docs.aws.amazon.com/lambda/',
});
