import { awsNetwork, publicSubnets, securityGroup, securityGroupId } from '../aws/network.ts';
import { one, reference, resource, template, variable } from '../resource.ts';
import { FIRST_BOOT, MACHINE, type Machines, numbered } from './shared.ts';

/** EC2 instances that are reached through Systems Manager, not SSH. */
export const awsMachines: Machines = (units, system) => ({
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
