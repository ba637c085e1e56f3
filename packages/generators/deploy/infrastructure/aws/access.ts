import type { Design } from '@archwright/model';
import { allSettings, secretsOf } from '../../environment.ts';
import type { Unit } from '../../unit.ts';
import { json, reference, resource, type Resource, type Value } from '../resource.ts';
import { identifier } from '../shared.ts';
import { grantsOf } from './stores.ts';

/** Days in which a deleted secret can still be brought back. */
const SECRET_GRACE_DAYS = 7;

const trust = (service: string) =>
  json({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] });
const policy = (statements: readonly Value[]) => json({ Version: '2012-10-17', Statement: statements });

export const secretArn = (name: string) => reference('aws_secretsmanager_secret', identifier(name), 'arn');

/** One secret for each credential, without a value: the value is set once by a person or by rotation, never by code. */
export const awsSecrets = (design: Design, system: string): readonly Resource[] =>
  allSettings(design)
    .filter(({ secret }) => secret)
    .map(({ name, purpose }) =>
      resource('aws_secretsmanager_secret', identifier(name), {
        name: `${system}/${name}`,
        description: purpose.slice(0, 2_000),
        recovery_window_in_days: SECRET_GRACE_DAYS,
      }),
    );

/**
 * Two roles for each unit: one that starts it (image, log, its own secrets) and one it works with (its own queues, buckets and
 * tables). No unit can read another's secrets.
 */
export function awsRoles(
  unit: Unit,
  design: Design,
  system: string,
  service: 'ecs-tasks.amazonaws.com' | 'lambda.amazonaws.com' | 'ec2.amazonaws.com',
): readonly Resource[] {
  const id = identifier(unit.name);
  const secrets = secretsOf(unit.unit, design).map(({ name }) => secretArn(name));
  const read = secrets.length > 0 ? [{ Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: secrets }] : [];
  const grants = grantsOf(unit, design);
  const telemetry = {
    Effect: 'Allow',
    Action: ['cloudwatch:PutMetricData', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    Resource: '*',
  };
  const log = { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: [logStreams(id)] };
  const task = resource('aws_iam_role', `${id}_task`, {
    name: `${system}-${unit.name}-task`,
    assume_role_policy: trust(service),
  });
  const work = (statements: readonly Value[]) =>
    resource('aws_iam_role_policy', `${id}_task`, {
      name: 'work',
      role: reference('aws_iam_role', `${id}_task`),
      policy: policy(statements),
    });
  // A function or machine has a single role; a task has one more that starts it.
  if (service !== 'ecs-tasks.amazonaws.com')
    return [
      task,
      work([log, telemetry, ...read, ...grants, ...(service === 'lambda.amazonaws.com' ? [NETWORK_INTERFACES] : [])]),
    ];
  return [
    resource('aws_iam_role', `${id}_start`, { name: `${system}-${unit.name}-start`, assume_role_policy: trust(service) }),
    resource('aws_iam_role_policy', `${id}_start`, {
      name: 'start',
      role: reference('aws_iam_role', `${id}_start`),
      policy: policy([log, PULL, ...read]),
    }),
    task,
    work([telemetry, ...grants]),
  ];
}

/** A function inside a network manages its own interfaces; these actions know no narrower resource. */
const NETWORK_INTERFACES = {
  Effect: 'Allow',
  Action: ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'],
  Resource: '*',
};
const PULL = {
  Effect: 'Allow',
  Action: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
  Resource: '*',
};

const logStreams = (id: string) => ({ $: 'template' as const, parts: [reference('aws_cloudwatch_log_group', id, 'arn'), ':*'] });
