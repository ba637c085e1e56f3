import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'ecs', name: 'Amazon ECS', kind: 'orchestrator', aliases: ['elastic container service'],
  summary: 'schedules containers on EC2 or Fargate',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['containers on AWS without Kubernetes'],
  avoidWhen: ['portability across clouds'],
  strainsUnder: ['two layers of scaling on own machines'],
  failureModes: ['autoscaler-lag', 'bad-deploy'],
  limits: {},
  burden: { level: 2, reason: 'task definitions and scaling rules' },
  alternatives: ['eks', 'fargate'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/ecs/',
});
