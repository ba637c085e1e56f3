import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'nodejs', name: 'Node.js', kind: 'runtime', aliases: ['node', 'node.js'], carries: ['koa', 'adonisjs', 'feathersjs'],
  summary: 'JavaScript and TypeScript on the server: one event loop a process, waiting is cheap',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['JSON APIs', 'push gateways', 'functions'],
  avoidWhen: ['CPU-heavy pipelines', 'hard real time'],
  strainsUnder: ['CPU work on the event loop', 'one core a process', 'supply chain of packages'],
  failureModes: ['resource-leak', 'regex-cpu', 'oom-killed'],
  limits: {
    coldStart: fact('Lambda cold start, Node.js 24, 128 MB', 0.1165, 's', { title: 'maxday/lambda-perf data/last.json @6070b794', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'a process a core and an event loop to watch; otherwise routine' },
  alternatives: ['go', 'python', 'java'],
  migrationPaths: [
    { to: 'go', how: 'move hot CPU endpoints into a service behind the same contract' },
  ],
  deprecations: [
    { what: 'Node.js 20 end of life', when: '2026-04-30', source: { title: 'endoflife.date nodejs', url: 'https://endoflife.date/nodejs', asOf: '2026-08-22', confidence: 'A' } },
    { what: 'Node.js 25 (odd line) end of life', when: '2026-06-01', source: { title: 'endoflife.date nodejs', url: 'https://endoflife.date/nodejs', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { oci: 'library/node', endoflife: 'nodejs' },
  documentation: 'https://nodejs.org/docs/latest/api/',
});
