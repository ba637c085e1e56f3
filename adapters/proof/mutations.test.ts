import { sourceArtefacts } from '@archwright/generators/index';
import { databaseArtefacts, type Dialect } from '@archwright/generators/sql/index';
import { choosing, type Picks } from '@archwright/generators/testing/platforms';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { describe } from 'vitest';
import { proveCompositions } from './containers/compose.ts';
import { proveDockerfiles } from './containers/dockerfile.ts';
import { proveDockerignore } from './containers/dockerignore.ts';
import { proveEnvironmentExamples } from './containers/environment-example.ts';
import { proveGraphql } from './graphql/prove-graphql.ts';
import { proveHcl } from './infrastructure/hcl.ts';
import { provePrograms } from './infrastructure/typescript.ts';
import { proveKubernetes } from './kubernetes/prove-kubernetes.ts';
import { proveCaddy } from './machine/caddy.ts';
import { proveSystemd } from './machine/systemd.ts';
import { proveCollector } from './operate/collector.ts';
import { proveDashboard } from './operate/dashboard.ts';
import { proveObjectives } from './operate/objectives.ts';
import { programPath } from './optional-tool.ts';
import { provePromql } from './operate/promql.ts';
import { proveWorkflows } from './pipeline/github.ts';
import { proveGitlab } from './pipeline/gitlab.ts';
import { proveFly } from './platforms/fly.ts';
import { proveSupabase } from './platforms/supabase.ts';
import { proveMigrationLint } from './postgresql/squawk.ts';
import { proveShell } from './shell/prove-shell.ts';
import { proveClickhouse } from './stores/clickhouse.ts';
import { proveMysql } from './stores/mysql.ts';
import { proveSqlite } from './stores/sqlite.ts';
import { mutations } from './testing/mutations.ts';

/** A machine with its store beside it. */
function onMachine(): readonly Artefact[] {
  const design = choosing({ compute: ['hetzner-cloud'] });
  const components = design.architecture.components.map((component) =>
    component.kind === 'database' ? { ...component, option: 'postgresql-on-app-server' } : component,
  );
  return sourceArtefacts({ ...design, architecture: { ...design.architecture, components } });
}
const files = (picks: Picks = {}): readonly Artefact[] => sourceArtefacts(choosing(picks));
const stored = (dialect: Dialect): readonly Artefact[] =>
  databaseArtefacts(sampleDesign(), (component) => (component.kind === 'database' ? dialect : undefined));

describe('Dockerfile', () =>
  mutations(proveDockerfiles, files(), [
    ['an instruction that is none', 'deploy/Dockerfile', 'WORKDIR /app', 'WORKDIRE /app'],
    ['a stage that is not there', 'deploy/Dockerfile', '--from=build /app/dist', '--from=built /app/dist', 'COPY --from=built'],
    ['root', 'deploy/Dockerfile', 'USER 65532:65532', 'USER root'],
    ['a tag that moves', 'deploy/Dockerfile', ':${NODE_VERSION}-slim AS base', ':latest AS base', 'FROM node:latest'],
    ['a variable that nobody declared', 'deploy/Dockerfile', ':${NODE_VERSION}-slim', ':${NODE}-slim', 'FROM node:${NODE}'],
    ['a start through a shell', 'deploy/Dockerfile', 'ENTRYPOINT ["node","dist/main.js"]', 'ENTRYPOINT node dist/main.js'],
    ['a secret in the image', 'deploy/Dockerfile', 'ENV NODE_ENV=production', 'ENV API_TOKEN=abcdef'],
  ]));

describe('GraphQL', () =>
  mutations(proveGraphql, files({ 'api-style': ['graphql'] }), [
    ['a type that is not there', 'api/schema.graphql', 'items: [Listing!]!', 'items: [Listign!]!'],
    ['a bracket too many', 'api/schema.graphql', 'type Mutation {', 'type Mutation {{'],
    ['an operation that is left out', 'api/schema.graphql', '  createListing(', '  makeListing(', 'type Mutation'],
    [
      'a secret that comes',
      'api/schema.graphql',
      '  title: String!',
      '  title: String!\n  barcodeDigest: String!',
      'barcodeDigest',
    ],
  ]));

