import type { Artefact, Design } from '@archwright/model';
import { jsonFile, textFile, yamlFile } from '../../operate/files.ts';
import {
  allSettings,
  DRAIN_SECONDS,
  healthPort,
  LIVE_PATH,
  READY_PATH,
  secretsOf,
  settingsOf,
  variableOf,
} from '../environment.ts';
import { migratorOf } from '../migration.ts';
import type { PlatformId } from '../platform.ts';
import { routesOf } from '../routes.ts';
import { runtimeOf } from '../runtime.ts';
import { systemName, type Unit, unitsOf } from '../unit.ts';

/** Settings with a value of their own: everything but secrets and what differs between environments. */
const fixed = (unit: Unit, design: Design): Readonly<Record<string, string>> =>
  Object.fromEntries(
    settingsOf(unit.unit, design).flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );

const tomlString = (text: string): string => JSON.stringify(text).replace(/[\u007f]/g, '');
const tomlKey = (key: string): string => (/^[A-Za-z0-9_-]+$/.test(key) ? key : tomlString(key));

/** `deploy/fly/<unit>.toml`: one application a unit; machines of a public unit stop when nobody calls. */
const fly = (design: Design): readonly Artefact[] => {
  const system = systemName(design);
  const migrator = migratorOf(design)?.name;
  return unitsOf(design).map((unit) => {
    const port = healthPort(unit.unit);
    const start = unit.command ?? unit.args;
    const secrets = secretsOf(unit.unit, design).map(({ name }) => name);
    return textFile(`deploy/fly/${unit.name}.toml`, 'application/toml', `Fly application of ${unit.name}`, [
      secrets.length > 0 &&
        `# Secrets, set once: fly secrets set --app ${system}-${unit.name} ${secrets.map((name) => `${name}=...`).join(' ')}`,
      `# Machines: fly scale count ${unit.replicas} --app ${system}-${unit.name}`,
      `app = ${tomlString(`${system}-${unit.name}`)}`,
      `kill_signal = "SIGTERM"`,
      `kill_timeout = ${tomlString(`${DRAIN_SECONDS}s`)}`,
      '',
      '[deploy]',
      'strategy = "canary"',
      unit.name === migrator && `release_command = ${tomlString('migrate')}`,
      '',
      '[env]',
      ...Object.entries(fixed(unit, design)).map(([name, value]) => `${tomlKey(name)} = ${tomlString(value)}`),
      '',
      ...(start
        ? [
            '[processes]',
            `app = ${tomlString((unit.command ?? [...runtimeOf(design).entrypoint, ...(unit.args ?? [])]).join(' '))}`,
            '',
          ]
        : []),
      ...(unit.public
        ? [
            '[http_service]',
            `internal_port = ${port}`,
            'force_https = true',
            'auto_start_machines = true',
            'auto_stop_machines = "suspend"',
            `min_machines_running = ${unit.scale.min}`,
            '',
            '[[http_service.checks]]',
            `path = ${tomlString(READY_PATH)}`,
            'interval = "10s"',
            'timeout = "3s"',
            'grace_period = "10s"',
          ]
        : [
            '[checks.live]',
            'type = "http"',
            `port = ${port}`,
            `path = ${tomlString(LIVE_PATH)}`,
            'interval = "15s"',
            'timeout = "3s"',
          ]),
      '',
      '[[vm]]',
      `memory = ${tomlString(`${Math.max(256, unit.memory)}mb`)}`,
      'cpu_kind = "shared"',
      `cpus = ${[1, 2, 4, 8].find((size) => size >= unit.cpu) ?? 8}`,
    ]);
  });
};

/** Bindings of the platform's own stores, by technology. */
const BINDINGS: Readonly<
  Record<string, (binding: string, name: string, producer: boolean) => Readonly<Record<string, unknown>>>
> = {
  d1: (binding, name) => ({ d1_databases: [{ binding, database_name: name, migrations_dir: '../../database/migrations' }] }),
  r2: (binding, name) => ({ r2_buckets: [{ binding, bucket_name: name }] }),
  'cloudflare-queues': (binding, name, producer) => ({
    queues: producer
      ? { producers: [{ binding, queue: name }] }
      : { consumers: [{ queue: name, max_batch_size: 10, max_retries: 5, dead_letter_queue: `${name}-aside` }] },
  }),
  'durable-objects': (binding) => ({
    durable_objects: { bindings: [{ name: binding, class_name: 'Connection' }] },
    migrations: [{ tag: 'v1', new_sqlite_classes: ['Connection'] }],
  }),
};

/** `deploy/workers/<unit>.jsonc`; a store that the platform binds needs no address. */
const workers = (design: Design): readonly Artefact[] => {
  const system = systemName(design);
  const { components } = design.architecture;
  const bound = new Set(
    components.flatMap(({ id, technologyId }) => (technologyId !== undefined && technologyId in BINDINGS ? [id] : [])),
  );
  return unitsOf(design).map((unit) => {
    const bindings = components.map(
      ({ id, technologyId }) => BINDINGS[technologyId ?? '']?.(variableOf(id), `${system}-${id}`, unit.public) ?? {},
    );
    const secrets = secretsOf(unit.unit, design).filter(({ component }) => component === undefined || !bound.has(component));
    const configuration = {
      $schema: '../../node_modules/wrangler/config-schema.json',
      name: `${system}-${unit.name}`,
      main: `../../src/${unit.name}.ts`,
      compatibility_date: design.date,
      compatibility_flags: ['nodejs_compat'],
      workers_dev: false,
      preview_urls: false,
      observability: { enabled: true },
      vars: fixed(unit, design),
      ...Object.assign({}, ...bindings),
    };
    return textFile(`deploy/workers/${unit.name}.jsonc`, 'application/jsonc', `Wrangler configuration of ${unit.name}`, [
      ...secrets.map(({ name }) => `// Set once: wrangler secret put ${name} --config deploy/workers/${unit.name}.jsonc`),
      JSON.stringify(configuration, null, 2),
    ]);
  });
};

