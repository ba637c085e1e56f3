import { reference, resource, type Resource, template, variable } from '../resource.ts';

const ZONES = ['a', 'b'] as const;

export const vpcId = reference('aws_vpc', 'main');
export const privateSubnets = ZONES.map((zone) => reference('aws_subnet', `private_${zone}`));
export const publicSubnets = ZONES.map((zone) => reference('aws_subnet', `public_${zone}`));

/** A network over two zones: the public half holds the way in, the private half everything else. */
export const awsNetwork = (system: string): readonly Resource[] => [
  resource('aws_vpc', 'main', { cidr_block: '10.20.0.0/16', enable_dns_hostnames: true, tags: { Name: system } }),
  resource('aws_internet_gateway', 'main', { vpc_id: vpcId, tags: { Name: system } }),
  ...ZONES.flatMap((zone, index) => [
    resource('aws_subnet', `public_${zone}`, {
      vpc_id: vpcId,
      availability_zone: template(variable('region'), zone),
      cidr_block: `10.20.${index}.0/24`,
      tags: { Name: `${system}-public-${zone}` },
    }),
    resource('aws_subnet', `private_${zone}`, {
      vpc_id: vpcId,
      availability_zone: template(variable('region'), zone),
      cidr_block: `10.20.${16 + index}.0/24`,
      tags: { Name: `${system}-private-${zone}` },
    }),
  ]),
  resource('aws_eip', 'egress', { domain: 'vpc', tags: { Name: `${system}-egress` } }),
  resource(
    'aws_nat_gateway',
    'egress',
    { allocation_id: reference('aws_eip', 'egress'), subnet_id: publicSubnets[0]!, tags: { Name: system } },
    { comment: 'One gateway: when its zone is lost, calls to providers fail until a second one is added.' },
  ),
  ...table('public', { gateway_id: reference('aws_internet_gateway', 'main') }, system),
  ...table('private', { nat_gateway_id: reference('aws_nat_gateway', 'egress') }, system),
];

const table = (
  name: 'public' | 'private',
  target: Readonly<Record<string, ReturnType<typeof reference>>>,
  system: string,
): readonly Resource[] => [
  resource('aws_route_table', name, { vpc_id: vpcId, tags: { Name: `${system}-${name}` } }),
  resource('aws_route', name, {
    route_table_id: reference('aws_route_table', name),
    destination_cidr_block: '0.0.0.0/0',
    ...target,
  }),
  ...ZONES.map((zone) =>
    resource('aws_route_table_association', `${name}_${zone}`, {
      subnet_id: reference('aws_subnet', `${name}_${zone}`),
      route_table_id: reference('aws_route_table', name),
    }),
  ),
];

export const securityGroupId = (name: string) => reference('aws_security_group', name);

/** A security group, and what may come in: nothing but what is listed. */
export function securityGroup(
  name: string,
  description: string,
  system: string,
  ingress: readonly { readonly from: string; readonly port: number }[],
): readonly Resource[] {
  return [
    resource('aws_security_group', name, {
      name: `${system}-${name}`,
      description,
      vpc_id: vpcId,
      tags: { Name: `${system}-${name}` },
    }),
    ...ingress.map(({ from, port }) =>
      resource('aws_vpc_security_group_ingress_rule', `${name}_from_${from}`.replaceAll('-', '_'), {
        security_group_id: securityGroupId(name),
        ...(from === 'internet' ? { cidr_ipv4: '0.0.0.0/0' } : { referenced_security_group_id: securityGroupId(from) }),
        from_port: port,
        to_port: port,
        ip_protocol: 'tcp',
      }),
    ),
    resource('aws_vpc_security_group_egress_rule', `${name}_out`.replaceAll('-', '_'), {
      security_group_id: securityGroupId(name),
      cidr_ipv4: '0.0.0.0/0',
      ip_protocol: '-1',
    }),
  ];
}
