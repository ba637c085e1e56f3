import { slug } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { knownVersion, versionVariable } from './versions.ts';

export const PASSWORD = '${LOCAL_PASSWORD:?set LOCAL_PASSWORD in deploy/.env}';

/** How a store runs on a developer's machine. */
interface Local {
  readonly image: string;
  /** Technology whose verified version is the tag. */
  readonly versionOf?: string;
  readonly suffix?: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly health?: readonly string[];
  readonly data?: string;
  readonly url: (host: string) => string;
}

const postgresql: Local = {
  image: 'postgres',
  versionOf: 'postgresql',
  port: 5432,
  data: '/var/lib/postgresql',
  environment: { POSTGRES_USER: 'app', POSTGRES_DB: 'app', POSTGRES_PASSWORD: PASSWORD },
  health: ['CMD', 'pg_isready', '-U', 'app', '-d', 'app'],
  url: (host) => `postgresql://app:${PASSWORD}@${host}:5432/app`,
};
const mysql: Local = {
  image: 'mysql',
  versionOf: 'mysql',
  port: 3306,
  data: '/var/lib/mysql',
  environment: { MYSQL_USER: 'app', MYSQL_DATABASE: 'app', MYSQL_PASSWORD: PASSWORD, MYSQL_RANDOM_ROOT_PASSWORD: '1' },
  health: ['CMD', 'mysqladmin', 'ping', '-h', '127.0.0.1'],
  url: (host) => `mysql://app:${PASSWORD}@${host}:3306/app`,
};
const redisLike = (image: string, versionOf: string, cli: string): Local => ({
  image,
  versionOf,
  port: 6379,
  command: ['--requirepass', PASSWORD],
  environment: { REDISCLI_AUTH: PASSWORD },
  health: ['CMD', cli, 'ping'],
  url: (host) => `redis://:${PASSWORD}@${host}:6379`,
});
const redis = redisLike('redis', 'redis', 'redis-cli');
const valkey = redisLike('valkey/valkey', 'valkey', 'valkey-cli');
const kafka: Local = { image: 'apache/kafka', versionOf: 'kafka', port: 9092, url: (host) => `kafka://${host}:9092` };
const s3: Local = {
  image: 'chrislusf/seaweedfs',
  port: 8333,
  command: ['server', '-s3', '-dir=/data'],
  data: '/data',
  url: (host) => `http://${host}:8333`,
};
const google = (emulator: string, port: number): Local => ({
  image: 'gcr.io/google.com/cloudsdktool/google-cloud-cli',
  suffix: '-emulators',
  port,
  command: ['gcloud', 'beta', 'emulators', emulator, 'start', `--host-port=0.0.0.0:${port}`],
  url: (host) => `http://${host}:${port}`,
});
const localstack: Local = { image: 'localstack/localstack', port: 4566, url: (host) => `http://${host}:4566` };
const opensearch: Local = {
  image: 'opensearchproject/opensearch',
  versionOf: 'opensearch',
  port: 9200,
  environment: { 'discovery.type': 'single-node', OPENSEARCH_INITIAL_ADMIN_PASSWORD: PASSWORD },
  url: (host) => `https://admin:${PASSWORD}@${host}:9200`,
};

/**
 * Technology id → its container, or the nearest thing that speaks its protocol where it is only sold as a service.
 * A technology that is not listed has no local equivalent and is reached over the network.
 */