describe('what a build is sent', () =>
  mutations(proveDockerignore, files(), [
    ['a secret below the root', 'deploy/Dockerfile.dockerignore', '**/.env*', '.env*', '**/npm-debug.log*'],
    ['an exception for a key', 'deploy/Dockerfile.dockerignore', '**/npm-debug.log*', '!server.pem'],
    ['dependencies of a workspace', 'deploy/Dockerfile.dockerignore', '**/node_modules', 'node_modules', '**/npm-debug.log*'],
    ['what the Dockerfile copies', 'deploy/Dockerfile.dockerignore', 'docs\n', 'package*.json\n'],
  ]));

describe('what a person fills in', () =>
  mutations(proveEnvironmentExamples, files(), [
    ['a variable that nobody reads', 'deploy/local.env.example', 'LOCAL_PASSWORD=', 'LOKAL_PASSWORD='],
    [
      'a variable twice',
      'deploy/local.env.example',
      'EXTERNAL_MAIL_URL=',
      'NODE_VERSION=\nEXTERNAL_MAIL_URL=',
      'NODE_VERSION=\nEXTERNAL',
    ],
    ['a secret', 'deploy/local.env.example', 'EXTERNAL_MAIL_API_KEY=', 'EXTERNAL_MAIL_API_KEY=k3y'],
    [
      'an address with a password',
      'deploy/local.env.example',
      'EXTERNAL_MAIL_URL=',
      'EXTERNAL_MAIL_URL=https://a:b@mail.example',
    ],
    ['no assignment', 'deploy/local.env.example', 'VALKEY_VERSION=', 'VALKEY_VERSION'],
  ]));

describe('Compose', () =>
  mutations(proveCompositions, files(), [
    ['an unknown key', 'deploy/compose.yaml', 'cap_drop:', 'cap_dropp:'],
    [
      'a service that is not there',
      'deploy/compose.yaml',
      '      primary-store:\n        condition',
      '      primary-stare:\n        condition',
      'primary-stare',
    ],
    ['a bad indent', 'deploy/compose.yaml', '    read_only: true', '  read_only: true', '  read_only: true'],
    ['a volume that is not there', 'deploy/compose.yaml', '- primary-store-data:/', '- primary-stare-data:/'],
    ['a file that is not there', 'deploy/compose.yaml', 'dockerfile: deploy/Dockerfile', 'dockerfile: deploy/Dockerfil'],
    ['a variable nobody meant', 'deploy/compose.yaml', 'LOG_LEVEL: info', 'LOG_LEVEL: a$b'],
    ['a port open to the network', 'deploy/compose.yaml', '- 127.0.0.1:8080:8080', '- 8080:8080'],
    ['a file system that can be written', 'deploy/compose.yaml', '    read_only: true\n', '    read_only: false\n', '  api:'],
  ]));

const api = 'deploy/kubernetes/base/unit-api.yaml';
describe('Kubernetes and Argo CD', () =>
  mutations(proveKubernetes, files({ compute: ['kubernetes', 'eks'], delivery: ['argocd', 'github-actions'] }), [
    ['a misspelt key', api, 'readinessProbe:', 'readynessProbe:'],
    ['a wrong type', api, 'runAsNonRoot: true', 'runAsNonRoot: "yes"'],
    [
      'an API that is gone',
      api,
      'apiVersion: autoscaling/v2',
      'apiVersion: autoscaling/v2beta9',
      'kind: HorizontalPodAutoscaler',
    ],
    ['root', api, 'runAsNonRoot: true', 'runAsNonRoot: false', 'securityContext:'],
    [
      'a target that is not there',
      api,
      '    kind: Rollout\n    name: api',
      '    kind: Rollout\n    name: apy',
      '  scaleTargetRef:',
    ],
    ['a port that no container has', api, 'targetPort: http', 'targetPort: https'],
    [
      'a secret that nothing makes',
      api,
      '- secretRef:\n                name: api-secrets',
      '- secretRef:\n                name: other',
      '- secretRef',
    ],
    ['an analysis that is not there', api, '- templateName: ', '- templateName: x'],
    ['a resource left out', 'deploy/kubernetes/base/kustomization.yaml', '  - unit-api.yaml\n', '', 'resources:'],
    ['a path that is not there', 'deploy/argocd/production.yaml', 'overlays/production', 'overlays/prod', 'path: '],
    ['a setting that an overlay forgets', 'deploy/kubernetes/overlays/staging/kustomization.yaml', 'namespace: ', 'namespase: '],
  ]));

