import { many, one, reference, resource, type Resource, variable } from '../resource.ts';

/** A network of our own, with private addresses for managed services. */
export const googleNetwork = (system: string): readonly Resource[] => [
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

/** Private addresses go through our network, everything else straight out. */
export const vpcAccess = one({
  egress: 'PRIVATE_RANGES_ONLY',
  network_interfaces: many('networkInterfaces', [
    {
      network: reference('google_compute_network', 'main'),
      subnetwork: reference('google_compute_subnetwork', 'main'),
    },
  ]),
});
