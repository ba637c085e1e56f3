import { camelCase } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { DRAIN_SECONDS, healthPort, READY_PATH, settingsOf } from '../../environment.ts';
import { type Routes, routesOf } from '../../routes.ts';
import type { Unit } from '../../unit.ts';
import { json, many, one, reference, resource, type Resource, type Stack, template, type Value, variable } from '../resource.ts';
import { identifier, plainSettings } from '../shared.ts';
import { awsRoles, awsSecrets, secretArn } from './access.ts';
import { ecsAlarms } from './alarms.ts';
import { awsNetwork, privateSubnets, publicSubnets, securityGroup, securityGroupId, vpcId } from './network.ts';
import { awsStores } from './stores.ts';

const LOG_DAYS = 30;

/** Units as services on Fargate in private subnets behind a load balancer; the managed stores beside them. */
export function ecsStack(design: Design, units: readonly Unit[], system: string): Stack {
  const stores = awsStores(design, system);
  const open = units.filter((unit) => unit.public);
  return {
    provider: 'aws',
    variables: [
      { name: 'region', description: 'AWS region; its zones a and b are used' },
      { name: 'image', description: 'first image, by digest; later ones come from the release script' },
      ...(open.length > 0 ? [{ name: 'certificate_arn', description: 'certificate of the public name' }] : []),
      { name: 'collector_endpoint', description: 'OTLP address of the telemetry collector' },
      ...plainSettings(units, design).map((name) => ({ name: name.toLowerCase(), description: `value of ${name}` })),
      ...stores.variables,
    ],
    resources: [
      ...awsNetwork(system),
      ...securityGroup(
        'units',
        'units of the system',
        system,
        open.length > 0 ? [...new Set(open.map(({ unit }) => healthPort(unit)))].map((port) => ({ from: 'entrance', port })) : [],
      ),
      ...(open.length > 0 ? entrance(open, system, routesOf(units, design)) : []),
      ...awsSecrets(design, system),
      resource('aws_ecs_cluster', 'main', {
        name: system,
        setting: many('settings', [{ name: 'containerInsights', value: 'enabled' }]),
      }),
      ...units.flatMap((unit) => service(unit, design, system)),
      ...stores.resources,
      ...ecsAlarms(design, units, system),
    ],
    outputs: open.length > 0 ? [{ name: 'entrance', value: reference('aws_lb', 'main', 'dns_name') }] : [],
  };
}

const entrance = (open: readonly Unit[], system: string, routes: Routes): readonly Resource[] => [
  ...securityGroup('entrance', 'the way in', system, [{ from: 'internet', port: 443 }]),
  resource('aws_lb', 'main', {
    name: system,
    load_balancer_type: 'application',
    security_groups: [securityGroupId('entrance')],
    subnets: publicSubnets,
    drop_invalid_header_fields: true,
  }),
  ...open.map((unit) =>
    resource('aws_lb_target_group', identifier(unit.name), {
      name: `${system.slice(0, 20)}-${unit.name.slice(0, 10)}`.replace(/-+$/, ''),
      vpc_id: vpcId,
      target_type: 'ip',
      protocol: 'HTTP',
      port: healthPort(unit.unit),
      deregistration_delay: DRAIN_SECONDS,
      health_check: one({ path: READY_PATH, interval: 10, timeout: 3, healthy_threshold: 2, unhealthy_threshold: 2 }),
    }),
  ),
  resource('aws_lb_listener', 'https', {
    load_balancer_arn: reference('aws_lb', 'main', 'arn'),
    port: 443,
    protocol: 'HTTPS',
    ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    certificate_arn: variable('certificate_arn'),
    default_action: many('defaultActions', [
      { type: 'forward', target_group_arn: reference('aws_lb_target_group', identifier(open[0]!.name), 'arn') },
    ]),
  }),
  ...open
    .slice(1)
    .flatMap((unit) => (routes.get(unit.name) ?? []).map((prefix) => ({ unit, prefix })))
    .map(({ unit, prefix }, index) =>
      resource('aws_lb_listener_rule', `${identifier(unit.name)}_${index + 1}`, {
        listener_arn: reference('aws_lb_listener', 'https', 'arn'),
        priority: index + 1,
        action: many('actions', [
          { type: 'forward', target_group_arn: reference('aws_lb_target_group', identifier(unit.name), 'arn') },
        ]),
        condition: many('conditions', [{ path_pattern: one({ values: [prefix, `${prefix}/*`] }) }]),
      }),
    ),
];

