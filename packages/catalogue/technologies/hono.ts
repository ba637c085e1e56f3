import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'hono', name: 'Hono', kind: 'http-framework',
  summary: 'small framework on web-standard requests that runs at the edge and on Node.js',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['edge APIs', 'one code base for several runtimes'],
  avoidWhen: ['teams that want prescribed structure'],
  strainsUnder: ['packages that need Node.js internals'],
  failureModes: [],
  limits: {
    hello: fact('requests a second on Node.js, one process, hello world', 40_188, '1/s', { title: 'fastify/benchmarks README.md @9354b2f8', url: 'https://github.com/fastify/benchmarks', asOf: '2026-07-21', confidence: 'A', note: 'pipelined hello world: relative framework cost, not sizing' }),
  },
  burden: { level: 1, reason: 'library only' },
  alternatives: ['fastify', 'express'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: 'hono' },
  documentation: 'https://hono.dev/docs/',
});
