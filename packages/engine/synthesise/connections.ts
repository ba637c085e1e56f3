import type { Figure } from '@archwright/kernel';
import type { Component, Connection, DemandVariable } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from './synthesis.ts';

type Draft = Omit<Connection, 'id'>;

const PROTOCOL: Partial<Record<Component['kind'], string>> = {
  database: 'TLS, store protocol',
  cache: 'TLS, RESP',
  queue: 'TLS, queue protocol',
  stream: 'TLS, stream protocol',
  search: 'HTTPS',
  'object-store': 'HTTPS',
  'real-time': 'WebSocket or SSE over TLS',
  identity: 'HTTPS, OIDC',
  observability: 'OTLP over TLS',
};
const RATE: Readonly<Record<string, DemandVariable>> = {
  'append-store': 'appendPeak',
  'search-store': 'searchPeak',
  'blob-store': 'blobWriteMean',
  queue: 'jobPeak',
  'event-stream': 'jobPeak',
  'real-time': 'pushPeak',
};

/** The arrows: who calls whom, over what, how often, with which timeout, retry and credential. */
export function synthesiseConnections(components: readonly Component[], synthesis: Synthesis): readonly Connection[] {
  const drafts = [...wayIn(components, synthesis), ...toStores(components, synthesis), ...toProviders(components, synthesis)];
  const unique = new Map(drafts.map((draft) => [`${draft.from}--${draft.to}`, draft]));
  return [...unique].map(([id, draft]) => ({ id, ...draft }));
}

const services = (components: readonly Component[]) => components.filter(({ kind }) => kind === 'service');
const workers = (components: readonly Component[]) => components.filter(({ kind }) => kind === 'worker');

function wayIn(components: readonly Component[], { workload, book }: Synthesis): readonly Draft[] {
  const make = shorthand(book);
  const has = (id: string) => components.some((component) => component.id === id);
  const door = has('edge') ? 'edge' : has('gateway') ? 'gateway' : services(components)[0]?.id;
  if (!door) return [];
  const callers = components
    .filter(({ kind }) => kind === 'client')
    .map((client): Draft => {
      const own = workload.operations.filter(
        ({ definition }) =>
          client.id ===
          `client-${definition.actor
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, '')}`,
      );
      const rate = make.sum(
        `connection.${client.id}.rate`,
        `requests of ${client.name}, peak`,
        '1/s',
        own.map(({ peak }) => peak),
        'no operation of this actor',
      );
      return {
        from: client.id,
        to: door,
        purpose: 'API requests',
        protocol: 'HTTPS, TLS 1.3',
        mode: 'sync',
        rate: rate.id,
        timeoutMs: 10_000,
        retry: 'client: 2 retries with jitter, same Idempotency-Key',
        authentication: 'bearer token or session',
        carries: 'pii',
      };
    });
  const inner =
    door === 'edge' && has('gateway')
      ? [
          {
            from: 'edge',
            to: 'gateway',
            purpose: 'requests not answered at the edge',
            protocol: 'HTTPS',
            mode: 'sync' as const,
            rate: workload.demand.requestPeak.id,
            timeoutMs: 10_000,
            authentication: 'mutual TLS or signed header',
            carries: 'pii' as const,
          },
        ]
      : [];
  const last = has('gateway') ? 'gateway' : door;
  const split = services(components)
    .filter(({ id }) => id !== last)
    .map((service): Draft => {
      const rate = make.sum(
        `connection.${service.id}.rate`,
        `requests to ${service.name}, peak`,
        '1/s',
        workload.operations.filter(({ context }) => service.contexts.includes(context)).map(({ peak }) => peak),
        'no operation',
      );
      return {
        from: last,
        to: service.id,
        purpose: 'routed requests',
        protocol: 'HTTP/1.1 or 2, private network',
        mode: 'sync',
        rate: rate.id,
        timeoutMs: 5_000,
        retry: 'none: the client retries',
        authentication: 'verified token passed on',
        carries: 'pii',
      };
    });
  return [...callers, ...inner, ...split];
}