function service(unit: Unit, design: Design, system: string): readonly Resource[] {
  const id = identifier(unit.name);
  const size = fargateSize(unit);
  return [
    resource('aws_cloudwatch_log_group', id, { name: `/${system}/${unit.name}`, retention_in_days: LOG_DAYS }),
    ...awsRoles(unit, design, system, 'ecs-tasks.amazonaws.com'),
    resource('aws_ecs_task_definition', id, {
      family: `${system}-${unit.name}`,
      requires_compatibilities: ['FARGATE'],
      network_mode: 'awsvpc',
      cpu: String(size.cpu),
      memory: String(size.memory),
      execution_role_arn: reference('aws_iam_role', `${id}_start`, 'arn'),
      task_role_arn: reference('aws_iam_role', `${id}_task`, 'arn'),
      container_definitions: json([container(unit, design)]),
    }),
    resource(
      'aws_ecs_service',
      id,
      {
        name: unit.name,
        cluster: reference('aws_ecs_cluster', 'main', 'arn'),
        task_definition: reference('aws_ecs_task_definition', id, 'arn'),
        desired_count: unit.replicas,
        launch_type: 'FARGATE',
        deployment_minimum_healthy_percent: 100,
        deployment_maximum_percent: 200,
        ...(unit.public && { health_check_grace_period_seconds: 60 }),
        network_configuration: one({
          subnets: privateSubnets,
          security_groups: [securityGroupId('units')],
          assign_public_ip: false,
        }),
        ...(unit.public && {
          load_balancer: many('loadBalancers', [
            {
              target_group_arn: reference('aws_lb_target_group', id, 'arn'),
              container_name: unit.name,
              container_port: healthPort(unit.unit),
            },
          ]),
        }),
        deployment_circuit_breaker: one({ enable: true, rollback: true }),
        alarms: one({ enable: true, rollback: true, alarm_names: [`${system}-${unit.name}-${unit.public ? 'errors' : 'cpu'}`] }),
      },
      {
        ignore: ['desired_count', 'task_definition'],
        comment: 'Count and version belong to the autoscaler and to the release script.',
      },
    ),
    ...scaling(unit, id, system),
  ];
}

const scaling = (unit: Unit, id: string, system: string): readonly Resource[] => [
  resource('aws_appautoscaling_target', id, {
    service_namespace: 'ecs',
    scalable_dimension: 'ecs:service:DesiredCount',
    resource_id: template(`service/${system}/`, reference('aws_ecs_service', id, 'name')),
    min_capacity: unit.scale.min,
    max_capacity: unit.scale.max,
  }),
  resource('aws_appautoscaling_policy', id, {
    name: 'planned-use',
    policy_type: 'TargetTrackingScaling',
    service_namespace: 'ecs',
    scalable_dimension: 'ecs:service:DesiredCount',
    resource_id: reference('aws_appautoscaling_target', id, 'resource_id'),
    target_tracking_scaling_policy_configuration: one({
      target_value: Math.round(unit.scale.target * 100),
      scale_in_cooldown: 300,
      scale_out_cooldown: 60,
      predefined_metric_specification: one({ predefined_metric_type: 'ECSServiceAverageCPUUtilization' }),
    }),
  }),
];

function container(unit: Unit, design: Design): Value {
  const all = settingsOf(unit.unit, design);
  const plain = all
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
  const secrets = all.filter(({ secret }) => secret).map(({ name }) => ({ name, valueFrom: secretArn(name) }));
  return {
    name: unit.name,
    image: variable('image'),
    essential: true,
    user: '65532',
    readonlyRootFilesystem: true,
    stopTimeout: DRAIN_SECONDS,
    ...(unit.command && { entryPoint: unit.command }),
    ...(unit.args && { command: unit.args }),
    portMappings: [{ containerPort: healthPort(unit.unit), protocol: 'tcp' }],
    environment: plain,
    ...(secrets.length > 0 && { secrets }),
    linuxParameters: { capabilities: { drop: ['ALL'] }, initProcessEnabled: true },
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': reference('aws_cloudwatch_log_group', identifier(unit.name), 'name'),
        'awslogs-region': variable('region'),
        'awslogs-stream-prefix': camelCase(unit.name),
      },
    },
  };
}

/** Sizes of Fargate: CPU units and the MiB each may have, least first. @source AWS Fargate task sizes, ECS developer guide */
const SIZES: readonly (readonly [cpu: number, least: number, most: number])[] = [
  [256, 512, 2_048],
  [512, 1_024, 4_096],
  [1_024, 2_048, 8_192],
  [2_048, 4_096, 16_384],
  [4_096, 8_192, 30_720],
];

/** The smallest size that holds the unit. Memory goes up in steps of 1 GiB above the least. */
export function fargateSize({ cpu, memory }: Pick<Unit, 'cpu' | 'memory'>): { readonly cpu: number; readonly memory: number } {
  const [units, least, most] = SIZES.find(([size, , top]) => size >= cpu * 1_024 && top >= memory) ?? SIZES.at(-1)!;
  return { cpu: units, memory: Math.min(most, Math.max(least, memory <= 512 ? least : Math.ceil(memory / 1_024) * 1_024)) };
}
