import { slug } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { allSettings, DRAIN_SECONDS, healthPort, LIVE_PATH, READY_PATH, secretsOf, settingsOf } from '../environment.ts';
import { migratorOf } from '../migration.ts';
import { isSelfRun } from '../platform.ts';
import type { Unit } from '../unit.ts';
import { knownVersion } from '../versions.ts';
import { many, one, reference, type Resource, resource, type Stack, template, variable, type Variable } from './resource.ts';

const id = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
/** Account ids are 6 to 30 characters. */
const accountId = (system: string, unit: string): string =>
  `${system.slice(0, 16)}-${unit.slice(0, 12)}`.replace(/-+$/, '').padEnd(6, 'x');

/** Units on Cloud Run with an account each, private addresses to the stores, secrets from Secret Manager. */
export function cloudRunStack(design: Design, units: readonly Unit[], system: string): Stack {
  const made = design.architecture.components.flatMap((component) => store(component, design, system));
  return {
    provider: 'google',
    variables: [
      { name: 'project', description: 'Google Cloud project' },
      { name: 'region', description: 'region of everything' },
      { name: 'image', description: 'first image, by digest; later ones come from the release script' },
      { name: 'collector_endpoint', description: 'OTLP address of the telemetry collector' },
      ...plainSettings(units, design).map((name) => ({ name: name.toLowerCase(), description: `value of ${name}` })),
      ...made.flatMap(({ variables }) => variables),
    ],
    resources: [
      ...network(system),
      ...secrets(design, system),
      ...units.flatMap((unit) => service(unit, design, system)),
      ...migration(design, system),
      ...made.flatMap(({ resources }) => resources),
      ...alarms(units, system),
    ],
    outputs: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        name: `${id(unit.name)}_address`,
        value: reference('google_cloud_run_v2_service', id(unit.name), 'uri'),
      })),
  };
}

export const plainSettings = (units: readonly Unit[], design: Design): readonly string[] => [
  ...new Set(
    units.flatMap(({ unit }) =>
      settingsOf(unit, design)
        .filter(({ secret, component }) => !secret && component !== undefined)
        .map(({ name }) => name),
    ),
  ),
];

const network = (system: string): readonly Resource[] => [
  resource('google_compute_network', 'main', { name: system, auto_create_subnetworks: false }),
  resource('google_compute_subnetwork', 'main', {
    name: system,
    region: variable('region'),
    network: reference('google_compute_network', 'main'),
    ip_cidr_range: '10.20.0.0/20',
    private_ip_google_access: true,
  }),
  resource('google_compute_global_address', 'services', {
    name: `${system}-services`,
    purpose: 'VPC_PEERING',
    address_type: 'INTERNAL',
    prefix_length: 20,
    network: reference('google_compute_network', 'main'),
  }),
  resource('google_service_networking_connection', 'services', {
    network: reference('google_compute_network', 'main'),
    service: 'servicenetworking.googleapis.com',
    reserved_peering_ranges: [reference('google_compute_global_address', 'services', 'name')],
  }),
];

const secrets = (design: Design, system: string): readonly Resource[] =>
  allSettings(design)
    .filter(({ secret }) => secret)
    .map(({ name }) =>
      resource('google_secret_manager_secret', id(name), {
        secret_id: `${system}-${slug(name)}`,
        replication: one({ auto: one({}) }),
      }),
    );

/** Private addresses go through our network, everything else straight out. */
const vpcAccess = one({
  egress: 'PRIVATE_RANGES_ONLY',
  network_interfaces: many('networkInterfaces', [
    {
      network: reference('google_compute_network', 'main'),
      subnetwork: reference('google_compute_subnetwork', 'main'),
    },
  ]),
});

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
        secret: reference('google_secret_manager_secret', id(setting.name), 'secret_id'),
        version: 'latest',
      }),
    }),
  })),
];

