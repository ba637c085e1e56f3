import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'node-express', decision: 'language', name: 'TypeScript on Node.js with Express',
  summary: 'the smallest and best-known Node.js framework; validation and contracts are added by hand',
  technologies: ['nodejs', 'typescript', 'express', 'zod', 'kysely'], provides: [], requires: [], tags: ['runtime:node'], conflicts: [],
  parameters: {
    ...languageParameters,
    cpu: assumption('CPU against Fastify', interval(1.01, 1.06, 1.3), 'ratio', '15 µs more a request in the fastify/benchmarks harness (27,794 against 46,850 requests/s), and no compiled serialiser, on handlers of some milliseconds'),
    buildFactor: assumption('building time against the reference', interval(1, 1.08, 1.2), 'ratio', 'validation, serialisation and OpenAPI are wired up by hand'),
    careFactor: assumption('care against the reference', interval(1, 1.1, 1.3), 'ratio', 'middleware from many owners'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.2, 0.4, 0.8), 'h/month', 'no structure is given'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context, contracts wired by hand' },
  run: { formula: languageHours.run, reason: 'runtime, middleware and package updates' },
  parts: 1,
  gains: 'everybody knows it, and a middleware exists for everything',
  gives: 'contracts drift from code unless someone checks, and more CPU a request',
  rollback: 'Fastify runs Express middleware through a bridge; routes move one by one',
});
