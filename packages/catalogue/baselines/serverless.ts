import { assumption, fact, interval, type Source } from '@archwright/kernel';

const perf: Source = { title: 'maxday/lambda-perf data/last.json @6070b794: ten cold starts of a hello-world handler, arm64', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'A', note: 'frameworks and dependencies add to it' };
const docs = (page: string): Source => ({ title: `AWS Lambda developer guide, ${page}`, url: `https://docs.aws.amazon.com/lambda/latest/dg/${page}.html`, asOf: '2026-10-01', confidence: 'A' });

/** How functions start, and what the platforms allow. */
export const serverlessBaseline = {
  nodeInit: fact('cold start of a Node.js function', interval(0.1165, 0.1245, 0.3), 's', perf),
  pythonInit: fact('cold start of a Python function', interval(0.0806, 0.1, 0.3), 's', perf),
  goInit: fact('cold start of a Go function', interval(0.0421, 0.044, 0.1), 's', perf),
  rustInit: fact('cold start of a Rust function', interval(0.0137, 0.0139, 0.05), 's', perf),
  javaInit: fact('cold start of a Java function, plain handler', interval(0.1793, 0.2542, 0.6), 's', perf),
  frameworkInit: assumption('framework, store client and secrets at a cold start', interval(0.1, 0.25, 0.8), 's', 'the measured handlers load nothing; a real one opens a connection and reads its secrets'),
  springInit: assumption('Spring context at a cold start', interval(1, 3, 8), 's', 'class loading and injection take seconds without a snapshot or a native image'),
  coldShare: fact('share of invocations that start cold', interval(0, 0.01, 0.01), 'ratio', docs('lambda-runtime-environment')),
  maxSeconds: fact('longest run of a function', 900, 's', docs('gettingstarted-limits')),
  gigabytesPerVcpu: fact('GB of memory that come with one vCPU', 1.769, 'count', docs('configuration-memory')),
  defaultConcurrency: fact('functions at once by default; raised on request', 1_000, 'count', docs('scaling-behavior')),
};
