import { slug } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { healthPort, LIVE_PATH, READY_PATH, secretsOf } from '../../environment.ts';
import { migratorOf } from '../../migration.ts';
import type { Unit } from '../../unit.ts';
import { many, one, reference, resource, type Resource, type Stack, variable } from '../resource.ts';
import { identifier } from '../shared.ts';
import { azureBase, azureIdentity, azureVariables, group, place, plainOf, vaultReference } from './base.ts';
import { azurePostgresql } from './postgresql.ts';

/** Units as container apps in a network of their own; several revisions at a time, so that traffic can be moved. */
export function containerAppsStack(design: Design, units: readonly Unit[], system: string): Stack {
  const stores = azurePostgresql(design, system);
  return {
    provider: 'azurerm',
    variables: [...azureVariables(units, design), ...stores.variables],
    resources: [
      ...azureBase(system, {
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
      ...units.flatMap((unit) => [...azureIdentity(unit, design, system), containerApp(unit, design, system)]),
      ...migration(design, system),
      ...stores.resources,
    ],
    outputs: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        name: `${identifier(unit.name)}_revision`,
        value: reference('azurerm_container_app', identifier(unit.name), 'latest_revision_fqdn'),
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
    identity: reference('azurerm_user_assigned_identity', identifier(unit.name)),
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
    identity: one({ type: 'UserAssigned', identity_ids: [reference('azurerm_user_assigned_identity', identifier(unit.name))] }),
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
  const name = identifier(unit.name);
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
