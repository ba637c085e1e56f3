import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'node-nestjs', decision: 'language', name: 'TypeScript on Node.js with NestJS',
  summary: 'modules, dependency injection and one way to do each thing, on the Fastify adapter',
  technologies: ['nodejs', 'typescript', 'nestjs', 'zod', 'prisma'], provides: [], requires: [], tags: ['runtime:node'], conflicts: [],
  parameters: {
    ...languageParameters,
    cpu: assumption('CPU against plain Fastify', interval(1, 1.1, 1.4), 'ratio', 'interceptors and injection around handlers that spend milliseconds elsewhere'),
    buildFactor: assumption('building time against the reference', interval(1, 1.06, 1.2), 'ratio', 'modules, providers and decorators to write for each feature'),
    careFactor: assumption('care against the reference', interval(1, 1.15, 1.5), 'ratio', 'a framework with its own major versions above the runtime’s'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.03, 0.08, 0.2), 'h/month', 'structure comes with the framework, so reviews discuss it less'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context, with the framework’s structure around them' },
  run: { formula: languageHours.run, reason: 'runtime, framework and package updates' },
  parts: 1,
  gains: 'the same structure in every module, whoever wrote it; guards, pipes and transports for queues and gRPC included',
  gives: 'more code for each feature, decorators at run time, and a slower first start',
  rollback: 'handlers keep working on the Fastify adapter; modules are peeled off one by one',
});
