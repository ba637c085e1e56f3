import { assumption, interval } from '@archwright/kernel';
import { httpBaseline } from '../../baselines/http-frameworks.ts';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'go-gin', decision: 'language', name: 'Go with Gin',
  summary: 'one static binary with cheap concurrency and a small memory footprint',
  technologies: ['go', 'gin'], provides: [], requires: [], tags: ['runtime:go'], conflicts: [],
  parameters: {
    ...languageParameters, cpu: httpBaseline.goCpu,
    buildFactor: assumption('building time against the reference', interval(1, 1.15, 1.4), 'ratio', 'errors, mapping and validation are spelled out; contracts are written or generated beside the code'),
    careFactor: assumption('care against the reference', interval(0.5, 0.8, 1), 'ratio', 'few dependencies, compatible releases every six months'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.1, 0.2, 0.4), 'h/month', 'one formatter, small language'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context, spelled out' },
  run: { formula: languageHours.run, reason: 'two releases a year and few packages' },
  parts: 1,
  gains: 'about two thirds of the CPU a request, thousands of connections a core, and starts in tens of milliseconds',
  gives: 'more code for rich domain rules, and no types shared with a web client',
  rollback: 'the contract stays; services are small enough to be written again elsewhere',
});