function toStores(components: readonly Component[], { workload, book }: Synthesis): readonly Draft[] {
  const make = shorthand(book);
  const { demand } = workload;
  const primary = make.compute('connection.primary-store.rate', 'record reads and writes, peak', '1/s', 'reads + writes', {
    reads: demand.recordReadPeak,
    writes: demand.recordWritePeak,
  });
  const rateOf = (id: string): Figure | undefined =>
    id === 'primary-store' ? primary : id === 'cache' ? demand.recordReadPeak : RATE[id] ? demand[RATE[id]] : undefined;
  const targets = components.filter(({ kind }) =>
    ['database', 'cache', 'queue', 'stream', 'search', 'object-store', 'real-time', 'identity', 'observability'].includes(kind),
  );
  return targets.flatMap((target) => {
    const rate = rateOf(target.id);
    const arrow = (from: string, to: string, purpose: string, mode: 'sync' | 'async'): Draft => ({
      from,
      to,
      purpose,
      mode,
      protocol: PROTOCOL[target.kind] ?? 'TLS',
      ...(rate && { rate: rate.id }),
      timeoutMs: mode === 'sync' ? 2_000 : 30_000,
      retry: mode === 'sync' ? 'one, only for idempotent calls' : 'exponential backoff with jitter, then dead letter',
      authentication: 'workload identity, least privilege',
      carries: target.kind === 'observability' ? 'internal' : 'pii',
    });
    const callers = services(components).map(({ id }) =>
      arrow(
        id,
        target.id,
        PURPOSE[target.kind] ?? 'calls',
        target.kind === 'queue' || target.kind === 'stream' ? 'async' : 'sync',
      ),
    );
    if (target.kind === 'queue')
      return [...callers, ...workers(components).map(({ id }) => arrow(target.id, id, 'jobs, acknowledged when done', 'async'))];
    if (target.kind === 'database' || target.kind === 'object-store')
      return [...callers, ...workers(components).map(({ id }) => arrow(id, target.id, 'results and state', 'sync'))];
    return callers;
  });
}

const PURPOSE: Partial<Record<Component['kind'], string>> = {
  database: 'reads and writes',
  cache: 'hot reads',
  queue: 'enqueue',
  stream: 'publish',
  search: 'queries and index updates',
  'object-store': 'objects',
  'real-time': 'push to clients',
  identity: 'verify identity',
  observability: 'metrics, logs, traces',
};

function toProviders(components: readonly Component[], { workload, book }: Synthesis): readonly Draft[] {
  const make = shorthand(book);
  return workload.contexts.flatMap((context) =>
    context.archetype.externals.flatMap((external) => {
      const caller = [...workers(components), ...services(components)].find(({ contexts }) => contexts.includes(context.id));
      if (!caller || !components.some(({ id }) => id === external.id)) return [];
      const jobs = book.get(`jobs.${context.id}.peak`);
      const share =
        external.share === undefined
          ? undefined
          : make.assumed(
              `external.${context.id}.${external.id}.share`,
              `share of jobs that go to ${external.name}`,
              external.share,
              'ratio',
              `usual mix in the domain “${context.archetype.name}”`,
            );
      const rate =
        jobs &&
        share &&
        make.compute(`external.${context.id}.${external.id}.rate`, `calls to ${external.name}, peak`, '1/s', 'jobs * share', {
          jobs,
          share,
        });
      return [
        {
          from: caller.id,
          to: external.id,
          purpose: external.purpose,
          protocol: 'HTTPS',
          mode: caller.kind === 'worker' ? ('async' as const) : ('sync' as const),
          ...(rate && { rate: rate.id }),
          timeoutMs: external.timeoutMs,
          retry: 'exponential backoff with jitter inside a retry budget; circuit breaker',
          authentication: 'provider key from the secret manager',
          carries: 'pii' as const,
        },
      ];
    }),
  );
}
