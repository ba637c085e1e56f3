import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'go', name: 'Go', kind: 'runtime', aliases: ['golang'],
  summary: 'compiled language with cheap concurrency, one static binary',
  licence: 'BSD-3-Clause', status: 'active', versioned: true,
  serves: [],
  bestFor: ['gateways', 'services with high fan-out', 'infrastructure tools'],
  avoidWhen: ['small loads in a team that knows only TypeScript'],
  strainsUnder: ['verbose domain rules', 'fewer ready-made persistence layers'],
  failureModes: ['resource-leak'],
  limits: {
    coldStart: fact('Lambda cold start, Go', 0.0421, 's', { title: 'maxday/lambda-perf data/last.json @6070b794', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'one binary, profiling built in' },
  alternatives: ['rust', 'nodejs', 'java'],
  migrationPaths: [],
  deprecations: [
    { what: 'only the two newest minor lines are fixed; 1.25 ended', when: '2026-08-19', source: { title: 'endoflife.date go', url: 'https://endoflife.date/go', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { oci: 'library/golang', endoflife: 'go' },
  documentation: 'https://go.dev/doc/',
});
