import { slug } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { allSettings, DRAIN_SECONDS, healthPort, LIVE_PATH, READY_PATH, secretsOf, settingsOf } from '../../environment.ts';
import { migratorOf } from '../../migration.ts';
import type { Unit } from '../../unit.ts';
import { many, one, reference, resource, type Resource, template, variable } from '../resource.ts';
import { identifier } from '../shared.ts';
import { vpcAccess } from './network.ts';

/** Account ids are 6 to 30 characters. */
const accountId = (system: string, unit: string): string =>
  `${system.slice(0, 16)}-${unit.slice(0, 12)}`.replace(/-+$/, '').padEnd(6, 'x');

/** One secret for each credential, without a value. */
export const googleSecrets = (design: Design, system: string): readonly Resource[] =>
  allSettings(design)
    .filter(({ secret }) => secret)
    .map(({ name }) =>
      resource('google_secret_manager_secret', identifier(name), {
        secret_id: `${system}-${slug(name)}`,
        replication: one({ auto: one({}) }),
      }),
    );

const environmentOf = (unit: Unit, design: Design) => [
  // The platform sets PORT itself.
  ...settingsOf(unit.unit, design)
    .filter((setting) => !setting.secret && setting.name !== 'PORT')
    .map((setting) => ({
      name: setting.name,
      value:
        setting.name === 'OTEL_EXPORTER_OTLP_ENDPOINT'
          ? variable('collector_endpoint')
          : setting.component === undefined
            ? (setting.value ?? '')
            : variable(setting.name.toLowerCase()),
    })),
  ...secretsOf(unit.unit, design).map((setting) => ({
    name: setting.name,
    value_source: one({
      secret_key_ref: one({
        secret: reference('google_secret_manager_secret', identifier(setting.name), 'secret_id'),
        version: 'latest',
      }),
    }),
  })),
];

/** The job that a release runs first, with the identity of a unit that reaches the store. */
export function googleMigration(design: Design, system: string): readonly Resource[] {
  const unit = migratorOf(design);
  if (!unit) return [];
  const container = { image: variable('image'), args: ['migrate'], env: many('envs', environmentOf(unit, design)) };
  const task = one({
    service_account: reference('google_service_account', identifier(unit.name), 'email'),
    max_retries: 0,
    timeout: '1800s',
    vpc_access: vpcAccess,
    containers: many('containers', [container]),
  });
  const job = {
    name: `${system}-migrate`,
    location: variable('region'),
    deletion_protection: false,
    template: one({ template: task }),
  };
  return [
    resource('google_cloud_run_v2_job', 'migrate', job, {
      ignore: ['template[0].template[0].containers[0].image', 'client', 'client_version'],
    }),
  ];
}

/** One unit: its account, what that may read, the service. */
export function googleService(unit: Unit, design: Design, system: string): readonly Resource[] {
  const name = identifier(unit.name);
  const port = healthPort(unit.unit);
  const own = secretsOf(unit.unit, design);
  const env = environmentOf(unit, design);
  return [
    resource('google_service_account', name, {
      account_id: accountId(system, unit.name),
      display_name: `${system} ${unit.name}`,
    }),
    ...own.map((setting) =>
      resource('google_secret_manager_secret_iam_member', `${name}_${identifier(setting.name)}`, {
        secret_id: reference('google_secret_manager_secret', identifier(setting.name), 'secret_id'),
        role: 'roles/secretmanager.secretAccessor',
        member: template('serviceAccount:', reference('google_service_account', name, 'email')),
      }),
    ),
    resource(
      'google_cloud_run_v2_service',
      name,
      {
        name: `${system}-${unit.name}`,
        location: variable('region'),
        ingress: unit.public ? 'INGRESS_TRAFFIC_ALL' : 'INGRESS_TRAFFIC_INTERNAL_ONLY',
        deletion_protection: true,
        template: one({
          service_account: reference('google_service_account', name, 'email'),
          timeout: `${unit.public ? DRAIN_SECONDS : 3_600}s`,
          scaling: one({ min_instance_count: unit.public ? 0 : unit.scale.min, max_instance_count: unit.scale.max }),
          vpc_access: vpcAccess,
          containers: many('containers', [
            {
              image: variable('image'),
              ...(unit.command && { command: unit.command }),
              ...(unit.args && { args: unit.args }),
              ports: one({ container_port: port }),
              // A worker has no request to pay for: its CPU stays on.
              resources: one({
                cpu_idle: unit.public,
                limits: { cpu: String(Math.max(1, Math.ceil(unit.cpu))), memory: `${Math.max(512, unit.memory)}Mi` },
              }),
              env: many('envs', env),
              startup_probe: one({ http_get: one({ path: READY_PATH, port }), period_seconds: 5, failure_threshold: 24 }),
              liveness_probe: one({ http_get: one({ path: LIVE_PATH, port }), period_seconds: 10 }),
            },
          ]),
        }),
      },
      {
        ignore: ['template[0].containers[0].image', 'traffic', 'client', 'client_version'],
        comment: 'Image and traffic belong to the release script.',
      },
    ),
    ...(unit.public
      ? [
          resource(
            'google_cloud_run_v2_service_iam_member',
            name,
            {
              name: reference('google_cloud_run_v2_service', name, 'name'),
              location: variable('region'),
              role: 'roles/run.invoker',
              member: 'allUsers',
            },
            { comment: 'Public on purpose: the unit checks the token of every call.' },
          ),
        ]
      : []),
  ];
}
