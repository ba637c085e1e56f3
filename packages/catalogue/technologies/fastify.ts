import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'fastify', name: 'Fastify', kind: 'http-framework',
  summary: 'Node.js framework whose JSON schemas validate, serialise and document',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['TypeScript APIs with contracts', 'many requests a core on Node.js'],
  avoidWhen: ['teams that want injection and one prescribed structure'],
  strainsUnder: ['start-up time with thousands of schemas'],
  failureModes: [],
  limits: {
    hello: fact('requests a second, one process, hello world', 46_850, '1/s', { title: 'fastify/benchmarks README.md @9354b2f8', url: 'https://github.com/fastify/benchmarks', asOf: '2026-07-21', confidence: 'A', note: 'pipelined hello world: relative framework cost, not sizing' }),
    manyRoutes: fact('time to listen with 10,000 routes with schemas', 4.177, 's', { title: 'fastify/benchmarks METRICS.md @9354b2f8', url: 'https://github.com/fastify/benchmarks', asOf: '2026-07-21', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'library only' },
  alternatives: ['hono', 'express', 'nestjs'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: 'fastify', context7: '/fastify/fastify' },
  documentation: 'https://fastify.dev/docs/latest/',
});