const vercel = (design: Design): readonly Artefact[] => {
  const units = unitsOf(design);
  const routes = routesOf(units, design);
  const open = units.filter((unit) => unit.public);
  const seconds = 60;
  const rewrites = [...open.slice(1), ...open.slice(0, 1)].flatMap((unit) => {
    const prefixes = routes.get(unit.name) ?? [];
    const own = unit === open[0] ? ['/:path*'] : prefixes.map((prefix) => `${prefix}/:path*`);
    return own.map((source) => ({ source, destination: `/api/${unit.name}` }));
  });
  const work = units.filter((unit) => !unit.public).map((unit) => ({ path: `/api/${unit.name}`, schedule: '* * * * *' }));
  return [
    jsonFile('deploy/vercel/vercel.json', 'Vercel project', {
      $schema: 'https://openapi.vercel.sh/vercel.json',
      functions: Object.fromEntries(
        units.map((unit) => [
          `api/${unit.name}.ts`,
          { memory: Math.min(3_009, Math.max(128, unit.memory)), maxDuration: seconds },
        ]),
      ),
      rewrites,
      ...(work.length > 0 && { crons: work }),
      headers: [
        {
          source: '/(.*)',
          headers: [
            { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
            { key: 'X-Content-Type-Options', value: 'nosniff' },
          ],
        },
      ],
    }),
  ];
};

const supabase = (design: Design): readonly Artefact[] => [
  textFile('deploy/supabase/config.toml', 'application/toml', 'Supabase project', [
    `# Secrets, set once: supabase secrets set ${allSettings(design)
      .filter(({ secret }) => secret)
      .map(({ name }) => `${name}=...`)
      .join(' ')}`,
    `project_id = ${tomlString(systemName(design))}`,
    ...unitsOf(design).flatMap((unit) => [
      '',
      `[functions.${tomlKey(unit.name)}]`,
      'enabled = true',
      // Tokens are checked at the edge for callers; work that a schedule starts carries the service's own key.
      'verify_jwt = true',
      `entrypoint = ${tomlString(`./functions/${unit.name}/index.ts`)}`,
    ]),
  ]),
];

/** `deploy/app-platform/app.yaml`: services and workers of one application. */
const appPlatform = (design: Design): readonly Artefact[] => {
  const units = unitsOf(design);
  const routes = routesOf(units, design);
  const first = units.find((unit) => unit.public)?.name;
  const part = (unit: Unit) => ({
    name: unit.name,
    image: { registry_type: 'GHCR', registry: 'REGISTRY', repository: systemName(design), tag: 'unreleased' },
    ...((unit.command ?? unit.args) && {
      run_command: (unit.command ?? [...runtimeOf(design).entrypoint, ...(unit.args ?? [])]).join(' '),
    }),
    instance_size_slug: 'SIZE',
    ...(unit.scale.min > 1
      ? {
          autoscaling: {
            min_instance_count: unit.scale.min,
            max_instance_count: unit.scale.max,
            metrics: { cpu: { percent: Math.round(unit.scale.target * 100) } },
          },
        }
      : { instance_count: unit.replicas }),
    envs: settingsOf(unit.unit, design).map(({ name, value, secret }) => ({
      key: name,
      scope: 'RUN_TIME',
      ...(secret ? { type: 'SECRET' } : {}),
      ...(value !== undefined && { value }),
    })),
  });
  const document = {
    name: systemName(design).slice(0, 32),
    services: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        ...part(unit),
        http_port: healthPort(unit.unit),
        health_check: { http_path: READY_PATH, period_seconds: 10, failure_threshold: 3 },
      })),
    workers: units.filter((unit) => !unit.public).map(part),
    ingress: {
      rules: units
        .filter((unit) => unit.public)
        .flatMap((unit) =>
          (unit.name === first ? [] : (routes.get(unit.name) ?? [])).map((prefix) => ({
            match: { path: { prefix } },
            component: { name: unit.name, preserve_path_prefix: true },
          })),
        )
        .concat(
          first === undefined
            ? []
            : [{ match: { path: { prefix: '/' } }, component: { name: first, preserve_path_prefix: true } }],
        ),
    },
    alerts: [{ rule: 'DEPLOYMENT_FAILED' }, { rule: 'DOMAIN_FAILED' }],
  };
  return [
    yamlFile(
      'deploy/app-platform/app.yaml',
      'App Platform specification',
      document,
      'Fill in REGISTRY and SIZE (as the cost sheet names it) before the first: doctl apps create --spec deploy/app-platform/app.yaml',
    ),
  ];
};

/** Configuration of platforms that are described by a file of their own. */
export const FUNCTION_PLATFORMS: Partial<Record<PlatformId, (design: Design) => readonly Artefact[]>> = {
  fly,
  workers,
  vercel,
  supabase,
  'app-platform': appPlatform,
};
