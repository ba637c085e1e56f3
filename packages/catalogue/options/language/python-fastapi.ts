import { assumption, interval } from '@archwright/kernel';
import { httpBaseline } from '../../baselines/http-frameworks.ts';
import { defineOption } from '../../define.ts';
import { languageHours, languageParameters } from '../../sizing/language-hours.ts';

export default defineOption({
  id: 'python-fastapi', decision: 'language', name: 'Python with FastAPI',
  summary: 'asynchronous framework whose typed models give validation and OpenAPI; next to the data and machine-learning libraries',
  technologies: ['python', 'fastapi', 'pydantic'], provides: [], requires: [], tags: ['runtime:python'], conflicts: [],
  parameters: {
    ...languageParameters, cpu: httpBaseline.pythonCpu,
    buildFactor: assumption('building time against the reference', interval(0.9, 1.02, 1.15), 'ratio', 'as quick to write as the reference; types are not shared with a web client'),
    careFactor: assumption('care against the reference', interval(0.9, 1.1, 1.4), 'ratio', 'worker processes, native wheels and environments'),
    conventionHours: assumption('keeping conventions, an engineer beyond one team', interval(0.1, 0.35, 0.7), 'h/month', 'types are optional, structure is open'),
  },
  exports: { cpuFactor: 'cpu' }, figures: [], costs: [], limits: [],
  build: { formula: languageHours.build, reason: 'features of each bounded context' },
  run: { formula: languageHours.run, reason: 'runtime, wheels and package updates' },
  parts: 1,
  gains: 'models, notebooks and the API in one language',
  gives: 'about twice the CPU a request, and processes instead of threads for CPU work',
  rollback: 'the OpenAPI contract stays; hot endpoints move to another language behind it',
});
