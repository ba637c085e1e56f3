import { assumption, interval } from '@archwright/kernel';
import { httpBaseline } from '../../baselines/http-frameworks.ts';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'rust-axum', decision: 'language', name: 'Rust with Axum',
  summary: 'compiled, without a garbage collector: the least CPU and memory a request',
  technologies: ['rust', 'axum'], provides: [], requires: [], tags: ['runtime:rust'], conflicts: [],
  parameters: {
    ...languageParameters, cpu: httpBaseline.rustCpu,
    buildFactor: assumption('building time against the reference', interval(1.2, 1.5, 2), 'ratio', 'ownership and lifetimes to satisfy, long compilation, fewer ready-made parts'),
    careFactor: assumption('care against the reference', interval(0.7, 1, 1.3), 'ratio', 'a release every six weeks, few run-time surprises, fewer people who can help'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.1, 0.25, 0.5), 'h/month', 'strict compiler and linter; reviews of unsafe and generics'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context in a demanding language' },
  run: { formula: languageHours.run, reason: 'compiler and package updates' },
  parts: 1,
  gains: 'half the CPU a request, no collector pauses in the tail, and a small process',
  gives: 'slower features, slower builds, and a smaller pool of people to hire',
  rollback: 'the contract stays; only hot services need to be in it',
});
