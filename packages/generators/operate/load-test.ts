import { slug } from '@archwright/kernel';
import type { Artefact, Design, Operation } from '@archwright/model';
import { type FigureLookup, lookup } from '../figure-lookup.ts';
import { openapiDocument, operationIds } from '../openapi/index.ts';
import { schemeFor, schemeOf } from '../openapi/security.ts';
import { staysOpen, transportOf } from '../openapi/stream.ts';
import { textFile } from './files.ts';
import { SCRIPT } from './load-test-script.ts';

/** One operation of the mix. Rates are per `timeUnit`, since an arrival rate of k6 is a whole number. */
interface Load {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Values of the path's parameters that the contract shows. */
  readonly examples: Readonly<Record<string, string>>;
  readonly mediaType: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly credential: 'bearer' | 'key' | 'cookie' | 'certificate' | 'signature' | 'none';
  readonly idempotencyKey: boolean;
  readonly timeUnit: '1s' | '1m' | '1h';
  readonly mean: number;
  readonly peak: number;
  readonly trigger: number;
  readonly virtualUsers: number;
  /** Percentile of the target, and the target in ms; 0 where none is known. */
  readonly percentile: number;
  readonly targetMs: number;
}

/** Slowest answer the virtual users are sized for where no target is known, in s. */
const USUAL_WAIT = 1;
/** Slack in virtual users, so that a slow answer does not throttle the arrivals. */
const SLACK = 3;
const CREDENTIALS = {
  oauth2: 'bearer',
  apiKey: 'key',
  clientKey: 'key',
  session: 'cookie',
  mutualTls: 'certificate',
  webhookSignature: 'signature',
} as const;

/**
 * `operate/load-test.js`: the workload as a k6 script with open arrivals. It ramps from the mean to the peak and, on request,
 * to the load that the roadmap's first stage is for. Thresholds are the objectives; requests are those of the API contract.
 */
export function loadTestFile(design: Design): Artefact | undefined {
  const { operations } = design.architecture.api;
  const figures = lookup(design);
  const requests = requestsOf(design);
  const loads = operations.flatMap((operation) => loadOf(operation, requests.get(operation), design, figures) ?? []);
  if (loads.length === 0) return undefined;
  const left = operations.filter(({ id }) => !loads.some((load) => load.id === tagOf(id))).map(({ id }) => tagOf(id));
  return textFile('operate/load-test.js', 'text/javascript', 'Load test compiled from the workload (k6)', [
    '// @ts-check',
    "import http from 'k6/http';",
    "import exec from 'k6/execution';",
    "import { check } from 'k6';",
    '',
    '// k6 run -e BASE_URL=https://staging.example -e TOKEN=... -e IDS=\'{"itemId":["..."]}\' -e PROFILE=peak operate/load-test.js',
    '// PROFILE: smoke (one minute at the mean), peak (the planned peak), trigger (the load of the next roadmap stage).',
    '// TOKEN, API_KEY, COOKIE, CERTIFICATE (as the proxy that ends TLS passes it on), SIGNATURE: the credential of each kind of caller. IDS: things that exist; EXAMPLES=yes takes those of the contract.',
    left.length > 0 && `// Not in the mix, since they have no rate or stay open: ${left.join(', ')}.`,
    '/**',
    ' * @typedef {{ id: string, method: string, path: string, query: string, examples: Record<string, string>, mediaType: string,',
    ' *   body: unknown, headers: Record<string, string>, credential: string, idempotencyKey: boolean, timeUnit: string, mean: number,',
    ' *   peak: number, trigger: number, virtualUsers: number, percentile: number, targetMs: number }} Load',
    ' */',
    '/** @type {Load[]} */',
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

interface Contract {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly $ref?: string;
    readonly name?: string;
    readonly in?: string;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}
type Request = Pick<Load, 'method' | 'path' | 'query' | 'examples' | 'mediaType' | 'body' | 'headers'>;

/** The request of each operation as the API contract shows it. */
function requestsOf(design: Design): ReadonlyMap<Operation, Request> {
  const document = openapiDocument(design) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Contract>>>>;
    readonly components: { readonly parameters: Readonly<Record<string, NonNullable<Contract['parameters']>[number]>> };
  };
  const byId = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [one.operationId, { path, method: method.toUpperCase(), one }] as const),
    ),
  );
  const text = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));
  return new Map(
    [...operationIds(design.architecture.api.operations)].flatMap(([operation, id]) => {
      const found = byId.get(id);
      if (!found) return [];
      const { path, method, one } = found;
      const parameters = (one.parameters ?? []).map((each) =>
        each.$ref ? document.components.parameters[each.$ref.split('/').at(-1)!]! : each,
      );
      const inside = (where: string) =>
        parameters
          .filter((each) => each.in === where && (where === 'path' || each.required))
          .map((each): [string, string] => [each.name!, text(each.example)]);
      const [mediaType, content] = Object.entries(one.requestBody?.content ?? {})[0] ?? ['', undefined];
      const query = inside('query')
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&');
      const headers = Object.fromEntries(inside('header').filter(([name]) => name !== 'Idempotency-Key'));
      const request = {
        method,
        path,
        query,
        examples: Object.fromEntries(inside('path')),
        mediaType,
        body: content?.example ?? null,
        headers,
      };
      return [[operation, request] as const];
    }),
  );
}

function loadOf(operation: Operation, request: Request | undefined, design: Design, { figure }: FigureLookup): Load | undefined {
  const likely = (id: string | undefined): number | undefined => (id === undefined ? undefined : figure(id).likely);
  const peak = likely(operation.peakRate) ?? likely(operation.meanRate);
  if (!request || staysOpen(operation, transportOf(design)) || peak === undefined || peak <= 0) return undefined;
  const mean = likely(operation.meanRate) ?? peak;
  const factor = design.roadmap.find((stage) => stage.factor > 1)?.factor ?? 1;
  const [timeUnit, seconds] =
    peak >= 10 ? (['1s', 1] as const) : peak * 60 >= 10 ? (['1m', 60] as const) : (['1h', 3_600] as const);
  const whole = (rate: number): number => Math.max(1, Math.ceil(rate * seconds));
  const target = targetOf(operation, design, figure);
  const scheme = schemeFor(schemeOf(design), operation);
  return {
    id: tagOf(operation.id),
    ...request,
    credential: scheme === undefined ? 'none' : CREDENTIALS[scheme],
    idempotencyKey: operation.idempotent && request.method === 'POST' && operation.caller !== 'provider',
    timeUnit,
    mean: whole(mean),
    peak: whole(peak),
    trigger: whole(peak * factor),
    virtualUsers: Math.max(2, Math.ceil(peak * (target?.seconds ?? USUAL_WAIT) * SLACK)),
    percentile: target?.percentile ?? 99,
    targetMs: Math.round((target?.seconds ?? 0) * 1_000),
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
