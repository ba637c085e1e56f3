import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'fargate', name: 'AWS Fargate', kind: 'container-serverless', aliases: ['aws fargate'],
  summary: 'containers without machines on AWS',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['steady containers on AWS'],
  avoidWhen: ['very spiky load', 'idle services'],
  strainsUnder: ['no scaling to zero', 'starts of half a minute'],
  failureModes: ['autoscaler-lag', 'az-loss', 'bad-deploy'],
  limits: {},
  burden: { level: 2, reason: 'task definitions, load balancer' },
  alternatives: ['lambda', 'kubernetes', 'cloud-run'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
});
