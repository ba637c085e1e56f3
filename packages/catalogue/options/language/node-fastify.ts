import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'node-fastify', decision: 'language', name: 'TypeScript on Node.js with Fastify',
  summary: 'schema-first HTTP framework close to the speed of the bare runtime; types shared with a web client',
  technologies: ['nodejs', 'typescript', 'fastify', 'zod', 'kysely'], provides: [], requires: [], tags: ['runtime:node'], conflicts: [],
  parameters: {
    ...languageParameters,
    cpu: fact('CPU against the reference: this is the reference', 1, 'ratio', { title: 'definition of the demand variable cpuPerRequest', asOf: '2026-11-24' }),
    buildFactor: assumption('building time against the reference', 1, 'ratio', 'the reference: schemas give validation, serialisation and OpenAPI together'),
    careFactor: assumption('care against the reference', 1, 'ratio', 'the reference: weekly package updates'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.1, 0.3, 0.6), 'h/month', 'the framework leaves the structure of a code base to its owners'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context at the reference speed' },
  run: { formula: languageHours.run, reason: 'runtime and package updates; conventions where several teams share the code' },
  parts: 1,
  gains: 'one language from browser to database, quick starts, and contracts that come from the schemas the code validates with',
  gives: 'CPU-bound work blocks the event loop, one core a process, and a large tree of packages to watch',
  rollback: 'routes are plain handlers with schemas: they move to Express, Hono or Nest one by one',
});
