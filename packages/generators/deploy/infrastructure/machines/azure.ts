import { many, one, reference, resource, variable } from '../resource.ts';
import { MACHINE, type Machines, numbered } from './shared.ts';

/** Virtual machines of Azure behind a security group that lets the web in and nothing else. */
export const azureMachines: Machines = (units, system) => {
  const group = reference('azurerm_resource_group', 'main', 'name');
  const place = { resource_group_name: group, location: variable('location') };
  return {
    provider: 'azurerm',
    variables: [
      { name: 'subscription', description: 'Azure subscription' },
      { name: 'location', description: 'region of everything' },
      ...MACHINE.filter(({ name }) => name !== 'machine_image'),
      { name: 'image_publisher', description: 'publisher of the operating system image' },
      { name: 'image_offer', description: 'offer of the image' },
      { name: 'image_sku', description: 'edition of the image' },
    ],
    resources: [
      resource('azurerm_resource_group', 'main', { name: system, location: variable('location') }),
      resource('azurerm_virtual_network', 'main', { ...place, name: system, address_space: ['10.20.0.0/16'] }),
      resource('azurerm_subnet', 'machines', {
        name: 'machines',
        resource_group_name: group,
        virtual_network_name: reference('azurerm_virtual_network', 'main', 'name'),
        address_prefixes: ['10.20.0.0/24'],
      }),
      resource('azurerm_network_security_group', 'machines', {
        ...place,
        name: `${system}-machines`,
        security_rule: many('securityRules', [
          {
            name: 'web',
            priority: 100,
            direction: 'Inbound',
            access: 'Allow',
            protocol: 'Tcp',
            source_port_range: '*',
            destination_port_ranges: ['80', '443'],
            source_address_prefix: 'Internet',
            destination_address_prefix: '*',
          },
        ]),
      }),
      resource('azurerm_subnet_network_security_group_association', 'machines', {
        subnet_id: reference('azurerm_subnet', 'machines'),
        network_security_group_id: reference('azurerm_network_security_group', 'machines'),
      }),
      ...numbered(units).flatMap((number) => [
        resource('azurerm_public_ip', `machine_${number}`, {
          ...place,
          name: `${system}-${number}`,
          allocation_method: 'Static',
          sku: 'Standard',
        }),
        resource('azurerm_network_interface', `machine_${number}`, {
          ...place,
          name: `${system}-${number}`,
          ip_configuration: many('ipConfigurations', [
            {
              name: 'main',
              subnet_id: reference('azurerm_subnet', 'machines'),
              private_ip_address_allocation: 'Dynamic',
              public_ip_address_id: reference('azurerm_public_ip', `machine_${number}`),
            },
          ]),
        }),
        resource('azurerm_linux_virtual_machine', `machine_${number}`, {
          ...place,
          name: `${system}-${number}`,
          size: variable('machine_type'),
          admin_username: 'deploy',
          network_interface_ids: [reference('azurerm_network_interface', `machine_${number}`)],
          secure_boot_enabled: true,
          identity: one({ type: 'SystemAssigned' }),
          admin_ssh_key: many('adminSshKeys', [{ username: 'deploy', public_key: variable('ssh_public_key') }]),
          os_disk: one({ caching: 'ReadWrite', storage_account_type: 'Premium_LRS' }),
          source_image_reference: one({
            publisher: variable('image_publisher'),
            offer: variable('image_offer'),
            sku: variable('image_sku'),
            version: 'latest',
          }),
        }),
      ]),
    ],
    outputs: numbered(units).map((number) => ({
      name: `machine_${number}`,
      value: reference('azurerm_public_ip', `machine_${number}`, 'ip_address'),
    })),
  };
};
