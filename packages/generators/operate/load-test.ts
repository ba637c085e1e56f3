import { camelCase, slug } from '@archwright/kernel';
import type { Artefact, Design, Operation } from '@archwright/model';
import { type FigureLookup, lookup } from '../figure-lookup.ts';
import { exampleOf } from '../openapi/example-value.ts';
import { textFile } from './files.ts';

/** One operation of the mix. Rates are per `timeUnit`, since an arrival rate of k6 is a whole number. */
interface Load {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey: boolean;
  readonly timeUnit: '1s' | '1m' | '1h';
  readonly mean: number;
  readonly peak: number;
  readonly trigger: number;
  readonly virtualUsers: number;
  /** Percentile of the target, and the target in ms. */
  readonly percentile: number;
  readonly targetMs?: number;
}

/** Slowest answer the virtual users are sized for where no target is known, in s. */
const USUAL_WAIT = 1;
/** Slack in virtual users, so that a slow answer does not throttle the arrivals. */
const SLACK = 3;

/**
 * `operate/load-test.js`: the workload as a k6 script with open arrivals. It ramps from the mean to the peak and, on request,
 * to the load that the roadmap's first stage is for. Thresholds are the objectives.
 */
export function loadTestFile(design: Design): Artefact | undefined {
  const { operations } = design.architecture.api;
  const figures = lookup(design);
  const loads = operations.flatMap((operation) => loadOf(operation, design, figures) ?? []);
  if (loads.length === 0) return undefined;
  const left = operations.filter(({ id }) => !loads.some((load) => load.id === tagOf(id))).map(({ id }) => tagOf(id));
  return textFile('operate/load-test.js', 'text/javascript', 'Load test compiled from the workload (k6)', [
    "import http from 'k6/http';",
    "import exec from 'k6/execution';",
    "import { check } from 'k6';",
    '',
    '// k6 run -e BASE_URL=https://staging.example -e TOKEN=... -e IDS=\'{"itemId":["..."]}\' -e PROFILE=peak operate/load-test.js',
    '// PROFILE: smoke (one minute at the mean), peak (the planned peak), trigger (the load of the next roadmap stage).',
    left.length > 0 && `// Not in the mix, since they have no rate or stay open: ${left.join(', ')}.`,
    `const OPERATIONS = ${JSON.stringify(loads, null, 2)};`,
    `const FAILED = ${failureShare(design)};`,
    SCRIPT,
  ]);
}

const tagOf = (id: string): string => (/^[\w.-]{1,80}$/.test(id) ? id : slug(id));

/** Share of requests that may fail: the strictest availability objective. */
const failureShare = (design: Design): number => {
  const shares = design.architecture.slos.flatMap(({ kind, objective }) => (kind === 'availability' ? [1 - objective] : []));
  return Number(Math.max(1e-4, Math.min(0.01, ...shares)).toPrecision(3));
};

function loadOf(operation: Operation, design: Design, { figure }: FigureLookup): Load | undefined {
  const likely = (id: string | undefined): number | undefined => (id === undefined ? undefined : figure(id).likely);
  const peak = likely(operation.peakRate) ?? likely(operation.meanRate);
  if (operation.method === 'STREAM' || peak === undefined || peak <= 0) return undefined;
  const mean = likely(operation.meanRate) ?? peak;
  const factor = design.roadmap.find((stage) => stage.factor > 1)?.factor ?? 1;
  const [timeUnit, seconds] =
    peak >= 10 ? (['1s', 1] as const) : peak * 60 >= 10 ? (['1m', 60] as const) : (['1h', 3_600] as const);
  const whole = (rate: number): number => Math.max(1, Math.ceil(rate * seconds));
  const target = targetOf(operation, design, figure);
  const body = bodyOf(operation, design.date);
  return {
    id: tagOf(operation.id),
    method: operation.method,
    path: operation.path,
    ...(body !== undefined && { body }),
    idempotencyKey: operation.idempotent && operation.method === 'POST',
    timeUnit,
    mean: whole(mean),
    peak: whole(peak),
    trigger: whole(peak * factor),
    virtualUsers: Math.max(2, Math.ceil(peak * (target?.seconds ?? USUAL_WAIT) * SLACK)),
    percentile: target?.percentile ?? 99,
    ...(target && { targetMs: Math.round(target.seconds * 1_000) }),
  };
}

