import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'express', name: 'Express', kind: 'http-framework', aliases: ['expressjs'],
  summary: 'the smallest and best-known Node.js framework',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['small services', 'existing Node.js code'],
  avoidWhen: ['contract-first APIs', 'many requests a core'],
  strainsUnder: ['validation and contracts are added by hand'],
  failureModes: [],
  limits: {
    hello: fact('requests a second, one process, hello world', 27_794, '1/s', { title: 'fastify/benchmarks README.md @9354b2f8', url: 'https://github.com/fastify/benchmarks', asOf: '2026-07-21', confidence: 'A', note: 'pipelined hello world: relative framework cost, not sizing' }),
  },
  burden: { level: 1, reason: 'library only' },
  alternatives: ['fastify', 'hono', 'nestjs'],
  migrationPaths: [
    { to: 'fastify', how: 'bridge the middleware, then move routes one by one and add schemas' },
  ],
  deprecations: [
    { what: 'Express 3 and older unsupported', when: '2015-07-05', source: { title: 'endoflife.date express', url: 'https://endoflife.date/express', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { npm: 'express', endoflife: 'express' },
  documentation: 'https://expressjs.com/',
});