describe('Flux and Flagger', () =>
  mutations(proveKubernetes, files({ compute: ['kubernetes', 'linux-servers'], delivery: ['flux', 'github-actions'] }), [
    ['a source of no kind', 'deploy/flux/production.yaml', 'prune: true', 'prune: "maybe"'],
    ['a path that is not there', 'deploy/flux/production.yaml', 'overlays/production', 'overlays/prod', 'path: '],
    [
      'a canary of nothing',
      'deploy/kubernetes/base/canary.yaml',
      '    kind: Deployment\n    name: api',
      '    kind: Deployment\n    name: apx',
      'targetRef:',
    ],
    ['an unknown key of a canary', 'deploy/kubernetes/base/canary.yaml', 'stepWeight:', 'stepWait:'],
  ]));

const workflow = 'deploy/github/workflows/deliver.yaml';
describe('GitHub workflow', () =>
  mutations(proveWorkflows, files(), [
    ['a job that is not there', workflow, 'needs: check', 'needs: chek', 'build:\n    needs'],
    ['an unknown context', workflow, '${{ steps.image.outputs.digest }}', '${{ step.image.outputs.digest }}'],
    ['an action that moves', workflow, 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd', 'actions/checkout@v6'],
    [
      'a file that is not there',
      workflow,
      'promtool check rules operate/alerts.yaml',
      'promtool check rules operate/alert.yaml',
      'run: |-\n          sudo',
    ],
    ['a misspelt key', workflow, 'timeout-minutes: 30', 'timeout-minute: 30'],
  ]));

const gitlab = 'deploy/gitlab/.gitlab-ci.yml';
describe('GitLab pipeline', () =>
  mutations(proveGitlab, files({ compute: ['kubernetes', 'gke'], delivery: ['gitlab-ci'] }), [
    ['a stage that is not there', gitlab, 'stage: build\n', 'stage: bild\n'],
    ['a job that is not there', gitlab, 'needs:\n    - build-image', 'needs:\n    - bild-image', '- bild-image'],
    ['a misspelt key', gitlab, 'resource_group:', 'resource_groop:'],
    ['a file that is not there', gitlab, 'operate/alerts.test.yaml', 'operate/alerts.tests.yaml', '  script:\n    - promtool'],
  ]));

describe('OpenTofu', () =>
  mutations(proveHcl, files({ compute: ['fargate'] }), [
    ['a reference to nothing', 'deploy/infrastructure/main.tf', 'vpc_id = aws_vpc.main.id', 'vpc_id = aws_vpc.mane.id'],
    ['a variable that is not there', 'deploy/infrastructure/main.tf', 'var.region', 'var.regio', 'region = var.regio'],
    ['a bracket too few', 'deploy/infrastructure/main.tf', 'resource "aws_vpc" "main" {', 'resource "aws_vpc" "main" {{'],
    [
      'an address twice',
      'deploy/infrastructure/main.tf',
      'resource "aws_subnet" "public_b" {',
      'resource "aws_internet_gateway" "main" {}\nresource "aws_subnet" "public_b" {',
      'resource "aws_internet_gateway" "main" {}',
    ],
  ]));

describe('Pulumi', () =>
  mutations(provePrograms, files({ compute: ['ecs', 'ec2'], 'infrastructure-code': ['pulumi'] }), [
    ['a name that is not there', 'deploy/infrastructure/index.ts', 'vpcId: vpcMain.id', 'vpcId: vpcMane.id'],
    ['a bracket too few', 'deploy/infrastructure/index.ts', 'enableDnsHostnames: true,', 'enableDnsHostnames: (true;'],
  ]));

describe('shell', () =>
  mutations(proveShell, files(), [
    ['a quote that is not closed', 'deploy/release.sh', 'echo "rolling back" >&2', 'if then echo rolling back'],
  ]));

const machine = (name: string): string => `deploy/machine/${name}`;
const service = machine('systemd/museum-ticket-resale-worker.service');
if (programPath('systemd-analyze'))
  describe('systemd', () =>
    mutations(proveSystemd, onMachine(), [
      ['a key that is none', service, 'RestartSec=', 'RestartSecs='],
      ['a value that is none', service, 'Restart=always', 'Restart=allways'],
      ['a time that is none', service, 'TimeoutStopSec=40', 'TimeoutStopSec=40 parsecs'],
      ['a section that is none', service, '[Install]', '[Instal]'],
      ['settings that nobody makes', service, 'EnvironmentFile=/etc/', 'EnvironmentFile=/opt/'],
      [
        'a schedule that is none',
        machine('systemd/museum-ticket-resale-primary-store-backup.timer'),
        'OnCalendar=daily',
        'OnCalendar=dayly',
      ],
    ]));

if (programPath('caddy'))
  describe('Caddy', () =>
    mutations(proveCaddy, onMachine(), [
      ['a directive that is none', machine('Caddyfile'), 'encode zstd', 'encoded zstd'],
      ['a size that is none', machine('Caddyfile'), 'max_size 1MB', 'max_size much'],
      ['a time that is none', machine('Caddyfile'), 'health_interval 5s', 'health_interval 5parsecs'],
      ['an address that nobody has', machine('Caddyfile'), '127.0.0.1:18080', '127.0.0.1:18090'],
    ]));

describe('Fly', () =>
  mutations(proveFly, files({ compute: ['fly'] }), [
    ['an unknown key', 'deploy/fly/api.toml', 'kill_timeout', 'kill_time_out'],
    ['a bracket too few', 'deploy/fly/api.toml', '[[vm]]', '[[vm]'],
    ['a strategy that is none', 'deploy/fly/api.toml', '"canary"', '"cannary"'],
    ['a port that nobody opens', 'deploy/fly/api.toml', 'internal_port = 8080', 'internal_port = 8088'],
    ['a check on nothing', 'deploy/fly/worker.toml', 'port = 8081', 'port = 8082'],
    ['a size that is none', 'deploy/fly/worker.toml', 'memory = "256mb"', 'memory = "256"'],
  ]));

describe('Supabase', () =>
  mutations(proveSupabase, files({ compute: ['supabase'] }), [
    ['an unknown key', 'deploy/supabase/config.toml', 'enabled = true', 'enable = true'],
    ['a function open to all', 'deploy/supabase/config.toml', 'verify_jwt = true', 'verify_jwt = false'],
    ['an entry point elsewhere', 'deploy/supabase/config.toml', './functions/worker/', '../functions/worker/'],
    ['a table that is none', 'deploy/supabase/config.toml', '[functions.worker]', '[function.worker]'],
  ]));

describe('queries', () =>
  mutations(provePromql, files(), [
    ['rules', 'operate/alerts.yaml', 'sum(rate(', 'sum(rate((', 'expr: sum(rate(('],
    ['objectives', 'operate/slo.yaml', 'query: sum(', 'query: sum(('],
    ['dashboard', 'operate/dashboard.json', '"expr": "1 - (', '"expr": "1 - - / ('],
  ]));

describe('objectives and alerts', () =>
  mutations(proveObjectives, files(), [
    ['an alert that is not there', 'operate/slo.yaml', 'alertPolicyRef: ', 'alertPolicyRef: No'],
    ['an objective above one', 'operate/slo.yaml', 'target: 0.', 'target: 10.'],
    [
      'a runbook that is not there',
      'operate/alerts.yaml',
      'runbook_url: operate/runbooks.md#',
      'runbook_url: operate/runbooks.md#x',
    ],
    [
      'a severity that nobody knows',
      'operate/alerts.yaml',
      '        labels:\n          severity: page',
      '        labels:\n          severity: loud',
    ],
  ]));

describe('dashboard', () =>
  mutations(proveDashboard, files(), [
    ['an id twice', 'operate/dashboard.json', '"id": 2,', '"id": 1,', '"id": 1,\n      "type": "stat"'],
    ['a panel off the grid', 'operate/dashboard.json', '"w": 8', '"w": 80'],
    ['a data source that is not there', 'operate/dashboard.json', '"uid": "${datasource}"', '"uid": "${other}"'],
  ]));

describe('collector', () =>
  mutations(proveCollector, files(), [
    [
      'an exporter that is not declared',
      'operate/otel-collector.yaml',
      '      exporters:\n        - ',
      '      exporters:\n        - x',
      '- x',
    ],
    ['a component that does not exist', 'operate/otel-collector.yaml', '  batch:\n', '  bach:\n'],
    ['an unknown key', 'operate/otel-collector.yaml', 'send_batch_size', 'send_batch_sise'],
    [
      'a receiver that nobody uses',
      'operate/otel-collector.yaml',
      'receivers:\n  otlp:',
      'receivers:\n  otlp/idle:\n    protocols: {}\n  otlp:',
      'otlp/idle',
    ],
  ]));

describe('migration linter', () =>
  mutations(proveMigrationLint, files(), [
    ['no limit on waiting', 'database/migrations/0001_initial.up.sql', "SET LOCAL lock_timeout = '5s';\n", '', 'CREATE INDEX'],
    ['a type that fits nobody', 'database/migrations/0001_initial.up.sql', 'code text NOT NULL', 'code char(3) NOT NULL'],
  ]));

describe('SQLite', () =>
  mutations(proveSqlite, stored('sqlite'), [
    [
      'a reference to no column',
      'database/sqlite.sql',
      'CREATE INDEX listing_museum_id_price_idx ON listings (museum_id',
      'CREATE INDEX listing_museum_id_price_idx ON listings (musem_id',
    ],
    ['a type that is none', 'database/sqlite.sql', 'code TEXT NOT NULL', 'code TEXTS NOT NULL', 'CREATE TABLE museums'],
  ]));

if (programPath('mariadbd'))
  describe('MySQL', () =>
    mutations(proveMysql, stored('mysql'), [
      ['a type that is none', 'database/mysql.sql', '`code` VARCHAR(255)', '`code` VARCHARS(255)', 'CREATE TABLE `museums`'],
      ['a reference to no table', 'database/mysql.sql', 'REFERENCES `museums`', 'REFERENCES `musea`', 'CREATE TABLE `visitors`'],
      ['an index on nothing', 'database/mysql.sql', 'ON `visitors` (`email`)', 'ON `visitors` (`mail`)'],
      [
        'a table dropped before its children',
        'database/mysql-migrations/0001_initial.down.sql',
        'DROP TABLE `listing_events`;',
        'DROP TABLE `museums`;',
      ],
    ]));

describe('ClickHouse', () =>
  mutations(proveClickhouse, stored('clickhouse'), [
    ['a type that is none', 'database/clickhouse.sql', '  code String,', '  code Text,'],
    ['a sorting key of nothing', 'database/clickhouse.sql', 'ORDER BY (id)', 'ORDER BY (ident)'],
    ['a Nullable sorting key', 'database/clickhouse.sql', '  id UUID,', '  id Nullable(UUID),', 'ORDER BY (id)'],
    ['an index on nothing', 'database/clickhouse.sql', 'INDEX email_bloom email', 'INDEX email_bloom mail'],
  ]));
