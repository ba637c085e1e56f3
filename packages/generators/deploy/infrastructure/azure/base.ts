import { slug } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { secretsOf, settingsOf } from '../../environment.ts';
import type { Unit } from '../../unit.ts';
import { many, one, reference, resource, type Resource, template, variable, type Variable } from '../resource.ts';
import { identifier, plainSettings } from '../shared.ts';

/** The resource group of everything. */
export const group = reference('azurerm_resource_group', 'main', 'name');
export const place = { resource_group_name: group, location: variable('location') };
/** The vault's own role for reading secret values. */
const READER = 'Key Vault Secrets User';

/** Group, network, log and vault. */
export const azureBase = (
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

/** The identity of a unit, and the secrets it may read. */
export const azureIdentity = (unit: Unit, design: Design, system: string): readonly Resource[] => [
  resource('azurerm_user_assigned_identity', identifier(unit.name), { ...place, name: `${system}-${unit.name}` }),
  // Each identity reads its own secrets by name, not the vault.
  ...secretsOf(unit.unit, design).map(({ name }) =>
    resource('azurerm_role_assignment', `${identifier(unit.name)}_${identifier(name)}`, {
      scope: template(reference('azurerm_key_vault', 'main'), `/secrets/${slug(name)}`),
      role_definition_name: READER,
      principal_id: reference('azurerm_user_assigned_identity', identifier(unit.name), 'principal_id'),
    }),
  ),
];

/** What every Azure stack asks for. */
export const azureVariables = (units: readonly Unit[], design: Design): readonly Variable[] => [
  { name: 'subscription', description: 'Azure subscription' },
  { name: 'tenant', description: 'Azure tenant' },
  { name: 'location', description: 'region of everything' },
  { name: 'vault_name', description: 'name of the key vault: unique in Azure' },
  { name: 'image', description: 'first image, by digest; later ones come from the release script' },
  { name: 'collector_endpoint', description: 'OTLP address of the telemetry collector' },
  ...plainSettings(units, design).map((name) => ({ name: name.toLowerCase(), description: `value of ${name}` })),
];

/** Address of a secret in the vault. */
export const vaultReference = (name: string) =>
  template(reference('azurerm_key_vault', 'main', 'vault_uri'), `secrets/${slug(name)}`);

/** Settings of a unit without its secrets. */
export const plainOf = (unit: Unit, design: Design) =>
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
