import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'fastapi', name: 'FastAPI', kind: 'http-framework',
  summary: 'asynchronous Python framework whose typed models validate and document',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['APIs in front of models', 'internal APIs'],
  avoidWhen: ['very many requests at low latency'],
  strainsUnder: ['CPU a request', 'background work inside the process'],
  failureModes: [],
  limits: {
    box: fact('planned requests a second with a store', interval(1_000, 2_200, 5_000), '1/s', { title: 'system-design numbers reference compiled from public sources (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'workers behind a process manager' },
  alternatives: ['nestjs', 'spring-boot', 'gin'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { pypi: 'fastapi', context7: '/websites/fastapi_tiangolo' },
  documentation: 'https://fastapi.tiangolo.com/',
});
