/** Providers by the first word of a resource type. */
export const RESOURCE_PROVIDERS: Readonly<Record<string, string>> = {
  aws: 'aws', google: 'gcp', 'google-beta': 'gcp', azurerm: 'azure', azapi: 'azure', cloudflare: 'cloudflare', digitalocean: 'digitalocean', hcloud: 'hetzner', vercel: 'vercel', fly: 'fly', supabase: 'supabase',
};

/** Values of `engine` and `engine_type`. */
export const RESOURCE_ENGINES: Readonly<Record<string, string>> = {
  postgres: 'postgresql', 'aurora-postgresql': 'aurora-postgresql', mysql: 'mysql', mariadb: 'mariadb', redis: 'redis', valkey: 'valkey', memcached: 'memcached',
  rabbitmq: 'rabbitmq', 'sqlserver-se': 'sql-server', 'sqlserver-ee': 'sql-server', 'sqlserver-ex': 'sql-server',
};

/** Resource types, longest prefix first; what a type stands for whatever its settings. */
const PREFIXES: readonly (readonly [string, string])[] = Object.entries({
  aws_dynamodb_table: 'dynamodb', aws_sqs_queue: 'sqs', aws_s3_bucket: 's3', aws_lambda_function: 'lambda', aws_ecs_: 'ecs', aws_eks_: 'eks', aws_msk_: 'msk',
  aws_kinesis_stream: 'kinesis', aws_cloudfront_distribution: 'cloudfront', aws_opensearch_domain: 'opensearch', aws_elasticsearch_domain: 'elasticsearch',
  aws_instance: 'ec2', aws_launch_template: 'ec2', aws_lightsail_instance: 'lightsail', aws_cloudwatch_event_: 'eventbridge', aws_apigatewayv2_api: 'api-gateway', aws_api_gateway_rest_api: 'api-gateway',
  google_sql_database_instance: 'cloud-sql', google_cloud_run_: 'cloud-run', google_container_cluster: 'gke', google_pubsub_: 'pubsub', google_storage_bucket: 'gcs',
  google_bigquery_: 'bigquery', google_compute_instance: 'compute-engine', google_cloudfunctions: 'cloud-functions', google_firestore_: 'firestore', google_redis_instance: 'redis',
  azurerm_postgresql_: 'azure-postgresql', azurerm_kubernetes_cluster: 'aks', azurerm_container_app: 'azure-container-apps', azurerm_linux_function_app: 'azure-functions',
  azurerm_function_app: 'azure-functions', azurerm_storage_account: 'azure-blob', azurerm_servicebus_: 'service-bus', azurerm_eventhub: 'event-hubs', azurerm_cosmosdb_: 'cosmos-db',
  azurerm_linux_virtual_machine: 'azure-virtual-machines', azurerm_redis_cache: 'redis', azurerm_search_service: 'azure-ai-search', azurerm_web_pubsub: 'azure-web-pubsub',
  cloudflare_worker: 'cloudflare-workers', cloudflare_d1_database: 'd1', cloudflare_r2_bucket: 'r2', cloudflare_queue: 'cloudflare-queues',
  hcloud_server: 'hetzner-cloud', mongodbatlas_: 'mongodb', confluent_kafka_cluster: 'confluent-cloud', neon_: 'neon', supabase_: 'supabase', upstash_redis_: 'upstash-redis',
  clickhouse_service: 'clickhouse', auth0_: 'auth0', kubernetes_: 'kubernetes', argocd_: 'argocd', planetscale_: 'planetscale', turso_: 'turso',
}).sort(([a], [b]) => b.length - a.length);

export const resourceTechnology = (type: string): string | undefined => PREFIXES.find(([prefix]) => type.startsWith(prefix))?.[1];
