import * as z from 'zod';

/**
 * The part of `fly.toml` that is written here; anything else is an unknown key.
 *
 * @source https://json.schemastore.org/fly.json, read 2026-11-30; `checks` and `suspend` after https://fly.io/docs/reference/configuration/
 */
const duration = z.string().regex(/^(?:\d{1,6}(?:ms|s|m|h)){1,3}$/, 'is no duration');
const port = z.int().min(1).max(65_535);
const path = z.string().regex(/^\/\S*$/, 'is no path');

const probe = {
  path: path.optional(),
  method: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .optional(),
  interval: duration,
  timeout: duration,
  grace_period: duration.optional(),
};

export const flyApplication = z.strictObject({
  app: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'is no application name'),
  primary_region: z
    .string()
    .regex(/^[a-z]{3}$/, 'is no region')
    .optional(),
  kill_signal: z.enum(['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGKILL', 'SIGSTOP']).optional(),
  kill_timeout: duration.optional(),
  deploy: z
    .strictObject({
      strategy: z.enum(['canary', 'rolling', 'bluegreen', 'immediate']),
      release_command: z.string().min(1).optional(),
    })
    .optional(),
  env: z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'is no variable'), z.string()).optional(),
  processes: z.record(z.string(), z.string().min(1)).optional(),
  http_service: z
    .strictObject({
      internal_port: port,
      force_https: z.literal(true),
      auto_start_machines: z.boolean(),
      auto_stop_machines: z.union([z.boolean(), z.enum(['off', 'stop', 'suspend'])]),
      min_machines_running: z.int().min(0),
      checks: z.array(z.strictObject(probe)).min(1),
    })
    .optional(),
  checks: z.record(z.string(), z.strictObject({ type: z.enum(['http', 'tcp']), port, ...probe })).optional(),
  vm: z
    .array(
      z.strictObject({
        memory: z.string().regex(/^\d+(?:mb|gb)$/, 'is no size'),
        cpu_kind: z.enum(['shared', 'performance']),
        cpus: z.union([1, 2, 4, 8, 16].map((count) => z.literal(count))),
        processes: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});

export type FlyApplication = z.infer<typeof flyApplication>;