const LOCAL: Readonly<Record<string, Local>> = {
  postgresql,
  'aurora-postgresql': postgresql,
  'azure-postgresql': postgresql,
  'cloud-sql': postgresql,
  neon: postgresql,
  supabase: postgresql,
  timescaledb: { ...postgresql, image: 'timescale/timescaledb', versionOf: 'timescaledb' },
  citus: { ...postgresql, image: 'citusdata/citus', versionOf: 'citus' },
  mysql,
  planetscale: mysql,
  mongodb: {
    image: 'mongo',
    versionOf: 'mongodb',
    port: 27017,
    data: '/data/db',
    environment: { MONGO_INITDB_ROOT_USERNAME: 'app', MONGO_INITDB_ROOT_PASSWORD: PASSWORD },
    health: ['CMD', 'mongosh', '--quiet', '--eval', 'db.runCommand({ping:1}).ok'],
    url: (host) => `mongodb://app:${PASSWORD}@${host}:27017`,
  },
  redis,
  'upstash-redis': redis,
  valkey,
  bullmq: valkey,
  clickhouse: {
    image: 'clickhouse/clickhouse-server',
    versionOf: 'clickhouse',
    port: 8123,
    data: '/var/lib/clickhouse',
    environment: { CLICKHOUSE_USER: 'app', CLICKHOUSE_DB: 'app', CLICKHOUSE_PASSWORD: PASSWORD },
    health: ['CMD', 'clickhouse-client', '--query', 'SELECT 1'],
    url: (host) => `http://app:${PASSWORD}@${host}:8123/app`,
  },
  dynamodb: { image: 'amazon/dynamodb-local', port: 8000, url: (host) => `http://${host}:8000` },
  cassandra: {
    image: 'cassandra',
    versionOf: 'cassandra',
    port: 9042,
    data: '/var/lib/cassandra',
    health: ['CMD', 'cqlsh', '-e', 'DESCRIBE CLUSTER'],
    url: (host) => `cassandra://${host}:9042`,
  },
  scylladb: {
    image: 'scylladb/scylla',
    versionOf: 'scylladb',
    port: 9042,
    data: '/var/lib/scylla',
    command: ['--smp', '1', '--memory', '1G'],
    url: (host) => `cassandra://${host}:9042`,
  },
  opensearch,
  elasticsearch: {
    ...opensearch,
    image: 'docker.elastic.co/elasticsearch/elasticsearch',
    versionOf: 'elasticsearch',
    environment: { 'discovery.type': 'single-node', ELASTIC_PASSWORD: PASSWORD },
  },
  rabbitmq: {
    image: 'rabbitmq',
    versionOf: 'rabbitmq',
    suffix: '-management',
    port: 5672,
    environment: { RABBITMQ_DEFAULT_USER: 'app', RABBITMQ_DEFAULT_PASS: PASSWORD },
    health: ['CMD', 'rabbitmq-diagnostics', '-q', 'ping'],
    url: (host) => `amqp://app:${PASSWORD}@${host}:5672`,
  },
  kafka,
  msk: kafka,
  'confluent-cloud': kafka,
  'event-hubs': kafka,
  nats: {
    image: 'nats',
    versionOf: 'nats',
    port: 4222,
    command: ['-js', '--auth', PASSWORD],
    url: (host) => `nats://${PASSWORD}@${host}:4222`,
  },
  sqs: { image: 'softwaremill/elasticmq-native', port: 9324, url: (host) => `http://${host}:9324` },
  kinesis: localstack,
  eventbridge: localstack,
  pubsub: google('pubsub', 8085),
  firestore: google('firestore', 8086),
  s3,
  r2: s3,
  'local-disk': s3,
  gcs: { image: 'fsouza/fake-gcs-server', port: 4443, command: ['-scheme', 'http'], url: (host) => `http://${host}:4443` },
  'azure-blob': { image: 'mcr.microsoft.com/azure-storage/azurite', port: 10000, url: (host) => `http://${host}:10000` },
};

/** A store of the design as a service of the local composition. */
export interface LocalStore {
  readonly component: Component;
  readonly host: string;
  /** With a tag; a variable where no version is known. */
  readonly image: string;
  /** Variable the tag asks for, where no evidence knows a version. */
  readonly asks?: string;
  readonly local: Local;
  readonly url: string;
  /** Set where another product stands in. */
  readonly standsInFor?: string;
}

const STORES: ReadonlySet<Component['kind']> = new Set(['database', 'cache', 'queue', 'stream', 'search', 'object-store']);
/** Object stores with an emulator of their own; every other one speaks S3 or has a library that does. */
const OBJECT_STORES = new Set(['gcs', 'azure-blob']);

export const localStores = (design: Design): readonly LocalStore[] =>
  design.architecture.components.flatMap((component) => {
    if (!STORES.has(component.kind)) return [];
    const decided = design.decisions.find(({ id }) => id === component.decision)?.technologies ?? [];
    // The engine's own name says more than the service it is sold as: `planetscale, postgresql` is PostgreSQL.
    const own = [component.technologyId ?? '', ...decided];
    const ids = component.kind === 'object-store' ? [own.find((one) => OBJECT_STORES.has(one)) ?? 's3'] : own;
    const id = ids.findLast((one) => LOCAL[one]?.versionOf === one) ?? ids.find((one) => LOCAL[one]);
    return id === undefined ? [] : [localStore(component, id, LOCAL[id]!, design)];
  });

function localStore(component: Component, id: string, local: Local, design: Design): LocalStore {
  const host = slug(component.id);
  const known = local.versionOf === undefined ? undefined : knownVersion(design, local.versionOf);
  const asks = versionVariable(local.versionOf ?? (local.image.split('/').at(-1) || id));
  const tag = known?.version ?? `\${${asks}:?no verified version is known}`;
  const own = local.versionOf === component.technologyId;
  return {
    component,
    host,
    image: `${local.image}:${tag}${local.suffix ?? ''}`,
    ...(known ? {} : { asks }),
    local,
    url: local.url(host),
    ...(own ? {} : { standsInFor: oneLine(component.technology ?? component.name) }),
  };
}
