import * as z from 'zod';

/**
 * Components of the OpenTelemetry Collector (contrib distribution) that are written here, with the keys that each takes.
 * A component or key that is not here is a fault: either the file or this list is behind.
 *
 * @source README and config.go of each component at https://github.com/open-telemetry/opentelemetry-collector and
 * https://github.com/open-telemetry/opentelemetry-collector-contrib, read 2026-11-30
 */
const duration = z.string().regex(/^(?:\d+(?:ns|us|ms|s|m|h))+$/, 'is no duration');
const endpoint = z
  .string()
  .regex(/^(?:\$\{env:[A-Z0-9_]+\}|(?:https?:\/\/)?[\w.[\]:-]+(?::\d{1,5})?(?:\/\S*)?)$/, 'is no address');
/** A credential comes from the environment, never from the file. */
const fromEnvironment = z.string().regex(/^\$\{env:[A-Z0-9_]+\}$/, 'must come from the environment');
const percentage = z.int().min(1).max(100);
const enabled = z.strictObject({ enabled: z.boolean() });
const tls = z.strictObject({
  insecure: z.boolean().optional(),
  insecure_skip_verify: z.literal(false).optional(),
  ca_file: z.string().optional(),
});
const login = z.strictObject({
  endpoint,
  username: fromEnvironment,
  password: fromEnvironment,
  collection_interval: duration.optional(),
  transport: z.string().optional(),
  databases: z.array(z.string()).optional(),
  tls: tls.optional(),
  metrics: z.record(z.string(), enabled).optional(),
});
const server = z.strictObject({ endpoint });

export const COMPONENTS: Readonly<
  Record<'extensions' | 'receivers' | 'processors' | 'exporters', Readonly<Record<string, z.ZodType>>>
> = {
  extensions: { health_check: z.strictObject({ endpoint: endpoint.optional(), path: z.string().optional() }) },
  receivers: {
    otlp: z.strictObject({ protocols: z.strictObject({ grpc: server.optional(), http: server.optional() }) }),
    httpcheck: z.strictObject({
      targets: z
        .array(
          z.strictObject({
            endpoint: endpoint.optional(),
            endpoints: z.array(endpoint).optional(),
            method: z.enum(['GET', 'HEAD', 'POST', 'OPTIONS']).optional(),
            headers: z.record(z.string(), z.string()).optional(),
          }),
        )
        .min(1),
      collection_interval: duration.optional(),
      metrics: z.record(z.string().startsWith('httpcheck.'), enabled).optional(),
    }),
    postgresql: login,
    mysql: login,
    redis: login,
    rabbitmq: login,
    mongodb: z.strictObject({
      hosts: z.array(z.strictObject({ endpoint })).min(1),
      username: fromEnvironment,
      password: fromEnvironment,
      collection_interval: duration.optional(),
      tls: tls.optional(),
    }),
    kafkametrics: z.strictObject({
      brokers: z.array(endpoint).min(1),
      scrapers: z.array(z.enum(['brokers', 'topics', 'consumers'])).min(1),
      collection_interval: duration.optional(),
      protocol_version: z.string().optional(),
    }),
  },
  processors: {
    memory_limiter: z.strictObject({
      check_interval: duration,
      limit_percentage: percentage.optional(),
      spike_limit_percentage: percentage.optional(),
      limit_mib: z.int().optional(),
      spike_limit_mib: z.int().optional(),
    }),
    attributes: z.strictObject({
      actions: z
        .array(
          z.strictObject({
            key: z.string().min(1),
            action: z.enum(['insert', 'update', 'upsert', 'delete', 'hash']),
            value: z.union([z.string(), z.number(), z.boolean()]).optional(),
          }),
        )
        .min(1),
    }),
    batch: z.strictObject({
      send_batch_size: z.int().optional(),
      send_batch_max_size: z.int().optional(),
      timeout: duration.optional(),
    }),
  },
  exporters: {
    otlphttp: z.strictObject({
      endpoint: endpoint.optional(),
      metrics_endpoint: endpoint.optional(),
      logs_endpoint: endpoint.optional(),
      traces_endpoint: endpoint.optional(),
      headers: z.record(z.string(), fromEnvironment).optional(),
      compression: z.string().optional(),
    }),
    awsemf: z.strictObject({
      region: z.string().optional(),
      namespace: z.string().optional(),
      log_group_name: z.string().optional(),
    }),
    awscloudwatchlogs: z.strictObject({ region: z.string().optional(), log_group_name: z.string(), log_stream_name: z.string() }),
    awsxray: z.strictObject({ region: z.string().optional() }),
    googlemanagedprometheus: z.strictObject({ project: z.string().optional() }),
    googlecloud: z.strictObject({ project: z.string().optional() }),
    azuremonitor: z.strictObject({ connection_string: fromEnvironment }),
  },
};

/** A component's id: its type, and a name of its own where there are several. */
const id = z.string().regex(/^[a-z][a-z0-9_]*(?:\/[^\s/]+)?$/, 'is no component id');
const pipeline = z.strictObject({
  receivers: z.array(id).min(1),
  processors: z.array(id).optional(),
  exporters: z.array(id).min(1),
});

export const collectorSchema = z.strictObject({
  extensions: z.record(id, z.unknown()).optional(),
  receivers: z.record(id, z.unknown()),
  processors: z.record(id, z.unknown()).optional(),
  exporters: z.record(id, z.unknown()),
  service: z.strictObject({
    extensions: z.array(id).optional(),
    pipelines: z.record(z.string().regex(/^(?:metrics|logs|traces)(?:\/[^\s/]+)?$/, 'is no signal'), pipeline),
    telemetry: z.unknown().optional(),
  }),
});
export type Collector = z.infer<typeof collectorSchema>;
