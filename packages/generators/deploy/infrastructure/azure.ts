import { slug } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { healthPort, LIVE_PATH, READY_PATH, secretsOf, settingsOf } from '../environment.ts';
import { migratorOf } from '../migration.ts';
import { isSelfRun } from '../platform.ts';
import type { Unit } from '../unit.ts';
import { knownVersion } from '../versions.ts';
import { plainSettings } from './google.ts';
import { many, one, reference, type Resource, resource, type Stack, template, variable, type Variable } from './resource.ts';

const id = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
const group = reference('azurerm_resource_group', 'main', 'name');
const place = { resource_group_name: group, location: variable('location') };
/** The vault's own role for reading secret values. */
const READER = 'Key Vault Secrets User';

const base = (
  system: string,
  subnets: Readonly<Record<string, { readonly range: string; readonly delegate?: string }>>,
): readonly Resource[] => [
  resource('azurerm_resource_group', 'main', { name: system, location: variable('location') }),
  resource('azurerm_virtual_network', 'main', { ...place, name: system, address_space: ['10.20.0.0/16'] }),
  ...Object.entries(subnets).map(([name, { range, delegate }]) =>
    resource('azurerm_subnet', name, {
      name,
      resource_group_name: group,
      virtual_network_name: reference('azurerm_virtual_network', 'main', 'name'),
      address_prefixes: [range],
      ...(delegate !== undefined && {
        delegation: many('delegations', [
          {
            name: 'delegation',
            service_delegation: one({ name: delegate, actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'] }),
          },
        ]),
      }),
    }),
  ),
  resource('azurerm_log_analytics_workspace', 'main', { ...place, name: system, retention_in_days: 30 }),
  resource('azurerm_key_vault', 'main', {
    ...place,
    name: variable('vault_name'),
    tenant_id: variable('tenant'),
    sku_name: 'standard',
    rbac_authorization_enabled: true,
    purge_protection_enabled: true,
    soft_delete_retention_days: 30,
  }),
];

const identity = (unit: Unit, design: Design, system: string): readonly Resource[] => [
  resource('azurerm_user_assigned_identity', id(unit.name), { ...place, name: `${system}-${unit.name}` }),
  // Each identity reads its own secrets by name, not the vault.
  ...secretsOf(unit.unit, design).map(({ name }) =>
    resource('azurerm_role_assignment', `${id(unit.name)}_${id(name)}`, {
      scope: template(reference('azurerm_key_vault', 'main'), `/secrets/${slug(name)}`),
      role_definition_name: READER,
      principal_id: reference('azurerm_user_assigned_identity', id(unit.name), 'principal_id'),
    }),
  ),
];

const variables = (units: readonly Unit[], design: Design): readonly Variable[] => [
  { name: 'subscription', description: 'Azure subscription' },
  { name: 'tenant', description: 'Azure tenant' },
  { name: 'location', description: 'region of everything' },
  { name: 'vault_name', description: 'name of the key vault: unique in Azure' },
  { name: 'image', description: 'first image, by digest; later ones come from the release script' },
  { name: 'collector_endpoint', description: 'OTLP address of the telemetry collector' },
  ...plainSettings(units, design).map((name) => ({ name: name.toLowerCase(), description: `value of ${name}` })),
];

const vaultReference = (name: string) => template(reference('azurerm_key_vault', 'main', 'vault_uri'), `secrets/${slug(name)}`);
const plainOf = (unit: Unit, design: Design) =>
  settingsOf(unit.unit, design)
    .filter(({ secret }) => !secret)
    .map(({ name, value, component }) => ({
      name,
      value:
        name === 'OTEL_EXPORTER_OTLP_ENDPOINT'
          ? variable('collector_endpoint')
          : component === undefined
            ? (value ?? '')
            : variable(name.toLowerCase()),
    }));

/** Units as container apps in a network of their own; several revisions at a time, so that traffic can be moved. */
export function containerAppsStack(design: Design, units: readonly Unit[], system: string): Stack {
  const stores = postgresql(design, system);
  return {
    provider: 'azurerm',
    variables: [...variables(units, design), ...stores.variables],
    resources: [
      ...base(system, {
        units: { range: '10.20.0.0/21', delegate: 'Microsoft.App/environments' },
        ...(stores.resources.length > 0 && {
          data: { range: '10.20.8.0/24', delegate: 'Microsoft.DBforPostgreSQL/flexibleServers' },
        }),
      }),
      resource('azurerm_container_app_environment', 'main', {
        ...place,
        name: system,
        infrastructure_subnet_id: reference('azurerm_subnet', 'units'),
        log_analytics_workspace_id: reference('azurerm_log_analytics_workspace', 'main'),
        zone_redundancy_enabled: true,
      }),
      ...units.flatMap((unit) => [...identity(unit, design, system), containerApp(unit, design, system)]),
      ...migration(design, system),
      ...stores.resources,
    ],
    outputs: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        name: `${id(unit.name)}_revision`,
        value: reference('azurerm_container_app', id(unit.name), 'latest_revision_fqdn'),
      })),
  };
}

