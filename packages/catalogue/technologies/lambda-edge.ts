import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'lambda-edge', name: 'Lambda@Edge', kind: 'edge-compute', aliases: ['lambda@edge', 'lambda at edge'],
  summary: 'functions that hook into CloudFront requests',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['scale-to-zero', 'global-placement'],
  bestFor: ['rewrites that need the network'],
  avoidWhen: ['simple rewrites, which CloudFront Functions do'],
  strainsUnder: ['slow replication', 'small packages'],
  failureModes: ['cdn-outage', 'cold-start-burst'],
  limits: {},
  burden: { level: 3, reason: 'versioned replicas, deployed from one region' },
  alternatives: ['cloudflare-workers'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { endoflife: 'aws-lambda' },
  documentation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html',
});