/** The objective of the operation's flow, else the operation's own target at p99. */
function targetOf(
  operation: Operation,
  design: Design,
  figure: FigureLookup['figure'],
): { readonly seconds: number; readonly percentile: number } | undefined {
  const flow = design.architecture.flows.find((one) => one.operation === operation.id);
  const slo = design.architecture.slos.find(({ kind, flow: of }) => kind === 'latency' && of !== undefined && of === flow?.id);
  if (slo?.threshold !== undefined)
    return { seconds: figure(slo.threshold).likely, percentile: Number((slo.objective * 100).toPrecision(6)) };
  return operation.latencyTarget === undefined ? undefined : { seconds: figure(operation.latencyTarget).likely, percentile: 99 };
}

const bodyOf = (operation: Operation, date: string): unknown => {
  if (operation.method === 'GET' || operation.method === 'DELETE') return undefined;
  const filled = operation.body
    .filter(({ nullable }) => !nullable)
    .map((field) => [camelCase(field.name), exampleOf(field, field.name, date)]);
  return operation.example ?? Object.fromEntries(filled);
};

const SCRIPT = `const PROFILES = {
  smoke: (load) => [{ duration: '1m', target: load.mean }],
  peak: (load) => [
    { duration: '2m', target: load.mean },
    { duration: '5m', target: load.peak },
    { duration: '10m', target: load.peak },
  ],
  trigger: (load) => [
    { duration: '2m', target: load.mean },
    { duration: '5m', target: load.peak },
    { duration: '10m', target: load.peak },
    { duration: '10m', target: load.trigger },
    { duration: '10m', target: load.trigger },
  ],
};
const profile = __ENV.PROFILE || 'smoke';
const stagesOf = PROFILES[profile];
if (!stagesOf) throw new Error('PROFILE must be one of ' + Object.keys(PROFILES).join(', '));
if (!__ENV.BASE_URL) throw new Error('BASE_URL is not set');
const ids = JSON.parse(__ENV.IDS || '{}');
const run = __ENV.RUN || String(Date.now());

// A refusal to create the same thing twice is a correct answer.
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 399 }, 409));

export const options = {
  scenarios: Object.fromEntries(
    OPERATIONS.map((load, index) => [
      'operation_' + index,
      {
        executor: 'ramping-arrival-rate',
        startRate: load.mean,
        timeUnit: load.timeUnit,
        preAllocatedVUs: load.virtualUsers,
        maxVUs: load.virtualUsers * (profile === 'trigger' ? Math.ceil(load.trigger / load.peak) * 2 : 2),
        stages: stagesOf(load),
        env: { OPERATION: String(index) },
        tags: { operation: load.id },
      },
    ]),
  ),
  thresholds: Object.assign(
    { http_req_failed: ['rate<' + FAILED], dropped_iterations: ['count<1'] },
    ...OPERATIONS.filter((load) => load.targetMs).map((load) => ({
      ['http_req_duration{operation:' + load.id + '}']: ['p(' + load.percentile + ')<' + load.targetMs],
    })),
  ),
};

function fill(path) {
  return path.replace(/\\{(\\w+)\\}/g, (_, name) => {
    const known = ids[name];
    if (!known || known.length === 0) throw new Error('IDS holds no "' + name + '" for ' + path);
    return encodeURIComponent(known[exec.scenario.iterationInTest % known.length]);
  });
}

export default function () {
  const load = OPERATIONS[Number(__ENV.OPERATION)];
  const headers = { Accept: 'application/json' };
  if (__ENV.TOKEN) headers.Authorization = 'Bearer ' + __ENV.TOKEN;
  if (load.body !== undefined) headers['Content-Type'] = 'application/json';
  if (load.idempotencyKey) headers['Idempotency-Key'] = [run, load.id, exec.scenario.iterationInTest].join('-');
  const body = load.body === undefined ? null : JSON.stringify(load.body);
  const response = http.request(load.method, __ENV.BASE_URL + fill(load.path), body, { headers, tags: { name: load.path } });
  check(response, { 'answered without a server error': (answer) => answer.status > 0 && answer.status < 500 });
}`;
