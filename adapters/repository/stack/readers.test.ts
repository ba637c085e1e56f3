import { catalogue } from '@archwright/catalogue';
import { expect, test } from 'vitest';
import { fileKind } from '../files/file-kind.ts';
import { technologyIndex } from '../technology/technology-index.ts';
import { STACK_READERS } from './readers.ts';
import { nestsTooDeeply } from '@archwright/kernel';
import { yamlScalars } from './yaml-scalars.ts';

const technologies = technologyIndex(catalogue.technologies);

/** `key subject:line` of everything a file shows, by the reader its path calls for. */
function seen(path: string, text: string): readonly string[] {
  const { sightings } = STACK_READERS.get(fileKind(path)!)!({ path, text }, technologies);
  return [...new Set(sightings.map(({ key, subject, line }) => `${key === 'existing' ? '' : `${key} `}${subject}:${line}`))];
}

test.each<[string, string, string, readonly string[]]>([
  ['a front end', 'web/package.json', '{\n"dependencies": {\n"zod": "4",\n"react": "19"}}', ['zod:3']],
  ['a driver for tests', 'package.json', '{"devDependencies":{\n"pg":"8"}}', []],
  ['requirements', 'requirements.txt', '# web\nDjango==5.1\npsycopg2_binary>=2\n', ['python:2', 'django:2', 'postgresql:3']],
  [
    'poetry',
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3.12"\nredis = "^5"\n[tool.poetry.group.dev.dependencies]\npymongo = "^4"\n',
    ['python:3', 'redis:3'],
  ],
  [
    'a list on one line',
    'pyproject.toml',
    '[project]\ndependencies = ["fastapi[standard]>=0.1", "asyncpg"]\nname = "redis"\n',
    ['python:2', 'fastapi:2', 'postgresql:2'],
  ],
  ['only tools', 'pyproject.toml', '[tool.black]\nline-length = 100\n', []],
  [
    'Go',
    'go.mod',
    'module example.com/a\n\ngo 1.23\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgithub.com/jackc/pgx/v5 v5.7.1\n\tgithub.com/lib/pq v1.10.9 // indirect\n)\n',
    ['go:1', 'gin:6', 'postgresql:7'],
  ],
  [
    'Maven',
    'pom.xml',
    '<dependency>\n<groupId>org.springframework.boot</groupId>\n<artifactId>spring-boot-starter-web</artifactId>\n</dependency>\n<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency>',
    ['java:1', 'spring-boot:2', 'spring-boot:3', 'postgresql:5'],
  ],
  [
    'Gradle',
    'build.gradle.kts',
    'dependencies {\n  implementation("org.postgresql:postgresql:42.7.4")\n  testImplementation("org.mongodb:mongodb-driver-sync:5")\n}',
    ['java:1', 'postgresql:2'],
  ],
  [
    'Cargo',
    'Cargo.toml',
    '[package]\nname = "a"\n[dependencies]\naxum = "0.8"\nsqlx = { version = "0.8", features = ["postgres"] }\n[dev-dependencies]\nmongodb = "3"\n',
    ['rust:1', 'axum:4', 'postgresql:5'],
  ],
  [
    'images with hosts and digests',
    'compose.yml',
    'services:\n  a:\n    image: ghcr.io:443/x/app\n  b:\n    image: public.ecr.aws/docker/library/redis@sha256:00\n  c:\n    image: "bitnami/postgresql:16"\n',
    ['redis:5', 'postgresql:7'],
  ],
  ['an anchor', 'compose.yml', 'x-db: &db\n  image: mongo:8\nservices:\n  a: *db\n', []],
  ['environment of a service', 'compose.yml', 'services:\n  a:\n    environment:\n      - URL=amqp://mq\n', ['rabbitmq:4']],
  [
    'stages',
    'Dockerfile',
    'FROM golang:1.23 AS build\nFROM build AS test\nFROM --platform=linux/amd64 gcr.io/distroless/static\n',
    ['go:1'],
  ],
  ['a version argument', 'api.Dockerfile', 'ARG V=3\nfrom python:${V}-slim\n', ['python:2']],
  ['operators', 'k8s/db.yaml', 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\n', ['kubernetes:1', 'postgresql:1']],
  [
    'a chart',
    'charts/app/Chart.yaml',
    'apiVersion: v2\nname: app\ndependencies:\n  - name: rabbitmq\n',
    ['kubernetes:1', 'rabbitmq:4'],
  ],
  ['YAML of something else', 'deploy/values.yaml', 'kind: of\nimage: redis\n', []],
  ['a template', 'deploy/app.yaml', 'apiVersion: v1\nkind: Pod\nimage: {{ .Values.image }}\n', []],
  [
    'resources',
    'main.tf',
    'resource "aws_db_instance" "a" {\n  engine = "postgres"\n}\nresource "google_pubsub_topic" "b" {}\n',
    ['terraform:1', 'provider aws:1', 'postgresql:2', 'provider gcp:4', 'pubsub:4'],
  ],
  [
    'regions',
    'variables.tf',
    'variable "region" {\n  default = "europe-west1"\n}\nvariable "name" {\n  default = "eu-west-1"\n}\n',
    ['terraform:1', 'region europe-west1:2'],
  ],
  ['SQL dialect', 'db/schema.sql', '-- AUTO_INCREMENT\nCREATE TABLE a (id bigserial);\n', ['postgresql:2']],
  [
    'Drizzle',
    'drizzle.config.ts',
    "import { defineConfig } from 'drizzle-kit';\nexport default defineConfig({ dialect: 'turso' });\n",
    ['turso:2', 'drizzle:1'],
  ],
  ['environment file', '.env.example', '#A=mongodb://x\nB=rediss://y\nC=https://z\n', ['redis:2']],
  ['OpenAPI', 'api/openapi.yaml', '# contract\nopenapi: 3.1.0\n', ['openapi:2']],
  ['a Worker', 'wrangler.toml', 'name = "a"\n[[d1_databases]]\n', ['cloudflare-workers:1', 'd1:2', 'provider cloudflare:1']],
  ['CI', '.gitlab-ci.yml', 'test:\n  image: node:22\n', ['gitlab-ci:1']],
])('%s', (_, path, text, expected) => expect(seen(path, text)).toEqual(expected));

test.each([
  ['RULES.md', 'rules'],
  ['services/a/AGENTS.md', 'rules'],
  ['docs/adr/0001-use-x.md', 'decision-record'],
  ['docs/backend/overview.md', 'document'],
  ['docs/architecture.md', 'document'],
  ['docs/style-guide.md', undefined],
  ['README.md', undefined],
  ['src/index.ts', undefined],
  ['docker-compose.prod.yml', 'compose'],
  ['app/migrations/2024/001_init.sql', 'sql'],
])('%s is %s', (path, kind) => expect(fileKind(path)).toBe(kind));

test.each([...STACK_READERS])('the reader of %s takes any text', (_, reader) => {
  for (const text of [
    '',
    '\n',
    '{',
    '[[[[',
    '- - - -',
    '<a',
    '"'.repeat(5_000),
    '['.repeat(100_000),
    'a: '.repeat(10_000),
    '{"a":'.repeat(100_000),
  ])
    expect(() => reader({ path: 'x.json', text }, technologies)).not.toThrow();
});

test.each([
  ['brackets', '['.repeat(100_000), true],
  ['a block on one line', '- '.repeat(5_000), true],
  ['keys of keys', 'a: '.repeat(50_000), true],
  ['a long list', `[${'a: b,'.repeat(20_000)}]`, false],
  ['a rule of dashes', `# ${'-'.repeat(200)}\n`.repeat(20), false],
  ['a deployment', 'a:\n  b:\n    - c: [1, {d: 2}]\n', false],
])('%s', (_, text, expected) => expect(nestsTooDeeply(text)).toBe(expected));

test('a long flow sequence is read', () => {
  expect(yamlScalars(`[${'a,'.repeat(20_000)}b]`).scalars).toHaveLength(20_001);
});
