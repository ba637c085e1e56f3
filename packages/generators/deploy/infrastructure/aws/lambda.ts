import type { Design } from '@archwright/model';
import { requestPeakOf } from '../../../operate/roadmap-alerts.ts';
import { neighboursOf, secretsOf, settingsOf } from '../../environment.ts';
import { type Routes, routesOf } from '../../routes.ts';
import type { Unit } from '../../unit.ts';
import { one, reference, resource, type Resource, type Stack, template, variable } from '../resource.ts';
import { identifier, plainSettings } from '../shared.ts';
import { awsRoles, awsSecrets, secretArn } from './access.ts';
import { alarm, alarmTopic, storeAlarms } from './alarms.ts';
import { awsNetwork, privateSubnets, securityGroup, securityGroupId } from './network.ts';
import { awsStores, storeIdentifier } from './stores.ts';

const LOG_DAYS = 30;
/** A gateway answers within 30 s; work from a queue may take longer, below the queue's visibility time-out. */
const CALL_SECONDS = 29;
const WORK_SECONDS = 120;

/** Units as functions from the same image, an HTTP gateway before the public ones, the queue before the others. */
export function lambdaStack(design: Design, units: readonly Unit[], system: string): Stack {
  const stores = awsStores(design, system);
  const open = units.filter((unit) => unit.public);
  return {
    provider: 'aws',
    variables: [
      { name: 'region', description: 'AWS region; its zones a and b are used' },
      { name: 'image', description: 'first image, by digest; later ones come from the release script' },
      { name: 'collector_endpoint', description: 'OTLP address of the telemetry collector' },
      ...plainSettings(units, design).map((name) => ({ name: name.toLowerCase(), description: `value of ${name}` })),
      ...stores.variables,
    ],
    resources: [
      ...awsNetwork(system),
      ...securityGroup('units', 'functions of the system', system, []),
      ...awsSecrets(design, system),
      ...units.flatMap((unit) => fn(unit, design, system)),
      ...(open.length > 0 ? gateway(open, system, requestLimit(design), routesOf(units, design)) : []),
      ...stores.resources,
      alarmTopic(system),
      ...units.flatMap((unit) => [
        alarm(`${unit.name}-errors`, system, 'AWS/Lambda', 'Errors', 'Sum', 10, { FunctionName: `${system}-${unit.name}` }),
        alarm(`${unit.name}-throttles`, system, 'AWS/Lambda', 'Throttles', 'Sum', 0, { FunctionName: `${system}-${unit.name}` }),
      ]),
      ...storeAlarms(design, system),
    ],
    outputs: open.length > 0 ? [{ name: 'entrance', value: reference('aws_apigatewayv2_api', 'main', 'api_endpoint') }] : [],
  };
}

function fn(unit: Unit, design: Design, system: string): readonly Resource[] {
  const id = identifier(unit.name);
  const plain = settingsOf(unit.unit, design)
    .filter(({ secret }) => !secret)
    .map(
      ({ name, value, component }) =>
        [
          name,
          name === 'OTEL_EXPORTER_OTLP_ENDPOINT'
            ? variable('collector_endpoint')
            : component === undefined
              ? (value ?? '')
              : variable(name.toLowerCase()),
        ] as const,
    );
  // A function reads its secrets at start by ARN; the values never stand in its configuration.
  const secrets = secretsOf(unit.unit, design).map(({ name }) => [`${name}_SECRET_ARN`, secretArn(name)] as const);
  const queues = unit.public ? [] : neighboursOf(unit.unit, design).filter(({ technologyId }) => technologyId === 'sqs');
  return [
    resource('aws_cloudwatch_log_group', id, { name: `/aws/lambda/${system}-${unit.name}`, retention_in_days: LOG_DAYS }),
    ...awsRoles(unit, design, system, 'lambda.amazonaws.com'),
    resource(
      'aws_lambda_function',
      id,
      {
        function_name: `${system}-${unit.name}`,
        role: reference('aws_iam_role', `${id}_task`, 'arn'),
        package_type: 'Image',
        image_uri: variable('image'),
        publish: true,
        memory_size: Math.min(10_240, Math.max(128, unit.memory)),
        timeout: unit.public ? CALL_SECONDS : WORK_SECONDS,
        ...((unit.command ?? unit.args) && {
          image_config: one({ ...(unit.command && { entry_point: unit.command }), ...(unit.args && { command: unit.args }) }),
        }),
        environment: one({ variables: Object.fromEntries([...plain, ...secrets]) }),
        vpc_config: one({ subnet_ids: privateSubnets, security_group_ids: [securityGroupId('units')] }),
        tracing_config: one({ mode: 'Active' }),
      },
      { ignore: ['image_uri'], comment: 'The version belongs to the release script.' },
    ),
    resource(
      'aws_lambda_alias',
      id,
      {
        name: 'live',
        function_name: reference('aws_lambda_function', id, 'function_name'),
        function_version: reference('aws_lambda_function', id, 'version'),
      },
      { ignore: ['function_version', 'routing_config'] },
    ),
    ...queues.map((queue) =>
      resource('aws_lambda_event_source_mapping', `${id}_${storeIdentifier(queue)}`, {
        event_source_arn: reference('aws_sqs_queue', storeIdentifier(queue), 'arn'),
        function_name: reference('aws_lambda_alias', id, 'arn'),
        batch_size: 10,
        function_response_types: ['ReportBatchItemFailures'],
        scaling_config: one({ maximum_concurrency: Math.max(2, unit.scale.max) }),
      }),
    ),
  ];
}

/** Requests per second the gateway lets through: the load of the first roadmap stage, at least twice the peak. */
const requestLimit = (design: Design): number =>
  Math.max(10, Math.ceil(requestPeakOf(design) * Math.max(2, design.roadmap.find(({ factor }) => factor > 1)?.factor ?? 2)));

const gateway = (open: readonly Unit[], system: string, limit: number, routes: Routes): readonly Resource[] => [
  resource('aws_apigatewayv2_api', 'main', { name: system, protocol_type: 'HTTP' }),
  resource('aws_apigatewayv2_stage', 'main', {
    api_id: reference('aws_apigatewayv2_api', 'main'),
    name: '$default',
    auto_deploy: true,
    default_route_settings: one({ throttling_burst_limit: limit, throttling_rate_limit: limit }),
  }),
  ...open.flatMap((unit, index) => {
    const id = identifier(unit.name);
    return [
      resource('aws_apigatewayv2_integration', id, {
        api_id: reference('aws_apigatewayv2_api', 'main'),
        integration_type: 'AWS_PROXY',
        integration_uri: reference('aws_lambda_alias', id, 'invoke_arn'),
        payload_format_version: '2.0',
      }),
      ...(index === 0
        ? ['$default']
        : (routes.get(unit.name) ?? []).flatMap((prefix) => [`ANY ${prefix}`, `ANY ${prefix}/{proxy+}`])
      ).map((key, number) =>
        resource('aws_apigatewayv2_route', number === 0 ? id : `${id}_${number}`, {
          api_id: reference('aws_apigatewayv2_api', 'main'),
          route_key: key,
          target: template('integrations/', reference('aws_apigatewayv2_integration', id)),
        }),
      ),
      resource('aws_lambda_permission', id, {
        action: 'lambda:InvokeFunction',
        function_name: reference('aws_lambda_function', id, 'function_name'),
        qualifier: reference('aws_lambda_alias', id, 'name'),
        principal: 'apigateway.amazonaws.com',
        source_arn: template(reference('aws_apigatewayv2_api', 'main', 'execution_arn'), '/*/*'),
      }),
    ];
  }),
];
