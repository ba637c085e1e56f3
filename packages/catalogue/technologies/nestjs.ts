import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'nestjs', name: 'NestJS', kind: 'http-framework', aliases: ['nest'],
  summary: 'Node.js framework with modules, injection and one way to do each thing',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['large TypeScript teams', 'modular monoliths'],
  avoidWhen: ['tiny functions'],
  strainsUnder: ['cold starts', 'code around each feature'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'library only' },
  alternatives: ['fastify', 'spring-boot'],
  migrationPaths: [
    { to: 'fastify', how: 'run on its Fastify adapter first, then peel modules' },
  ],
  deprecations: [],
  identifiers: { npm: '@nestjs/core', context7: '/nestjs/docs.nestjs.com' },
  documentation: 'https://docs.nestjs.com/',
});
