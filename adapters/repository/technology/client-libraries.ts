/** Packages by ecosystem, beyond the one that a catalogue entry names itself: `name=technology`, a trailing `*` is a prefix. */
export type Ecosystem = 'npm' | 'pypi' | 'go' | 'maven' | 'cargo';

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((entry) => entry.split('=') as [string, string]),
  );

/** The subject is a catalogue id; products outside the catalogue are named in `PRODUCT_NAMES`. */
export const CLIENT_LIBRARIES: Readonly<Record<Ecosystem, ReadonlyMap<string, string>>> = {
  npm: table(`
    postgres=postgresql pg-promise=postgresql @vercel/postgres=neon mysql=mysql mariadb=mariadb mongoose=mongodb redis=redis @redis/client=redis
    kafkajs=kafka node-rdkafka=kafka @aws-sdk/lib-dynamodb=dynamodb dynamoose=dynamodb aws-lambda=lambda @types/aws-lambda=lambda
    @elastic/elasticsearch=elasticsearch @nestjs/bullmq=bullmq bull=bull amqp-connection-manager=rabbitmq nats=nats sqlite3=sqlite
    @google-cloud/firestore=firestore @google-cloud/cloud-sql-connector=cloud-sql @azure/cosmos=cosmos-db @azure/event-hubs=event-hubs
    @prisma/client=prisma typeorm=typeorm sequelize=sequelize knex=knex @opentelemetry/api=opentelemetry @clerk/express=clerk @clerk/fastify=clerk
    @clerk/nextjs=clerk @auth/core=nextauth @auth/express=nextauth auth0=auth0 express-oauth2-jwt-bearer=auth0 keycloak-connect=keycloak
    @apollo/server=graphql graphql-yoga=graphql mercurius=graphql @nestjs/graphql=graphql ws=websocket socket.io=websocket @fastify/websocket=websocket
    koa=koa @hapi/hapi=hapi next=nextjs @temporalio/worker=temporal @aws-cdk/aws-lambda=lambda aws-cdk-lib=aws-cdk wrangler=cloudflare-workers
    @cloudflare/workers-types=cloudflare-workers @libsql/client=turso memjs=memcached minio=minio`),
  pypi: table(`
    psycopg2=postgresql psycopg2-binary=postgresql psycopg-binary=postgresql asyncpg=postgresql pg8000=postgresql mysqlclient=mysql pymysql=mysql
    aiomysql=mysql pymongo=mongodb motor=mongodb beanie=mongodb redis=redis aioredis=redis hiredis=redis valkey=valkey kafka-python=kafka
    aiokafka=kafka faust-streaming=kafka pika=rabbitmq aio-pika=rabbitmq clickhouse-connect=clickhouse clickhouse-driver=clickhouse
    elasticsearch=elasticsearch opensearch-py=opensearch cassandra-driver=cassandra pynamodb=dynamodb google-cloud-pubsub=pubsub
    google-cloud-storage=gcs google-cloud-bigquery=bigquery google-cloud-firestore=firestore azure-servicebus=service-bus
    azure-storage-blob=azure-blob azure-cosmos=cosmos-db azure-eventhub=event-hubs azure-functions=azure-functions supabase=supabase
    django=django flask=flask celery=celery sqlalchemy=sqlalchemy pydantic-settings=pydantic prometheus-client=prometheus
    opentelemetry-api=opentelemetry pulumi=pulumi graphene=graphql strawberry-graphql=graphql pgvector=pgvector pymemcache=memcached
    mangum=lambda python-keycloak=keycloak`),
  go: table(`
    github.com/jackc/pgx=postgresql github.com/lib/pq=postgresql github.com/go-sql-driver/mysql=mysql go.mongodb.org/mongo-driver=mongodb
    github.com/redis/go-redis=redis github.com/go-redis/redis=redis github.com/valkey-io/valkey-go=valkey github.com/segmentio/kafka-go=kafka
    github.com/confluentinc/confluent-kafka-go=kafka github.com/IBM/sarama=kafka github.com/twmb/franz-go=kafka
    github.com/rabbitmq/amqp091-go=rabbitmq github.com/nats-io/nats.go=nats github.com/ClickHouse/clickhouse-go=clickhouse
    github.com/elastic/go-elasticsearch=elasticsearch github.com/opensearch-project/opensearch-go=opensearch github.com/gocql/gocql=cassandra
    github.com/aws/aws-sdk-go-v2/service/dynamodb=dynamodb github.com/aws/aws-sdk-go-v2/service/s3=s3 github.com/aws/aws-sdk-go-v2/service/sqs=sqs
    github.com/aws/aws-lambda-go=lambda cloud.google.com/go/pubsub=pubsub cloud.google.com/go/storage=gcs cloud.google.com/go/firestore=firestore
    github.com/mattn/go-sqlite3=sqlite modernc.org/sqlite=sqlite github.com/prometheus/client_golang=prometheus go.opentelemetry.io/otel=opentelemetry
    github.com/getsentry/sentry-go=sentry go.temporal.io/sdk=temporal github.com/gorilla/websocket=websocket github.com/99designs/gqlgen=graphql
    github.com/labstack/echo=echo github.com/gofiber/fiber=fiber github.com/minio/minio-go=minio`),
  maven: table(`
    org.postgresql:postgresql=postgresql com.mysql:mysql-connector-j=mysql mysql:mysql-connector-java=mysql org.mongodb:*=mongodb
    redis.clients:jedis=redis io.lettuce:lettuce-core=redis org.redisson:redisson=redis org.apache.kafka:*=kafka org.springframework.kafka:*=kafka
    com.rabbitmq:amqp-client=rabbitmq org.springframework.amqp:*=rabbitmq io.nats:jnats=nats com.clickhouse:*=clickhouse
    org.elasticsearch.client:*=elasticsearch co.elastic.clients:*=elasticsearch org.opensearch.client:*=opensearch
    com.datastax.oss:*=cassandra org.springframework.boot:spring-boot-starter-data-mongodb=mongodb
    org.springframework.boot:spring-boot-starter-data-redis=redis org.springframework.boot:spring-boot-starter-amqp=rabbitmq
    org.springframework.boot:*=spring-boot software.amazon.awssdk:dynamodb=dynamodb software.amazon.awssdk:s3=s3 software.amazon.awssdk:sqs=sqs
    com.amazonaws:aws-lambda-java-core=lambda io.micrometer:micrometer-registry-prometheus=prometheus io.opentelemetry:*=opentelemetry
    io.sentry:*=sentry io.temporal:*=temporal io.grpc:*=grpc io.quarkus:*=quarkus io.micronaut:*=micronaut org.xerial:sqlite-jdbc=sqlite`),
  cargo: table(`
    axum=axum actix-web=actix-web rocket=rocket tokio-postgres=postgresql deadpool-postgres=postgresql mysql_async=mysql mongodb=mongodb redis=redis
    rdkafka=kafka lapin=rabbitmq async-nats=nats clickhouse=clickhouse elasticsearch=elasticsearch opensearch=opensearch scylla=scylladb
    rusqlite=sqlite libsql=turso aws-sdk-dynamodb=dynamodb aws-sdk-s3=s3 aws-sdk-sqs=sqs lambda_http=lambda lambda_runtime=lambda
    prometheus=prometheus opentelemetry=opentelemetry sentry=sentry tonic=grpc async-graphql=graphql`),
};

