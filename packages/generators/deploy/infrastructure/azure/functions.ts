import type { Design } from '@archwright/model';
import { READY_PATH, secretsOf } from '../../environment.ts';
import type { Unit } from '../../unit.ts';
import { many, one, reference, resource, type Stack, template, variable } from '../resource.ts';
import { identifier } from '../shared.ts';
import { azureBase, azureIdentity, azureVariables, place, plainOf, vaultReference } from './base.ts';

/** Units as function apps on one plan, each with a slot that a release is tried in. */
export function azureFunctionsStack(design: Design, units: readonly Unit[], system: string): Stack {
  const common = (unit: Unit) => ({
    storage_account_name: reference('azurerm_storage_account', 'functions', 'name'),
    storage_uses_managed_identity: true,
    https_only: true,
    key_vault_reference_identity_id: reference('azurerm_user_assigned_identity', identifier(unit.name)),
    virtual_network_subnet_id: reference('azurerm_subnet', 'units'),
    identity: one({ type: 'UserAssigned', identity_ids: [reference('azurerm_user_assigned_identity', identifier(unit.name))] }),
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
      ...azureVariables(units, design).filter(({ name }) => name !== 'image'),
      { name: 'storage_name', description: 'name of the storage account: unique in Azure, lower case' },
      { name: 'registry', description: 'registry of the image, with https://' },
      { name: 'image_name', description: 'repository of the image' },
      { name: 'image_tag', description: 'first tag; later images come from the release script' },
    ],
    resources: [
      ...azureBase(system, { units: { range: '10.20.0.0/24', delegate: 'Microsoft.Web/serverFarms' } }),
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
        ...azureIdentity(unit, design, system),
        resource(
          'azurerm_linux_function_app',
          identifier(unit.name),
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
          identifier(unit.name),
          { name: 'staging', function_app_id: reference('azurerm_linux_function_app', identifier(unit.name)), ...common(unit) },
          { ignore: ['site_config[0].application_stack'] },
        ),
      ]),
    ],
    outputs: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        name: `${identifier(unit.name)}_address`,
        value: reference('azurerm_linux_function_app', identifier(unit.name), 'default_hostname'),
      })),
  };
}
