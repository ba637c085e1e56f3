import { slug } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { isSelfRun } from '../../platform.ts';
import { knownVersion } from '../../versions.ts';
import { one, reference, resource, type Resource, variable, type Variable } from '../resource.ts';
import { identifier } from '../shared.ts';
import { group, place } from './base.ts';

/** A flexible server in a subnet of its own, reached by a private name. */
export function azurePostgresql(
  design: Design,
  system: string,
): { readonly resources: readonly Resource[]; readonly variables: readonly Variable[] } {
  const component = design.architecture.components.find(
    ({ kind, technologyId, option }) =>
      kind === 'database' && (technologyId === 'postgresql' || technologyId === 'azure-postgresql') && !isSelfRun(option),
  );
  if (!component) return { resources: [], variables: [] };
  const name = identifier(slug(component.id));
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
