import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'rust', name: 'Rust', kind: 'runtime',
  summary: 'compiled, memory-safe, without a garbage collector',
  licence: 'MIT OR Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['hot data-plane services', 'parsers and proxies', 'edge modules'],
  avoidWhen: ['prototypes'],
  strainsUnder: ['learning curve', 'compile times', 'hiring'],
  failureModes: [],
  limits: {
    coldStart: fact('Lambda cold start, Rust', 0.0139, 's', { title: 'maxday/lambda-perf data/last.json @6070b794', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'A' }),
  },
  burden: { level: 2, reason: 'static binary; a release every six weeks' },
  alternatives: ['go'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { oci: 'library/rust', endoflife: 'rust' },
  documentation: 'https://doc.rust-lang.org/',
});