/** Last part of an image's name, for images that are published under another name than the catalogue's. */
export const IMAGE_NAMES = table(`
  postgis=postgresql postgresql=postgresql postgresql-repmgr=postgresql cloudnative-pg=postgresql spilo-17=postgresql pgvector=pgvector mysql-server=mysql
  percona=mysql mariadb=mariadb mongodb=mongodb mongodb-community-server=mongodb redis-stack=redis redis-stack-server=redis redis-cluster=redis
  cp-kafka=kafka cp-server=kafka kafka-native=kafka redpanda=redpanda zookeeper=kafka cp-zookeeper=kafka memcached=memcached minio=minio
  elasticsearch=elasticsearch keycloak=keycloak openjdk=java amazoncorretto=java ibmjava=java dynamodb-local=dynamodb elasticmq=sqs
  opentelemetry-collector=opentelemetry opentelemetry-collector-contrib=opentelemetry auto-setup=temporal timescaledb-ha=timescaledb
  mssql-server=sql-server mssql=sql-server php=php ruby=ruby dotnet=dotnet aspnet=dotnet runtime=dotnet argocd=argocd kurrentdb=kurrentdb`);

/** Schemes of connection URLs. */
export const URL_SCHEMES = table(`
  postgres=postgresql postgresql=postgresql mysql=mysql mariadb=mariadb mongodb=mongodb mongodb+srv=mongodb redis=redis rediss=redis valkey=valkey
  amqp=rabbitmq amqps=rabbitmq nats=nats clickhouse=clickhouse libsql=turso cassandra=cassandra sqlserver=sql-server memcached=memcached`);

/** Products outside the catalogue that a design must still know of. */
export const PRODUCT_NAMES: Readonly<Record<string, string>> = {
  mariadb: 'MariaDB',
  memcached: 'Memcached',
  minio: 'MinIO',
  redpanda: 'Redpanda',
  'sql-server': 'Microsoft SQL Server',
  kurrentdb: 'KurrentDB',
  bull: 'Bull',
  typeorm: 'TypeORM',
  sequelize: 'Sequelize',
  knex: 'Knex',
  koa: 'Koa',
  hapi: 'hapi',
  nextjs: 'Next.js',
  'aws-cdk': 'AWS CDK',
  django: 'Django',
  flask: 'Flask',
  celery: 'Celery',
  sqlalchemy: 'SQLAlchemy',
  echo: 'Echo',
  fiber: 'Fiber',
  quarkus: 'Quarkus',
  micronaut: 'Micronaut',
  'actix-web': 'Actix Web',
  rocket: 'Rocket',
  php: 'PHP',
  ruby: 'Ruby',
  dotnet: '.NET',
  cloudformation: 'AWS CloudFormation',
  'circle-ci': 'CircleCI',
  jenkins: 'Jenkins',
};

/** Products that speak the protocol of another: seeing only the client says nothing against them. */
export const SPEAKS: Readonly<Record<string, readonly string[]>> = {
  postgresql: ['aurora-postgresql', 'neon', 'supabase', 'timescaledb', 'citus', 'cloud-sql', 'azure-postgresql', 'planetscale'],
  mysql: ['mariadb', 'planetscale', 'cloud-sql'],
  redis: ['valkey', 'upstash-redis'],
  kafka: ['msk', 'confluent-cloud', 'redpanda', 'event-hubs'],
  cassandra: ['scylladb'],
  sqlite: ['turso', 'd1'],
  mongodb: ['cosmos-db'],
};

/** A managed form is also the thing itself. */
export const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  eks: ['kubernetes'],
  aks: ['kubernetes'],
  gke: ['kubernetes'],
  pgvector: ['postgresql'],
  timescaledb: ['postgresql'],
  'spring-boot': ['java'],
  gin: ['go'],
  fastapi: ['python'],
};
