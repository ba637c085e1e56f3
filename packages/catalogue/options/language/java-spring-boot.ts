import { assumption, interval } from '@archwright/kernel';
import { httpBaseline } from '../../baselines/http-frameworks.ts';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'java-spring-boot', decision: 'language', name: 'Java with Spring Boot',
  summary: 'virtual threads, transactions, security and observability from one framework with long experience',
  technologies: ['java', 'spring-boot'], provides: [], requires: [], tags: ['runtime:java'], conflicts: [],
  parameters: {
    ...languageParameters, cpu: httpBaseline.javaCpu,
    buildFactor: assumption('building time against the reference', interval(1, 1.15, 1.4), 'ratio', 'more ceremony for each feature, less to assemble for large ones'),
    careFactor: assumption('care against the reference', interval(1, 1.3, 1.7), 'ratio', 'heap sizing, and framework lines that are supported for about a year'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.02, 0.06, 0.15), 'h/month', 'types, annotations and architecture tests settle most questions'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context with the framework’s ceremony' },
  run: { formula: languageHours.run, reason: 'runtime and framework lines, heap sizing' },
  parts: 1,
  gains: 'mature transactions, profilers and libraries; code bases that large teams keep in shape for a decade',
  gives: 'hundreds of megabytes a process and seconds to start',
  rollback: 'the contract stays; modules leave behind their interfaces one by one',
});
