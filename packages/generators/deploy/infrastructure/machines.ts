import type { Provider } from '../platform.ts';
import type { Unit } from '../unit.ts';
import { many, numeric, one, reference, type Resource, resource, type Stack, template, variable } from './resource.ts';
import { awsNetwork, publicSubnets, securityGroup, securityGroupId } from './aws/network.ts';

/** Machines the units need together: the largest planned number of any unit, since every machine runs every unit. */
export const machineCount = (units: readonly Unit[]): number => Math.max(1, ...units.map(({ replicas }) => replicas));

/** Runs once at the first boot; the rest is `provision.sh`. */
const FIRST_BOOT = '#cloud-config\npackage_update: true\npackages: [podman, caddy, jq, unattended-upgrades]\n';

const MACHINE = [
  { name: 'machine_type', description: 'size of a machine: as the cost sheet names it' },
  { name: 'machine_image', description: 'operating system image: a Debian or Ubuntu with long-term support' },
  { name: 'ssh_public_key', description: 'key of the deployment user' },
] as const;

type Machines = (units: readonly Unit[], system: string) => Stack;

const numbered = (units: readonly Unit[]): readonly number[] =>
  Array.from({ length: machineCount(units) }, (_, index) => index + 1);

const hetzner: Machines = (units, system) => ({
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

const aws: Machines = (units, system) => ({
  provider: 'aws',
  variables: [{ name: 'region', description: 'AWS region; its zones a and b are used' }, ...MACHINE.slice(0, 2)],
  resources: [
    ...awsNetwork(system),
    ...securityGroup('machines', 'the way in; there is no SSH: sessions go through Systems Manager', system, [
      { from: 'internet', port: 443 },
    ]),
    resource('aws_iam_role', 'machine', {
      name: `${system}-machine`,
      assume_role_policy: {
        $: 'json',
        value: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    }),
    resource('aws_iam_role_policy', 'machine', {
      name: 'work',
      role: reference('aws_iam_role', 'machine'),
      policy: {
        $: 'json',
        value: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['secretsmanager:GetSecretValue'],
              Resource: template('arn:aws:secretsmanager:', variable('region'), `:*:secret:${system}/*`),
            },
            { Effect: 'Allow', Action: ['ssm:UpdateInstanceInformation', 'ssmmessages:*'], Resource: '*' },
          ],
        },
      },
    }),
    resource('aws_iam_instance_profile', 'machine', {
      name: `${system}-machine`,
      role: reference('aws_iam_role', 'machine', 'name'),
    }),
    ...numbered(units).map((number) =>
      resource(
        'aws_instance',
        `machine_${number}`,
        {
          ami: variable('machine_image'),
          instance_type: variable('machine_type'),
          subnet_id: publicSubnets[(number - 1) % publicSubnets.length]!,
          vpc_security_group_ids: [securityGroupId('machines')],
          iam_instance_profile: reference('aws_iam_instance_profile', 'machine', 'name'),
          associate_public_ip_address: true,
          user_data: FIRST_BOOT,
          metadata_options: one({ http_tokens: 'required', http_put_response_hop_limit: 1 }),
          root_block_device: one({ encrypted: true, volume_type: 'gp3' }),
          tags: { Name: `${system}-${number}` },
        },
        { ignore: ['ami', 'user_data'] },
      ),
    ),
  ],
  outputs: numbered(units).map((number) => ({
    name: `machine_${number}`,
    value: reference('aws_instance', `machine_${number}`, 'public_ip'),
  })),
});

const google: Machines = (units, system) => ({
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

const azure: Machines = (units, system) => {
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

const STACKS: Partial<Record<Provider, Machines>> = { hetzner, aws, google, azure };

/** Machines, network and firewall of a provider; nothing for machines that are already there. */
export const machineStack = (provider: Provider, units: readonly Unit[], system: string): Stack | undefined =>
  STACKS[provider]?.(units, system);
