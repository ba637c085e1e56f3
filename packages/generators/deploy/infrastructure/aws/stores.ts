import { slug } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { neighboursOf } from '../../environment.ts';
import { isSelfRun } from '../../platform.ts';
import type { Unit } from '../../unit.ts';
import { knownVersion } from '../../versions.ts';
import { json, one, reference, resource, type Resource, type Value, variable, type Variable } from '../resource.ts';
import { privateSubnets, securityGroup, securityGroupId } from './network.ts';

interface Provisioned {
  readonly resources: readonly Resource[];
  readonly variables: readonly Variable[];
}

const id = (component: Component): string => slug(component.id).replaceAll('-', '_');
const arn = (type: string, name: string) => reference(type, name, 'arn');

const instanceClass = (component: Component, what: string): Variable => ({
  name: `${id(component)}_${what}`,
  description: `size of ${slug(component.id)}: as the cost sheet names it`,
});

/** Bytes to GB for the provider, with the growth that autoscaling of storage allows. */
const FIRST_GIGABYTES = 20;
const MOST_GIGABYTES = 1_000;

const relational =
  (engine: 'postgres' | 'mysql', port: number) =>
  (component: Component, design: Design, system: string): Provisioned => {
    const name = id(component);
    const version = knownVersion(design, engine === 'postgres' ? 'postgresql' : 'mysql')?.version;
    const size = instanceClass(component, 'instance_class');
    return {
      variables: [size],
      resources: [
        ...securityGroup(name, 'database, from the units only', system, [{ from: 'units', port }]),
        resource('aws_db_subnet_group', name, { name: `${system}-${slug(component.id)}`, subnet_ids: privateSubnets }),
        resource(
          'aws_db_instance',
          name,
          {
            identifier: `${system}-${slug(component.id)}`,
            engine,
            ...(version !== undefined && { engine_version: version }),
            instance_class: variable(size.name),
            multi_az: !/(?:one-zone|small)$/.test(component.option ?? ''),
            allocated_storage: FIRST_GIGABYTES,
            max_allocated_storage: MOST_GIGABYTES,
            storage_type: 'gp3',
            storage_encrypted: true,
            db_name: 'app',
            username: 'owner',
            manage_master_user_password: true,
            iam_database_authentication_enabled: true,
            db_subnet_group_name: reference('aws_db_subnet_group', name, 'name'),
            vpc_security_group_ids: [securityGroupId(name)],
            publicly_accessible: false,
            backup_retention_period: 14,
            performance_insights_enabled: true,
            auto_minor_version_upgrade: true,
            deletion_protection: true,
            skip_final_snapshot: false,
            final_snapshot_identifier: `${system}-${slug(component.id)}-final`,
          },
          { keep: true },
        ),
      ],
    };
  };

const inMemory = (component: Component, _: Design, system: string): Provisioned => {
  const name = id(component);
  const size = instanceClass(component, 'node_type');
  const pair = /two-zones|cluster|pair/.test(component.option ?? '');
  return {
    variables: [size],
    resources: [
      ...securityGroup(name, 'in-memory store, from the units only', system, [{ from: 'units', port: 6_379 }]),
      resource('aws_elasticache_subnet_group', name, { name: `${system}-${slug(component.id)}`, subnet_ids: privateSubnets }),
      resource('aws_elasticache_replication_group', name, {
        replication_group_id: `${system}-${slug(component.id)}`.slice(0, 40).replace(/-+$/, ''),
        description: 'in-memory store',
        engine: 'valkey',
        node_type: variable(size.name),
        num_cache_clusters: pair ? 2 : 1,
        automatic_failover_enabled: pair,
        multi_az_enabled: pair,
        subnet_group_name: reference('aws_elasticache_subnet_group', name, 'name'),
        security_group_ids: [securityGroupId(name)],
        at_rest_encryption_enabled: true,
        transit_encryption_enabled: true,
      }),
    ],
  };
};

/** Attempts before a message is set aside. */
const ATTEMPTS = 5;

const queue = (component: Component, _: Design, system: string): Provisioned => {
  const name = id(component);
  return {
    variables: [],
    resources: [
      resource('aws_sqs_queue', `${name}_aside`, {
        name: `${system}-${slug(component.id)}-aside`,
        message_retention_seconds: 1_209_600,
        sqs_managed_sse_enabled: true,
      }),
      resource('aws_sqs_queue', name, {
        name: `${system}-${slug(component.id)}`,
        visibility_timeout_seconds: 180,
        sqs_managed_sse_enabled: true,
        redrive_policy: json({ deadLetterTargetArn: arn('aws_sqs_queue', `${name}_aside`), maxReceiveCount: ATTEMPTS }),
      }),
    ],
  };
};

const bucket = (component: Component, _: Design, system: string): Provisioned => {
  const name = id(component);
  const of = reference('aws_s3_bucket', name);
  return {
    variables: [],
    resources: [
      resource('aws_s3_bucket', name, { bucket_prefix: `${system}-`.slice(0, 37) }, { keep: true }),
      resource('aws_s3_bucket_public_access_block', name, {
        bucket: of,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      }),
      resource('aws_s3_bucket_versioning', name, { bucket: of, versioning_configuration: one({ status: 'Enabled' }) }),
    ],
  };
};

/** Managed services by the technology in a store's decision. Others are named in the stack's notes and made by their own tools. */
const PROVISIONERS: Readonly<Record<string, (component: Component, design: Design, system: string) => Provisioned>> = {
  postgresql: relational('postgres', 5_432),
  mysql: relational('mysql', 3_306),
  valkey: inMemory,
  redis: inMemory,
  sqs: queue,
  s3: bucket,
};

const STORES: ReadonlySet<Component['kind']> = new Set(['database', 'cache', 'queue', 'stream', 'search', 'object-store']);
const provisioner = (component: Component) =>
  STORES.has(component.kind) && !isSelfRun(component.option) ? PROVISIONERS[component.technologyId ?? ''] : undefined;

export const awsStores = (design: Design, system: string): Provisioned => {
  const all = design.architecture.components.flatMap((component) => provisioner(component)?.(component, design, system) ?? []);
  return { resources: all.flatMap(({ resources }) => resources), variables: all.flatMap(({ variables }) => variables) };
};

const ACTIONS: Readonly<
  Record<string, { readonly type: string; readonly actions: readonly string[]; readonly inside?: boolean }>
> = {
  sqs: {
    type: 'aws_sqs_queue',
    actions: [
      'sqs:SendMessage',
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ],
  },
  s3: { type: 'aws_s3_bucket', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], inside: true },
};

/** What the role of a unit may do with the services it is connected to, and with no other. */
export const grantsOf = (unit: Unit, design: Design): readonly Value[] =>
  neighboursOf(unit.unit, design).flatMap((component) => {
    const grant = provisioner(component) && ACTIONS[component.technologyId ?? ''];
    if (!grant) return [];
    const target = arn(grant.type, id(component));
    return [
      {
        Effect: 'Allow',
        Action: grant.actions,
        Resource: grant.inside ? { $: 'template' as const, parts: [target, '/*'] } : target,
      },
    ];
  });

export const storeIdentifier = id;
