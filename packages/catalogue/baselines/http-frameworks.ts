import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { numbersReference } from './work.ts';

const harness: Source = {
  title: 'fastify/benchmarks README.md @9354b2f8: one process, Node 24, 4 vCPU, pipelined JSON hello', url: 'https://github.com/fastify/benchmarks',
  asOf: '2026-07-21', confidence: 'A', note: 'framework overhead only; real handlers are several times slower',
};
const ranges: Source = { ...numbersReference, note: 'ratio of the geometric middles of the published ranges for CRUD on 16 cores; Node.js 6,000-20,000 requests/s is the reference' };

/** What frameworks cost in CPU, and languages in people's time. */
export const httpBaseline = {
  fastifyHello: fact('Fastify requests a second, one process, hello world', 46_850, '1/s', harness),
  expressHello: fact('Express requests a second, one process, hello world', 27_794, '1/s', harness),
  honoHello: fact('Hono requests a second on Node.js, one process, hello world', 40_188, '1/s', harness),
  goCpu: fact('CPU of a CRUD request, Go ÷ Node.js', interval(0.4, 0.61, 0.9), 'ratio', ranges),
  rustCpu: fact('CPU of a CRUD request, Rust ÷ Node.js', interval(0.3, 0.49, 0.8), 'ratio', ranges),
  javaCpu: fact('CPU of a CRUD request, Spring Boot on virtual threads ÷ Node.js', interval(0.6, 0.85, 1.6), 'ratio', { ...ranges, note: `${ranges.note}; between virtual threads (0.7) and blocking MVC (1.6)` }),
  pythonCpu: assumption('CPU of a CRUD request, FastAPI ÷ Node.js', interval(1.3, 2.2, 4), 'ratio', 'the published ranges (1,000-5,000 a box) give 1-4; interpreted handlers and validation cost about twice'),
  contextHours: assumption('building one bounded context: endpoints, rules, persistence, tests', interval(60, 120, 240), 'h', 'three weeks of one engineer for some eight operations in the reference language'),
  runtimeCare: assumption('care of runtime and dependencies a month', interval(1, 2, 5), 'h/month', 'weekly dependency updates, most of them merged by a robot; a runtime upgrade a year; advisories'),
  conventionFrom: assumption('engineers who share conventions without effort', interval(5, 8, 12), 'count', 'one team reviews everything'),
};
