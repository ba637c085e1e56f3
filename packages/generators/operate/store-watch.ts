import type { Component, Design } from '@archwright/model';
import { variableOf } from '../deploy/environment.ts';
import { type Matcher, selector } from './promql.ts';
import { SIGNALS } from './signals.ts';

/** How the collector watches one technology, and which of its native metrics become the shared signals. */
interface Watch {
  readonly receiver: string;
  readonly config: (setting: (name: string) => string) => Readonly<Record<string, unknown>>;
  /** Resource → share in use, from native metrics of one component. */
  readonly use: Readonly<Record<string, (of: (metric: string, ...more: readonly Matcher[]) => string) => string>>;
  readonly lag?: (of: (metric: string) => string) => string;
}

const login = (setting: (name: string) => string) => ({
  endpoint: setting('ENDPOINT'),
  username: setting('USER'),
  password: setting('PASSWORD'),
  collection_interval: '30s',
});

const redis: Watch = {
  receiver: 'redis',
  config: login,
  use: { memory: (of) => `max(${of('redis_memory_used_bytes')}) / (max(${of('redis_maxmemory_bytes')}) > 0)` },
};

/** By technology id: receivers of the OpenTelemetry Collector contrib distribution and their metric names in Prometheus. */
const WATCHES: Readonly<Record<string, Watch>> = {
  postgresql: {
    receiver: 'postgresql',
    config: login,
    use: { connections: (of) => `sum(${of('postgresql_backends')}) / max(${of('postgresql_connection_max')})` },
    lag: (of) => `max(${of('postgresql_wal_lag_seconds')})`,
  },
  mysql: { receiver: 'mysql', config: login, use: {} },
  mongodb: {
    receiver: 'mongodb',
    config: (setting) => ({
      hosts: [{ endpoint: setting('ENDPOINT') }],
      username: setting('USER'),
      password: setting('PASSWORD'),
      collection_interval: '60s',
    }),
    use: {
      connections: (of) =>
        `sum(${of('mongodb_connection_count', ['type', '=', 'current'])}) / sum(${of('mongodb_connection_count', ['type', '=~', 'current|available'])})`,
    },
  },
  redis,
  valkey: redis,
  rabbitmq: { receiver: 'rabbitmq', config: login, use: {} },
  kafka: {
    receiver: 'kafkametrics',
    config: (setting) => ({
      brokers: [setting('ENDPOINT')],
      scrapers: ['brokers', 'topics', 'consumers'],
      collection_interval: '30s',
    }),
    use: {},
  },
};

/** A store the collector can watch by the protocol it speaks. */
export interface WatchedStore {
  readonly component: Component;
  /** Receiver id of the collector. */
  readonly receiver: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Recording rules that turn native metrics into the shared signals. */
  readonly rules: readonly {
    readonly record: string;
    readonly expr: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

/** The stores whose technology, or one beside it in the decision, has a receiver. */
export const watchedStores = (design: Design): readonly WatchedStore[] =>
  design.architecture.components.flatMap((component) => {
    const decided = design.decisions.find(({ id }) => id === component.decision)?.technologies ?? [];
    const own = component.kind === 'service' || component.kind === 'worker';
    const watch = own ? undefined : [component.technologyId ?? '', ...decided].map((id) => WATCHES[id]).find(Boolean);
    return watch ? [watched(component, watch)] : [];
  });

function watched(component: Component, { receiver, config, use, lag }: Watch): WatchedStore {
  const of = (metric: string, ...more: readonly Matcher[]): string => selector(metric, ['component', '=', component.id], ...more);
  const setting = (name: string): string => `\${env:${variableOf(component.id)}_MONITOR_${name}}`;
  const labels = { component: component.id };
  return {
    component,
    receiver: `${receiver}/${component.id}`,
    config: config(setting),
    rules: [
      ...Object.entries(use).map(([resource, expression]) => ({
        record: SIGNALS.use.name,
        expr: expression(of),
        labels: { ...labels, resource },
      })),
      ...(lag ? [{ record: SIGNALS.replicationLag.name, expr: lag(of), labels }] : []),
    ],
  };
}
