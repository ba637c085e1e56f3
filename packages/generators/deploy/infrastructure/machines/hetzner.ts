import type { Unit } from '../../unit.ts';
import { many, numeric, reference, resource, type Resource, variable } from '../resource.ts';
import { FIRST_BOOT, MACHINE, machineCount, type Machines, numbered } from './shared.ts';

/** Machines of Hetzner Cloud behind a firewall; a load balancer when there are several. */
export const hetznerMachines: Machines = (units, system) => ({
  provider: 'hcloud',
  variables: [
    ...MACHINE,
    { name: 'location', description: 'location of the machines' },
    { name: 'network_zone', description: 'network zone of the location' },
    { name: 'admin_range', description: 'address range that may use SSH' },
  ],
  resources: [
    resource('hcloud_network', 'main', { name: system, ip_range: '10.20.0.0/16' }),
    resource('hcloud_network_subnet', 'main', {
      network_id: numeric(reference('hcloud_network', 'main')),
      type: 'cloud',
      network_zone: variable('network_zone'),
      ip_range: '10.20.0.0/24',
    }),
    resource('hcloud_ssh_key', 'deploy', { name: `${system}-deploy`, public_key: variable('ssh_public_key') }),
    resource('hcloud_firewall', 'main', {
      name: system,
      rule: many('rules', [
        ...['80', '443'].map((port) => ({ direction: 'in', protocol: 'tcp', port, source_ips: ['0.0.0.0/0', '::/0'] })),
        { direction: 'in', protocol: 'tcp', port: '22', source_ips: [variable('admin_range')] },
      ]),
    }),
    ...numbered(units).map((number) =>
      resource(
        'hcloud_server',
        `machine_${number}`,
        {
          name: `${system}-${number}`,
          server_type: variable('machine_type'),
          image: variable('machine_image'),
          location: variable('location'),
          ssh_keys: [reference('hcloud_ssh_key', 'deploy')],
          firewall_ids: [numeric(reference('hcloud_firewall', 'main'))],
          user_data: FIRST_BOOT,
          backups: true,
          network: many('networks', [{ network_id: numeric(reference('hcloud_network', 'main')) }]),
        },
        { ignore: ['user_data', 'image'] },
      ),
    ),
    ...(machineCount(units) > 1 ? hetznerBalancer(units, system) : []),
  ],
  outputs: numbered(units).map((number) => ({
    name: `machine_${number}`,
    value: reference('hcloud_server', `machine_${number}`, 'ipv4_address'),
  })),
});

const hetznerBalancer = (units: readonly Unit[], system: string): readonly Resource[] => [
  resource('hcloud_load_balancer', 'main', { name: system, load_balancer_type: 'lb11', location: variable('location') }),
  ...numbered(units).map((number) =>
    resource('hcloud_load_balancer_target', `machine_${number}`, {
      type: 'server',
      load_balancer_id: numeric(reference('hcloud_load_balancer', 'main')),
      server_id: numeric(reference('hcloud_server', `machine_${number}`)),
    }),
  ),
  resource('hcloud_load_balancer_service', 'https', {
    load_balancer_id: reference('hcloud_load_balancer', 'main'),
    protocol: 'tcp',
    listen_port: 443,
    destination_port: 443,
  }),
];
