import { oncePer } from '@archwright/kernel';
import type { TechnologyName } from './technology-mention.ts';

/**
 * Products that briefs name and that the catalogue may not have, by kind: names alone, nothing is known of them. Where the catalogue has
 * one after all it is left out here.
 */
const FAMILIAR: Readonly<Record<string, string>> = {
  language: 'PHP, Ruby, C#, F#, Elixir, Erlang, Clojure, Haskell, Perl, Zig, Swift, Crystal, COBOL',
  framework:
    'Rails|Ruby on Rails, Laravel, Symfony, CodeIgniter, .NET|ASP.NET|.NET Core|dotnet, Phoenix, Sinatra, Play Framework, Sidekiq, Hangfire, Nuxt|Nuxt.js, SvelteKit, Hasura, Strapi, WordPress, Drupal, Magento, WooCommerce, Odoo, Salesforce, SAP, PostgREST, Meteor.js',
  database:
    'SQL Server|MS SQL|MSSQL|Azure SQL|Microsoft SQL Server, Oracle|Oracle Database, IBM Db2|Db2, CockroachDB, YugabyteDB, TiDB, Spanner|Cloud Spanner, MariaDB Cloud|SkySQL, Couchbase, CouchDB, RethinkDB, FoundationDB, Neo4j, ArangoDB, JanusGraph, Amazon Neptune|Neptune, InfluxDB, QuestDB, VictoriaMetrics, Druid|Apache Druid, Pinot|Apache Pinot, Snowflake, Redshift|Amazon Redshift, Databricks, DuckDB, Vertica, Teradata, Hadoop, HBase, Bigtable|Cloud Bigtable, DocumentDB|Amazon DocumentDB, Realm, MS Access|Microsoft Access',
  'search-engine': 'Algolia, Solr|Apache Solr, Pinecone, Weaviate, Qdrant, Milvus, Chroma|ChromaDB, Vespa',
  messaging:
    'Pulsar|Apache Pulsar, ActiveMQ, IBM MQ, ZeroMQ, Mosquitto, EMQX, HiveMQ, Redpanda, Amazon SNS, Pusher, Ably, Twilio, SendGrid, Mailgun',
  platform:
    'Heroku, Firebase, Netlify, Railway.app, Dokku, OpenShift, Rancher, Linode, OVH|OVHcloud, Scaleway, Vultr, Exoscale, IBM Cloud, Oracle Cloud|OCI, Alibaba Cloud, App Engine|Google App Engine, Elastic Beanstalk, App Runner|AWS App Runner, Nomad|HashiCorp Nomad, Docker Swarm, Proxmox, VMware, OpenStack',
  operations:
    'Datadog, New Relic, Splunk, Dynatrace, Honeycomb, Zabbix, Nagios, PagerDuty, Istio, Linkerd, Nginx, HAProxy, Traefik, Fastly, Akamai, Jenkins, CircleCI, Ansible, Chef, Puppet, CloudFormation, Airflow|Apache Airflow, Spark|Apache Spark, Airbyte, Fivetran, dbt, Okta, Cognito|Amazon Cognito, Entra ID',
};

/** The catalogue's names with what is built on them, and familiar names of which it knows nothing. */
export const familiarNames = oncePer((technologies: readonly TechnologyName[]) => {
  const known = technologies.map((one) => (one.carries ? { ...one, aliases: [...(one.aliases ?? []), ...one.carries] } : one));
  const taken = new Set(known.flatMap(({ id, name, aliases = [] }) => [id, name, ...aliases]).map((name) => name.toLowerCase()));
  const unknown = Object.entries(FAMILIAR).flatMap(([kind, names]) =>
    names.split(', ').flatMap((entry): TechnologyName[] => {
      const [name, ...aliases] = entry.split('|') as [string, ...string[]];
      return [name, ...aliases].some((one) => taken.has(one.toLowerCase())) ? [] : [{ id: name, name, kind, aliases }];
    }),
  );
  return { known, unknown };
});
