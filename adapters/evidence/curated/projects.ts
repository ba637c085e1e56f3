/** Where else a technology is known, besides what its catalogue entry names: repository of its releases, documentation ids. */
export interface Project {
  /** Only repositories whose release tags are versions of the product. */
  readonly github?: string;
  readonly context7?: readonly string[];
}

/**
 * Each name was held on 2026-11-30 against the links of the release data (endoflife.date at a70eca33) or an index of public
 * repositories: the repository exists under this name. That its tags are versions of the product is the look-up's own test: what is no
 * version ends in a reason. Documentation ids are formed by the index's rule `/owner/repository`, not seen in the index: one that it
 * does not know accepts nothing.
 */
export const PROJECTS: Readonly<Record<string, Project>> = {
  argocd: { github: 'argoproj/argo-cd' },
  axum: { context7: ['/tokio-rs/axum'] },
  'better-auth': { github: 'better-auth/better-auth' },
  bullmq: { github: 'taskforcesh/bullmq' },
  clickhouse: { context7: ['/clickhouse/clickhouse-docs'] },
  clerk: { context7: ['/clerk/clerk-docs'] },
  cloudflare: { context7: ['/cloudflare/cloudflare-docs'] },
  express: { github: 'expressjs/express', context7: ['/expressjs/express'] },
  fastapi: { github: 'fastapi/fastapi', context7: ['/fastapi/fastapi'] },
  fastify: { github: 'fastify/fastify' },
  flux: { github: 'fluxcd/flux2' },
  gin: { github: 'gin-gonic/gin', context7: ['/gin-gonic/gin'] },
  grafana: { github: 'grafana/grafana' },
  hono: { github: 'honojs/hono', context7: ['/honojs/website', '/honojs/hono'] },
  keycloak: { github: 'keycloak/keycloak', context7: ['/keycloak/keycloak'] },
  kubernetes: { github: 'kubernetes/kubernetes', context7: ['/kubernetes/website'] },
  loki: { github: 'grafana/loki' },
  nats: { github: 'nats-io/nats-server' },
  nestjs: { github: 'nestjs/nest' },
  nodejs: { github: 'nodejs/node', context7: ['/nodejs/node'] },
  opentofu: { github: 'opentofu/opentofu' },
  'pg-boss': { github: 'timgit/pg-boss', context7: ['/timgit/pg-boss'] },
  pgvector: { context7: ['/pgvector/pgvector'] },
  prometheus: { github: 'prometheus/prometheus', context7: ['/prometheus/docs'] },
  pydantic: { github: 'pydantic/pydantic', context7: ['/pydantic/pydantic'] },
  rabbitmq: { github: 'rabbitmq/rabbitmq-server', context7: ['/rabbitmq/rabbitmq-website'] },
  'spring-boot': { github: 'spring-projects/spring-boot', context7: ['/spring-projects/spring-boot'] },
  tempo: { github: 'grafana/tempo' },
  temporal: { github: 'temporalio/temporal', context7: ['/temporalio/documentation'] },
  terraform: { github: 'hashicorp/terraform' },
  timescaledb: { github: 'timescale/timescaledb' },
  typescript: { context7: ['/microsoft/typescript'] },
  valibot: { context7: ['/fabian-hiller/valibot', '/open-circle/valibot'] },
  valkey: { github: 'valkey-io/valkey' },
};
