import type { Artefact, Design } from '@archwright/model';
import { yamlFile } from './files.ts';
import { watchedStores } from './store-watch.ts';

type Signal = 'metrics' | 'logs' | 'traces';
interface Backend {
  readonly exporters: Readonly<Record<string, unknown>>;
  readonly send: Readonly<Record<Signal, string>>;
}

const env = (name: string): string => `\${env:${name}}`;

/** Whoever takes OTLP over HTTP: the usual case, one address a signal. */
const OTLP: Backend = {
  exporters: {
    otlphttp: {
      metrics_endpoint: env('METRICS_ENDPOINT'),
      logs_endpoint: env('LOGS_ENDPOINT'),
      traces_endpoint: env('TRACES_ENDPOINT'),
      headers: { Authorization: env('TELEMETRY_AUTHORIZATION') },
    },
  },
  send: { metrics: 'otlphttp', logs: 'otlphttp', traces: 'otlphttp' },
};

/** Backends with an exporter of their own, by technology id. */
const BACKENDS: Readonly<Record<string, Backend>> = {
  cloudwatch: {
    exporters: {
      awsemf: { region: env('AWS_REGION'), namespace: env('TELEMETRY_NAMESPACE') },
      awscloudwatchlogs: { region: env('AWS_REGION'), log_group_name: env('LOG_GROUP'), log_stream_name: env('LOG_STREAM') },
      awsxray: { region: env('AWS_REGION') },
    },
    send: { metrics: 'awsemf', logs: 'awscloudwatchlogs', traces: 'awsxray' },
  },
  'google-cloud-operations': {
    exporters: { googlemanagedprometheus: {}, googlecloud: {} },
    send: { metrics: 'googlemanagedprometheus', logs: 'googlecloud', traces: 'googlecloud' },
  },
  'azure-monitor': {
    exporters: { azuremonitor: { connection_string: env('APPLICATIONINSIGHTS_CONNECTION_STRING') } },
    send: { metrics: 'azuremonitor', logs: 'azuremonitor', traces: 'azuremonitor' },
  },
};

/** Attributes that carry credentials or a person's address in the semantic conventions of HTTP instrumentation. */
const PRIVATE_KEYS = [
  'http.request.header.authorization',
  'http.request.header.cookie',
  'http.response.header.set_cookie',
  'client.address',
  'enduser.id',
  'user.email',
];

/** `operate/otel-collector.yaml`: receives from the units, watches the stores and the public address, removes personal data. */
export function collectorFile(design: Design): Artefact {
  const technologies = design.decisions.find(({ id }) => id === 'observability')?.technologies ?? [];
  const backend = technologies.map((id) => BACKENDS[id]).find(Boolean) ?? OTLP;
  const stores = watchedStores(design);
  const open = design.architecture.units.some(({ port }) => port !== undefined);
  const document = {
    extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
    receivers: {
      otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
      ...(open && { httpcheck: publicAddress() }),
      ...Object.fromEntries(stores.map(({ receiver, config }) => [receiver, config])),
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 20 },
      'attributes/privacy': { actions: privateKeys(design).map((key) => ({ key, action: 'delete' })) },
      ...Object.fromEntries(
        stores.map(({ component: { id } }) => [
          `attributes/${id}`,
          { actions: [{ key: 'component', value: id, action: 'upsert' }] },
        ]),
      ),
      batch: { send_batch_size: 8_192, timeout: '5s' },
    },
    exporters: backend.exporters,
    service: {
      extensions: ['health_check'],
      pipelines: pipelines(
        backend,
        stores.map(({ receiver, component }) => [receiver, component.id]),
        open,
      ),
    },
  };
  return yamlFile('operate/otel-collector.yaml', 'Telemetry pipeline (OpenTelemetry Collector)', document);
}

const publicAddress = () => ({
  targets: [{ endpoint: env('PUBLIC_URL'), method: 'GET' }],
  collection_interval: '60s',
  metrics: { 'httpcheck.tls.cert_remaining': { enabled: true } },
});

/** Keys that must not leave: the conventions' own and every column that holds personal, health, card or secret data. */
function privateKeys(design: Design): readonly string[] {
  const columns = design.architecture.entities.flatMap(({ fields }) =>
    fields.flatMap(({ name, classification }) =>
      classification !== undefined && !['public', 'internal'].includes(classification) ? [name] : [],
    ),
  );
  return [...new Set([...PRIVATE_KEYS, ...columns])];
}

function pipelines({ send }: Backend, stores: readonly (readonly [receiver: string, id: string])[], open: boolean) {
  const steps = (...own: readonly string[]) => ['memory_limiter', ...own, 'attributes/privacy', 'batch'];
  return {
    metrics: { receivers: ['otlp', ...(open ? ['httpcheck'] : [])], processors: steps(), exporters: [send.metrics] },
    ...Object.fromEntries(
      stores.map(([receiver, id]) => [
        `metrics/${id}`,
        { receivers: [receiver], processors: steps(`attributes/${id}`), exporters: [send.metrics] },
      ]),
    ),
    logs: { receivers: ['otlp'], processors: steps(), exporters: [send.logs] },
    traces: { receivers: ['otlp'], processors: steps(), exporters: [send.traces] },
  };
}