/** Names of apps and jobs end at 32 characters. */
export const appName = (system: string, name: string): string => `${system}-${name}`.slice(0, 32).replace(/-+$/, '');

/** Memory of the consumption plan is twice the vCPU, in steps of a quarter. */
export const consumption = ({ cpu, memory }: Pick<Unit, 'cpu' | 'memory'>) => {
  const quarters = Math.min(16, Math.max(1, Math.ceil(Math.max(cpu * 4, memory / 512))));
  return { cpu: quarters / 4, memory: `${quarters / 2}Gi` };
};

const vaultSecrets = (unit: Unit, design: Design) =>
  secretsOf(unit.unit, design).map(({ name }) => ({
    name: slug(name),
    identity: reference('azurerm_user_assigned_identity', id(unit.name)),
    key_vault_secret_id: vaultReference(name),
  }));

const environmentOf = (unit: Unit, design: Design) => [
  ...plainOf(unit, design),
  ...secretsOf(unit.unit, design).map(({ name }) => ({ name, secret_name: slug(name) })),
];

/** The job that a release runs first, with the identity of a unit that reaches the store. */
function migration(design: Design, system: string): readonly Resource[] {
  const unit = migratorOf(design);
  if (!unit) return [];
  const job = {
    ...place,
    name: appName(system, 'migrate'),
    container_app_environment_id: reference('azurerm_container_app_environment', 'main'),
    replica_timeout_in_seconds: 1_800,
    replica_retry_limit: 0,
    manual_trigger_config: one({ parallelism: 1, replica_completion_count: 1 }),
    identity: one({ type: 'UserAssigned', identity_ids: [reference('azurerm_user_assigned_identity', id(unit.name))] }),
    secret: many('secrets', vaultSecrets(unit, design)),
    template: one({
      container: many('containers', [
        {
          name: 'migrate',
          image: variable('image'),
          ...consumption(unit),
          args: ['migrate'],
          env: many('envs', environmentOf(unit, design)),
        },
      ]),
    }),
  };
  return [resource('azurerm_container_app_job', 'migrate', job, { ignore: ['template[0].container[0].image'] })];
}

function containerApp(unit: Unit, design: Design, system: string): Resource {
  const name = id(unit.name);
  const port = healthPort(unit.unit);
  const identityId = reference('azurerm_user_assigned_identity', name);
  const probe = (path: string) => ({ transport: 'HTTP', port, path });
  return resource(
    'azurerm_container_app',
    name,
    {
      name: appName(system, unit.name),
      resource_group_name: group,
      container_app_environment_id: reference('azurerm_container_app_environment', 'main'),
      revision_mode: 'Multiple',
      identity: one({ type: 'UserAssigned', identity_ids: [identityId] }),
      secret: many('secrets', vaultSecrets(unit, design)),
      ...(unit.public && {
        ingress: one({
          external_enabled: true,
          target_port: port,
          traffic_weight: many('trafficWeights', [{ latest_revision: true, percentage: 100 }]),
        }),
      }),
      template: one({
        min_replicas: unit.scale.min,
        max_replicas: unit.scale.max,
        termination_grace_period_seconds: 60,
        container: many('containers', [
          {
            name: unit.name,
            image: variable('image'),
            ...consumption(unit),
            ...(unit.command && { command: unit.command }),
            ...(unit.args && { args: unit.args }),
            env: many('envs', environmentOf(unit, design)),
            readiness_probe: many('readinessProbes', [probe(READY_PATH)]),
            liveness_probe: many('livenessProbes', [probe(LIVE_PATH)]),
          },
        ]),
        custom_scale_rule: many('customScaleRules', [
          {
            name: 'planned-use',
            custom_rule_type: 'cpu',
            metadata: { type: 'Utilization', value: String(Math.round(unit.scale.target * 100)) },
          },
        ]),
      }),
    },
    {
      ignore: ['template[0].container[0].image', 'template[0].revision_suffix', 'ingress[0].traffic_weight'],
      comment: 'Image and traffic belong to the release script.',
    },
  );
}

