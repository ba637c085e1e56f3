import * as z from 'zod';

/**
 * The part of the Compose specification that is written here; anything else is an unknown key.
 *
 * @source https://github.com/compose-spec/compose-spec/blob/main/05-services.md and schema/compose-spec.json, read 2026-11-30
 */
const text = z.union([z.string(), z.number(), z.boolean()]);
const duration = z.string().regex(/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/, 'is no duration');
const bytes = z.union([z.number(), z.string().regex(/^\d+(?:\.\d+)?(?:b|k|kb|m|mb|g|gb)?$/i, 'is no size')]);
const strings = z.union([z.string(), z.array(z.string())]);
const port = z
  .string()
  .regex(/^(?:[\d.]+:)?(?:\d{1,5}(?:-\d{1,5})?:)?\d{1,5}(?:-\d{1,5})?(?:\/(?:tcp|udp))?$/, 'is no port mapping');
const volume = z.string().regex(/^(?:[\w.][\w.-]*|\.{0,2}\/[^:]*|~[^:]*):\/[^:]*(?::(?:ro|rw|z|Z))?$/, 'is no volume mapping');
const capability = z.string().regex(/^(?:ALL|CAP_)?[A-Z_]*$/);

const healthcheck = z.strictObject({
  test: z.union([z.string(), z.array(z.string()).min(2)]),
  interval: duration.optional(),
  timeout: duration.optional(),
  start_period: duration.optional(),
  retries: z.int().min(1).optional(),
});
const limits = z.strictObject({
  cpus: z.union([z.string(), z.number()]).optional(),
  memory: bytes.optional(),
  pids: z.int().optional(),
});

const service = z.strictObject({
  build: z
    .union([
      z.string(),
      z.strictObject({
        context: z.string(),
        dockerfile: z.string().optional(),
        target: z.string().optional(),
        args: z.record(z.string(), text).optional(),
      }),
    ])
    .optional(),
  image: z.string().optional(),
  platform: z.string().optional(),
  entrypoint: strings.optional(),
  command: strings.optional(),
  environment: z.record(z.string(), z.union([text, z.null()])).optional(),
  env_file: strings.optional(),
  labels: z.record(z.string(), text).optional(),
  ports: z.array(port).optional(),
  expose: z.array(z.union([z.string(), z.number()])).optional(),
  volumes: z.array(volume).optional(),
  depends_on: z
    .union([
      z.array(z.string()),
      z.record(
        z.string(),
        z.strictObject({
          condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
          required: z.boolean().optional(),
          restart: z.boolean().optional(),
        }),
      ),
    ])
    .optional(),
  healthcheck: healthcheck.optional(),
  read_only: z.boolean().optional(),
  tmpfs: strings.optional(),
  cap_drop: z.array(capability).optional(),
  cap_add: z.array(capability).optional(),
  security_opt: z.array(z.string()).optional(),
  user: z.string().optional(),
  working_dir: z.string().optional(),
  hostname: z.string().optional(),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
  network_mode: z.string().optional(),
  extra_hosts: z.array(z.string()).optional(),
  ulimits: z.record(z.string(), z.unknown()).optional(),
  shm_size: bytes.optional(),
  stop_grace_period: duration.optional(),
  stop_signal: z.string().optional(),
  init: z.boolean().optional(),
  deploy: z
    .strictObject({
      replicas: z.int().min(0).optional(),
      resources: z.strictObject({ limits: limits.optional(), reservations: limits.optional() }).optional(),
    })
    .optional(),
  restart: z
    .string()
    .regex(/^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/, 'is no restart policy')
    .optional(),
  profiles: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  configs: z.array(z.string()).optional(),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), text).optional() }).optional(),
});

export const composeSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, 'is no project name')
    .optional(),
  services: z.record(z.string().regex(/^[a-zA-Z0-9._-]+$/, 'is no service name'), service),
  volumes: z
    .record(z.string(), z.union([z.null(), z.strictObject({ name: z.string().optional(), external: z.boolean().optional() })]))
    .optional(),
  networks: z.record(z.string(), z.unknown()).optional(),
  secrets: z.record(z.string(), z.unknown()).optional(),
  configs: z.record(z.string(), z.unknown()).optional(),
});

export type Composition = z.infer<typeof composeSchema>;
