import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'hono', decision: 'language', name: 'TypeScript with Hono',
  summary: 'a small framework on web-standard requests: the same code on edge isolates and on Node.js',
  technologies: ['nodejs', 'typescript', 'hono', 'valibot', 'drizzle'], provides: [], requires: [], tags: ['runtime:node', 'runtime:web-standard'], conflicts: [],
  parameters: {
    ...languageParameters,
    cpu: assumption('CPU against Fastify', interval(1, 1.03, 1.2), 'ratio', '4 µs more a request in the fastify/benchmarks harness (40,188 against 46,850 requests/s)'),
    buildFactor: assumption('building time against the reference', interval(1, 1.03, 1.15), 'ratio', 'a smaller set of plugins, and only web-standard interfaces'),
    careFactor: assumption('care against the reference', interval(0.9, 1, 1.2), 'ratio', 'few dependencies, quick releases'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.1, 0.35, 0.6), 'h/month', 'the framework leaves structure open'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context on web-standard interfaces' },
  run: { formula: languageHours.run, reason: 'package and platform updates' },
  parts: 1,
  gains: 'one code base for edge isolates, functions and containers, in a bundle of some tens of kilobytes',
  gives: 'a younger ecosystem; packages that need Node.js internals do not run at the edge',
  rollback: 'its Node.js adapter serves the same handlers from a container',
});