/** Units as function apps on one plan, each with a slot that a release is tried in. */
export function azureFunctionsStack(design: Design, units: readonly Unit[], system: string): Stack {
  const common = (unit: Unit) => ({
    storage_account_name: reference('azurerm_storage_account', 'functions', 'name'),
    storage_uses_managed_identity: true,
    https_only: true,
    key_vault_reference_identity_id: reference('azurerm_user_assigned_identity', id(unit.name)),
    virtual_network_subnet_id: reference('azurerm_subnet', 'units'),
    identity: one({ type: 'UserAssigned', identity_ids: [reference('azurerm_user_assigned_identity', id(unit.name))] }),
    site_config: one({
      minimum_tls_version: '1.2',
      health_check_path: READY_PATH,
      health_check_eviction_time_in_min: 2,
      application_stack: one({
        docker: many('dockers', [
          { registry_url: variable('registry'), image_name: variable('image_name'), image_tag: variable('image_tag') },
        ]),
      }),
    }),
    app_settings: Object.fromEntries([
      ...plainOf(unit, design).map(({ name, value }) => [name, value] as const),
      ...secretsOf(unit.unit, design).map(
        ({ name }) => [name, template('@Microsoft.KeyVault(SecretUri=', ...vaultReference(name).parts, ')')] as const,
      ),
    ]),
  });
  return {
    provider: 'azurerm',
    variables: [
      ...variables(units, design).filter(({ name }) => name !== 'image'),
      { name: 'storage_name', description: 'name of the storage account: unique in Azure, lower case' },
      { name: 'registry', description: 'registry of the image, with https://' },
      { name: 'image_name', description: 'repository of the image' },
      { name: 'image_tag', description: 'first tag; later images come from the release script' },
    ],
    resources: [
      ...base(system, { units: { range: '10.20.0.0/24', delegate: 'Microsoft.Web/serverFarms' } }),
      resource('azurerm_storage_account', 'functions', {
        ...place,
        name: variable('storage_name'),
        account_tier: 'Standard',
        account_replication_type: 'ZRS',
        min_tls_version: 'TLS1_2',
        shared_access_key_enabled: false,
      }),
      resource(
        'azurerm_service_plan',
        'main',
        { ...place, name: system, os_type: 'Linux', sku_name: 'EP1' },
        { comment: 'Containers and network integration need the premium plan.' },
      ),
      ...units.flatMap((unit) => [
        ...identity(unit, design, system),
        resource(
          'azurerm_linux_function_app',
          id(unit.name),
          {
            ...place,
            name: `${system}-${unit.name}`,
            service_plan_id: reference('azurerm_service_plan', 'main'),
            ...common(unit),
          },
          { ignore: ['site_config[0].application_stack'] },
        ),
        resource(
          'azurerm_linux_function_app_slot',
          id(unit.name),
          { name: 'staging', function_app_id: reference('azurerm_linux_function_app', id(unit.name)), ...common(unit) },
          { ignore: ['site_config[0].application_stack'] },
        ),
      ]),
    ],
    outputs: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        name: `${id(unit.name)}_address`,
        value: reference('azurerm_linux_function_app', id(unit.name), 'default_hostname'),
      })),
  };
}

/** A flexible server in a subnet of its own, reached by a private name. */
function postgresql(
  design: Design,
  system: string,
): { readonly resources: readonly Resource[]; readonly variables: readonly Variable[] } {
  const component = design.architecture.components.find(
    ({ kind, technologyId, option }) =>
      kind === 'database' && (technologyId === 'postgresql' || technologyId === 'azure-postgresql') && !isSelfRun(option),
  );
  if (!component) return { resources: [], variables: [] };
  const name = id(slug(component.id));
  const major = knownVersion(design, 'postgresql')?.version.split('.')[0];
  const zones = !/(?:one-zone|small)$/.test(component.option ?? '');
  return {
    variables: [
      { name: `${name}_sku`, description: `size of ${slug(component.id)}: as the cost sheet names it` },
      {
        name: `${name}_version`,
        description: major === undefined ? 'engine version: no evidence was found for one' : 'engine version',
        ...(major !== undefined && { value: major }),
      },
    ],
    resources: [
      resource('azurerm_private_dns_zone', name, { name: `${system}.postgres.database.azure.com`, resource_group_name: group }),
      resource('azurerm_private_dns_zone_virtual_network_link', name, {
        name,
        resource_group_name: group,
        private_dns_zone_name: reference('azurerm_private_dns_zone', name, 'name'),
        virtual_network_id: reference('azurerm_virtual_network', 'main'),
      }),
      resource(
        'azurerm_postgresql_flexible_server',
        name,
        {
          ...place,
          name: `${system}-${slug(component.id)}`,
          version: variable(`${name}_version`),
          sku_name: variable(`${name}_sku`),
          storage_mb: 32_768,
          auto_grow_enabled: true,
          backup_retention_days: 14,
          delegated_subnet_id: reference('azurerm_subnet', 'data'),
          private_dns_zone_id: reference('azurerm_private_dns_zone', name),
          public_network_access_enabled: false,
          // Nobody has a password: the units log in with their identities.
          authentication: one({
            active_directory_auth_enabled: true,
            password_auth_enabled: false,
            tenant_id: variable('tenant'),
          }),
          ...(zones && { high_availability: one({ mode: 'ZoneRedundant' }) }),
        },
        { keep: true },
      ),
    ],
  };
}