/** The job that a release runs first, with the identity of a unit that reaches the store. */
function migration(design: Design, system: string): readonly Resource[] {
  const unit = migratorOf(design);
  if (!unit) return [];
  const container = { image: variable('image'), args: ['migrate'], env: many('envs', environmentOf(unit, design)) };
  const task = one({
    service_account: reference('google_service_account', id(unit.name), 'email'),
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

function service(unit: Unit, design: Design, system: string): readonly Resource[] {
  const name = id(unit.name);
  const port = healthPort(unit.unit);
  const own = secretsOf(unit.unit, design);
  const env = environmentOf(unit, design);
  return [
    resource('google_service_account', name, {
      account_id: accountId(system, unit.name),
      display_name: `${system} ${unit.name}`,
    }),
    ...own.map((setting) =>
      resource('google_secret_manager_secret_iam_member', `${name}_${id(setting.name)}`, {
        secret_id: reference('google_secret_manager_secret', id(setting.name), 'secret_id'),
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

interface Made {
  readonly resources: readonly Resource[];
  readonly variables: readonly Variable[];
}

/** Managed services by technology; their tier is chosen on the cost sheet. */
function store(component: Component, design: Design, system: string): readonly Made[] {
  if (isSelfRun(component.option)) return [];
  const name = id(slug(component.id));
  const label = `${system}-${slug(component.id)}`;
  const tier: Variable = { name: `${name}_tier`, description: `size of ${slug(component.id)}: as the cost sheet names it` };
  const zonal = /(?:one-zone|small|basic)$/.test(component.option ?? '');
  switch (component.technologyId) {
    case 'cloud-sql':
    case 'postgresql': {
      if (component.kind !== 'database') return [];
      const version = knownVersion(design, 'postgresql')?.version.split('.')[0];
      const versionInput: Variable = {
        name: `${name}_version`,
        description: 'engine version, as POSTGRES_n: no evidence was found for one',
        ...(version !== undefined && { description: 'engine version', value: `POSTGRES_${version}` }),
      };
      return [
        {
          variables: [tier, versionInput],
          resources: [
            resource(
              'google_sql_database_instance',
              name,
              {
                name: label,
                region: variable('region'),
                database_version: variable(versionInput.name),
                deletion_protection: true,
                settings: one({
                  tier: variable(tier.name),
                  availability_type: zonal ? 'ZONAL' : 'REGIONAL',
                  disk_autoresize: true,
                  ip_configuration: one({
                    ipv4_enabled: false,
                    private_network: reference('google_service_networking_connection', 'services', 'network'),
                    ssl_mode: 'ENCRYPTED_ONLY',
                  }),
                  backup_configuration: one({ enabled: true, point_in_time_recovery_enabled: true }),
                }),
              },
              { keep: true },
            ),
          ],
        },
      ];
    }
    case 'redis':
    case 'valkey':
      return [
        {
          variables: [{ name: `${name}_gigabytes`, description: `memory of ${slug(component.id)}`, kind: 'number' }],
          resources: [
            resource('google_redis_instance', name, {
              name: label,
              region: variable('region'),
              tier: zonal ? 'BASIC' : 'STANDARD_HA',
              memory_size_gb: variable(`${name}_gigabytes`),
              authorized_network: reference('google_compute_network', 'main'),
              connect_mode: 'PRIVATE_SERVICE_ACCESS',
              auth_enabled: true,
              transit_encryption_mode: 'SERVER_AUTHENTICATION',
            }),
          ],
        },
      ];
    case 'gcs':
      return [
        {
          variables: [],
          resources: [
            resource(
              'google_storage_bucket',
              name,
              {
                name: template(variable('project'), `-${slug(component.id)}`),
                location: variable('region'),
                uniform_bucket_level_access: true,
                public_access_prevention: 'enforced',
                versioning: one({ enabled: true }),
              },
              { keep: true },
            ),
          ],
        },
      ];
    case 'pubsub':
      return [
        {
          variables: [],
          resources: [
            resource('google_pubsub_topic', name, { name: label }),
            resource('google_pubsub_topic', `${name}_aside`, { name: `${label}-aside` }),
            resource('google_pubsub_subscription', name, {
              name: label,
              topic: reference('google_pubsub_topic', name),
              ack_deadline_seconds: 60,
              dead_letter_policy: one({
                dead_letter_topic: reference('google_pubsub_topic', `${name}_aside`),
                max_delivery_attempts: 5,
              }),
              retry_policy: one({ minimum_backoff: '10s' }),
            }),
          ],
        },
      ];
    default:
      return [];
  }
}

const alarms = (units: readonly Unit[], system: string): readonly Resource[] =>
  units.map((unit) =>
    resource('google_monitoring_alert_policy', id(unit.name), {
      display_name: `${system} ${unit.name}: CPU above the planned use`,
      combiner: 'OR',
      conditions: many('conditions', [
        {
          display_name: 'cpu',
          condition_threshold: one({
            filter: `resource.type = "cloud_run_revision" AND resource.labels.service_name = "${system}-${unit.name}" AND metric.type = "run.googleapis.com/container/cpu/utilizations"`,
            comparison: 'COMPARISON_GT',
            threshold_value: Math.max(0.9, unit.scale.target),
            duration: '600s',
            aggregations: many('aggregations', [{ alignment_period: '60s', per_series_aligner: 'ALIGN_PERCENTILE_99' }]),
          }),
        },
      ]),
    }),
  );
