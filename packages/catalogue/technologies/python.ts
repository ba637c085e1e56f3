import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'python', name: 'Python', kind: 'runtime', aliases: ['python3'], carries: ['django', 'flask', 'celery', 'django rest framework'],
  summary: 'general-purpose language with the widest data and machine-learning libraries',
  licence: 'PSF-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['APIs next to models', 'data pipelines', 'internal tools'],
  avoidWhen: ['very many requests a core', 'tight memory a process'],
  strainsUnder: ['one thread of Python code at a time in the usual build', 'native wheels'],
  failureModes: ['resource-leak', 'oom-killed'],
  limits: {
    coldStart: fact('Lambda cold start, Python 3.13', 0.0806, 's', { title: 'maxday/lambda-perf data/last.json @6070b794', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'worker processes to tune' },
  alternatives: ['nodejs', 'go'],
  migrationPaths: [
    { to: 'go', how: 'rewrite the hot path, keep models in Python workers behind a queue' },
  ],
  deprecations: [
    { what: 'Python 3.10 end of life', when: '2026-10-31', source: { title: 'endoflife.date python', url: 'https://endoflife.date/python', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { oci: 'library/python', endoflife: 'python' },
  documentation: 'https://docs.python.org/3/',
});
