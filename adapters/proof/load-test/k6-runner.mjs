// Runs a k6 script for a moment against one origin and prints what came of it as JSON. It is started as a process of its own,
// without access to files, and knows of k6 only `k6`, `k6/http` and `k6/execution`; what else a script imports stops it.
// Input on stdin: { script, origin, env, durationMs, maxRate }. Times: ms. Arrivals are open: each has its scheduled moment, and
// its duration counts from there, so that a late start is not taken for a fast answer.
import { SourceTextModule, SyntheticModule, createContext } from 'node:vm';

const REQUEST_TIMEOUT_MS = 5_000;
const MOST_ITERATIONS = 5_000;
const UNIT_SECONDS = { '1s': 1, '1m': 60, '1h': 3_600 };
const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3_600 };

const input = JSON.parse(await read(process.stdin));
const samples = [];
const errors = [];
let checksFailed = 0;
let current = { iterationInTest: 0, name: '', tags: {}, scheduled: 0 };
let expected = (status) => status >= 200 && status < 400;

async function read(stream) {
  let text = '';
  for await (const part of stream) text += part;
  return text;
}

async function asyncRequest(method, url, body, params = {}) {
  const { scheduled, tags, name } = current;
  if (!String(url).startsWith(`${input.origin}/`)) throw new Error(`asks ${url}, which is not the server under test`);
  let status = 0;
  let text = '';
  try {
    const response = await fetch(url, {
      method,
      headers: params.headers ?? {},
      ...(body === null || body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    errors.push(`${method} ${url}: ${error.message}`);
  }
  samples.push({
    scenario: name,
    tags: { ...tags, ...params.tags },
    ms: performance.now() - scheduled,
    status,
    failed: !expected(status),
  });
  return { status, body: text, json: () => JSON.parse(text) };
}

const api = {
  k6: {
    check: (value, checks) => {
      const all = Object.values(checks).every((one) => one(value));
      if (!all) checksFailed += 1;
      return all;
    },
  },
  'k6/http': {
    default: {
      asyncRequest,
      setResponseCallback: (callback) => {
        expected = callback;
      },
      expectedStatuses:
        (...wanted) =>
        (status) =>
          wanted.some((one) => (typeof one === 'number' ? one === status : status >= one.min && status <= one.max)),
    },
  },
  'k6/execution': {
    default: {
      scenario: {
        get iterationInTest() {
          return current.iterationInTest;
        },
        get name() {
          return current.name;
        },
      },
    },
  },
};

const env = { ...input.env };
const context = createContext({ __ENV: env }, { codeGeneration: { strings: false, wasm: false } });
const script = new SourceTextModule(input.script, { context, identifier: 'load-test.js' });
await script.link((name) => {
  const exports = api[name];
  if (!exports) throw new Error(`imports ${name}, which this runner does not have`);
  return new SyntheticModule(
    Object.keys(exports),
    function () {
      for (const [key, value] of Object.entries(exports)) this.setExport(key, value);
    },
    { context },
  );
});
await script.evaluate({ timeout: 5_000 });
const { options, default: iterate } = script.namespace;

/** Arrivals of one scenario in ms from the start: the stages squeezed into the time there is, at least one of each. */
function arrivals({ startRate, timeUnit, stages }, factor) {
  const unit = UNIT_SECONDS[timeUnit ?? '1s'];
  const lengths = stages.map(({ duration }) =>
    duration.match(/(\d+)(ms|s|m|h)/g).reduce((sum, part) => sum + parseInt(part, 10) * SECONDS[part.replace(/\d+/, '')], 0),
  );
  const squeeze = input.durationMs / (lengths.reduce((a, b) => a + b, 0) * 1_000);
  const moments = [0];
  let from = startRate / unit;
  let start = 0;
  let owed = 0;
  for (const [index, { target }] of stages.entries()) {
    const to = target / unit;
    const length = lengths[index] * squeeze;
    const step = 0.001;
    for (let at = 0; at < length; at += step) {
      owed += (from + ((to - from) * at) / length) * factor * step;
      while (owed >= 1) {
        owed -= 1;
        moments.push((start + at) * 1_000);
      }
    }
    start += length;
    from = to;
  }
  return moments;
}

const scenarios = Object.entries(options.scenarios);
const peak = scenarios.reduce(
  (sum, [, one]) => sum + Math.max(one.startRate, ...one.stages.map(({ target }) => target)) / UNIT_SECONDS[one.timeUnit ?? '1s'],
  0,
);
const factor = Math.min(1, input.maxRate / peak);
const plan = scenarios
  .flatMap(([name, one]) => arrivals(one, factor).map((at, index) => ({ name, one, at, index })))
  .sort((a, b) => a.at - b.at)
  .slice(0, MOST_ITERATIONS);

const active = new Map();
let dropped = 0;
const begin = performance.now();
const running = [];
for (const { name, one, at, index } of plan) {
  const wait = begin + at - performance.now();
  if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
  if ((active.get(name) ?? 0) >= one.maxVUs) {
    dropped += 1;
    continue;
  }
  active.set(name, (active.get(name) ?? 0) + 1);
  // What the script reads before its first await is its own: k6 gives each virtual user an environment.
  Object.assign(env, one.env);
  current = { iterationInTest: index, name, tags: one.tags ?? {}, scheduled: begin + at };
  let work;
  try {
    work = Promise.resolve(iterate());
  } catch (error) {
    work = Promise.reject(error);
  }
  running.push(
    work.catch((error) => errors.push(`${name}: ${error.message}`)).finally(() => active.set(name, active.get(name) - 1)),
  );
}
await Promise.all(running);

/** The value of `p(99)`, `avg`, `max`, `rate` or `count` over samples. */
function measure(metric, aggregate, chosen) {
  if (metric === 'dropped_iterations') return dropped;
  if (metric === 'http_req_failed') return chosen.filter(({ failed }) => failed).length / Math.max(1, chosen.length);
  const sorted = chosen.map(({ ms }) => ms).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  if (aggregate === 'avg') return sorted.reduce((a, b) => a + b, 0) / sorted.length;
  if (aggregate === 'max') return sorted.at(-1);
  const share = Number(/^p\((\d+(?:\.\d+)?)\)$/.exec(aggregate)?.[1]) / 100;
  return Number.isNaN(share) ? undefined : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

const thresholds = Object.entries(options.thresholds).flatMap(([key, expressions]) => {
  const [, metric, tag, tagValue] = /^(\w+)(?:\{(\w+):(.+)\})?$/.exec(key) ?? [];
  const chosen = tag ? samples.filter(({ tags }) => tags[tag] === tagValue) : samples;
  return expressions.map((expression) => {
    const [, aggregate, sign, limit] = /^([\w.()]+)(<=?)(\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(expression) ?? [];
    const value = metric && aggregate ? measure(metric, aggregate, chosen) : undefined;
    const holds = value === undefined ? undefined : sign === '<' ? value < Number(limit) : value <= Number(limit);
    return { key, expression, value, holds, samples: chosen.length };
  });
});
const operations = {};
for (const [, one] of scenarios) operations[one.tags?.operation ?? one.env.OPERATION] = { requests: 0, failed: 0, statuses: {} };
for (const { tags, failed, status } of samples) {
  const one = operations[tags.operation];
  if (!one) continue;
  one.requests += 1;
  if (failed) one.failed += 1;
  one.statuses[status] = (one.statuses[status] ?? 0) + 1;
}
const seconds = (performance.now() - begin) / 1_000;
process.stdout.write(
  JSON.stringify({
    iterations: plan.length,
    seconds,
    dropped,
    checksFailed,
    operations,
    thresholds,
    errors: [...new Set(errors)].slice(0, 20),
  }),
);
