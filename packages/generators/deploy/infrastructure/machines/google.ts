import { many, one, reference, resource, variable } from '../resource.ts';
import { FIRST_BOOT, MACHINE, type Machines, numbered } from './shared.ts';

/** Compute Engine instances that are reached through Identity-Aware Proxy. */
export const googleMachines: Machines = (units, system) => ({
  provider: 'google',
  variables: [
    { name: 'project', description: 'Google Cloud project' },
    { name: 'region', description: 'region of everything' },
    { name: 'zone', description: 'zone of the machines' },
    ...MACHINE.slice(0, 2),
  ],
  resources: [
    resource('google_compute_network', 'main', { name: system, auto_create_subnetworks: false }),
    resource('google_compute_subnetwork', 'main', {
      name: system,
      region: variable('region'),
      network: reference('google_compute_network', 'main'),
      ip_cidr_range: '10.20.0.0/20',
      private_ip_google_access: true,
    }),
    resource('google_compute_firewall', 'web', {
      name: `${system}-web`,
      network: reference('google_compute_network', 'main'),
      source_ranges: ['0.0.0.0/0'],
      allow: many('allows', [{ protocol: 'tcp', ports: ['80', '443'] }]),
    }),
    resource(
      'google_compute_firewall',
      'iap',
      {
        name: `${system}-iap`,
        network: reference('google_compute_network', 'main'),
        source_ranges: ['35.235.240.0/20'],
        allow: many('allows', [{ protocol: 'tcp', ports: ['22'] }]),
      },
      { comment: 'SSH only through Identity-Aware Proxy.' },
    ),
    resource('google_service_account', 'machine', {
      account_id: `${system.slice(0, 20)}-machine`,
      display_name: `${system} machines`,
    }),
    ...numbered(units).map((number) =>
      resource(
        'google_compute_instance',
        `machine_${number}`,
        {
          name: `${system}-${number}`,
          machine_type: variable('machine_type'),
          zone: variable('zone'),
          deletion_protection: true,
          boot_disk: one({ initialize_params: one({ image: variable('machine_image') }) }),
          network_interface: many('networkInterfaces', [
            {
              subnetwork: reference('google_compute_subnetwork', 'main'),
              access_config: many('accessConfigs', [{ network_tier: 'PREMIUM' }]),
            },
          ]),
          service_account: one({ email: reference('google_service_account', 'machine', 'email'), scopes: ['cloud-platform'] }),
          shielded_instance_config: one({ enable_secure_boot: true }),
          metadata: { 'enable-oslogin': 'TRUE', 'user-data': FIRST_BOOT },
        },
        { ignore: ['metadata', 'boot_disk'] },
      ),
    ),
  ],
  outputs: numbered(units).map((number) => ({
    name: `machine_${number}`,
    value: reference('google_compute_instance', `machine_${number}`, 'instance_id'),
  })),
});
