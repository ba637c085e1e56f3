import { type DialectOf, isBackfill, queriesOf, rowOwner, type Store, storesOf } from '@archwright/generators/sql/index';
import type { Artefact, Design, Proof } from '@archwright/model';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type ProofOptions, type Prover, type Tool } from '../proof.ts';
import { proveBothVersions } from './both-versions.ts';
import { catalogueLines } from './catalogue-lines.ts';
import { type Database, emptyDatabase, missingExtensions, runFile, StatementRefused } from './database.ts';
import { migrationsOf, type ParsedFiles, proveChain } from './migrations.ts';
import { judgePlan } from './plan.ts';
import { proveRowSecurity } from './row-security.ts';
import { firstActing, loadSqlParser, type Statement } from './statements.ts';
import { restoreStatistics } from './statistics.ts';

const PARSED = 'PostgreSQL 18’s parser accepts every statement';
const RUN = 'PostgreSQL 18 runs it on an empty database';

/** `.sql` files through PostgreSQL: its parser first, then the engine, then the plans of the access patterns. */
export const provePostgresql: Prover = async (artefacts, design, options) => {
  const files = artefacts.filter(
    ({ path, mediaType }) => /(?:^|\/)(?:schema|migrations\/[^/]{1,200})\.sql$/.test(path) && mediaType === 'application/sql',
  );
  if (files.length === 0) return [];
  const { proofs, parsed } = await parseAll(files);
  const schemas = files.filter(({ path }) => path.endsWith('schema.sql') && parsed.has(path));
  const run: Proof[] = [];
  for (const schema of schemas) run.push(...(await proveSchema(schema, files, parsed, design, options)));
  return [...proofs, ...run];
};

async function parseAll(files: readonly Artefact[]): Promise<{ proofs: readonly Proof[]; parsed: ParsedFiles }> {
  const by = { tool: 'libpg-query', version: packageVersion('libpg-query') };
  try {
    const parser = await loadSqlParser();
    const parsed = new Map<string, readonly Statement[]>();
    const proofs = files.map(({ path, content }) => {
      const result = parser.parse(content);
      if ('message' in result) return proof(by, path, PARSED, 'rejected', result.message, result.line);
      parsed.set(path, result.statements);
      return proof(by, path, PARSED, 'accepted', `${result.statements.length} statements`);
    });
    return { proofs, parsed };
  } catch (error) {
    return { proofs: notRun(by, PARSED, files, `the parser could not be loaded: ${messageOf(error)}`), parsed: new Map() };
  }
}

async function proveSchema(
  schema: Artefact,
  files: readonly Artefact[],
  parsed: ParsedFiles,
  design: Design,
  options: ProofOptions,
): Promise<readonly Proof[]> {
  const { cache, dialectOf } = options;
  const by = { tool: '@electric-sql/pglite', version: packageVersion('@electric-sql/pglite') };
  const own = folderFiles(schema, files);
  const isKnown = ({ kind, sql }: Statement): boolean => kind === 'DoStmt' && isBackfill(sql);
  const acting = own.map(({ path }) => firstActing(parsed.get(path) ?? [], isKnown)).find((statement) => statement !== undefined);
  if (acting) return notRun(by, RUN, [schema], `only declarations are run here, and line ${acting.line} is a ${acting.kind}`);
  const wanted = [...schema.content.matchAll(/^CREATE EXTENSION IF NOT EXISTS "?([a-z_]{1,40})"?;$/gm)].map(([, name]) => name!);
  const missing = missingExtensions(wanted);
  if (missing.length > 0) return notRun(by, RUN, [schema], `the embedded PostgreSQL has no extension ${missing.join(', ')}`);
  let database: Database;
  try {
    database = await emptyDatabase(wanted, cache);
  } catch (error) {
    return notRun(by, RUN, [schema], `the embedded PostgreSQL could not be started: ${messageOf(error)}`);
  }
  const made = await attempt(by, schema.path, RUN, async () => {
    await runFile(database, parsed.get(schema.path) ?? []);
    return 'every statement ran';
  });
  if (made.outcome !== 'accepted') return [made];
  const migrations = await proveMigrations(by, schema, files, parsed, design, options, () => emptyDatabase(wanted, cache));
  const plans = await provePlans(by, schema, parsed, design, dialectOf, () => emptyDatabase(wanted, cache));
  const secured = await proveSecurity(by, schema, parsed, design, dialectOf, () => emptyDatabase(wanted, cache));
  return [made, ...migrations, ...secured, ...plans];
}

async function attempt(by: Tool, path: string, claim: string, run: () => Promise<string>): Promise<Proof> {
  try {
    return proof(by, path, claim, 'accepted', await run());
  } catch (error) {
    return proof(by, path, claim, 'rejected', messageOf(error), error instanceof StatementRefused ? error.line : undefined);
  }
}

const folderFiles = ({ path }: Artefact, files: readonly Artefact[]): readonly Artefact[] =>
  files.filter((file) => file.path.startsWith(path.slice(0, -'schema.sql'.length)));

/** The migrations beside the schema: as a chain, and, where an earlier design is known, with rows and two versions at work. */
async function proveMigrations(
  by: Tool,
  schema: Artefact,
  files: readonly Artefact[],
  parsed: ParsedFiles,
  design: Design,
  { previous, dialectOf }: ProofOptions,
  empty: () => Promise<Database>,
): Promise<readonly Proof[]> {
  const migrations = migrationsOf(schema.path.slice(0, -'schema.sql'.length), files);
  const whole = async (partitions: boolean): Promise<readonly string[]> => {
    const database = await empty();
    await runFile(database, parsed.get(schema.path) ?? []);
    return catalogueLines(database, partitions);
  };
  const chain = await proveChain(by, migrations, parsed, whole, empty);
  const before = previous && earlierDesign(previous);
  const [old, now] = [before && storeOf(schema, before, dialectOf), storeOf(schema, design, dialectOf)];
  if (!before || !old || !now || chain.some(({ outcome }) => outcome !== 'accepted')) return chain;
  const versions = {
    old: { entities: old.entities, date: before.date },
    now: { entities: now.entities, date: design.date },
  };
  return [...chain, ...(await proveBothVersions(by, migrations, previous, parsed, versions, empty))];
}

/** The model among the files of a folder; whoever gives them has read it before. */
function earlierDesign(files: readonly Artefact[]): Design | undefined {
  const model = files.find(({ path }) => path === 'model.json');
  return model && (JSON.parse(model.content) as Design);
}

const storeOf = (schema: Artefact, design: Design, dialectOf: DialectOf | undefined): Store | undefined =>
  storesOf(design, dialectOf).find(
    ({ dialect, folder }) => dialect === 'postgresql' && folder === schema.path.slice(0, -'/schema.sql'.length),
  );

async function proveSecurity(
  by: Tool,
  schema: Artefact,
  parsed: ParsedFiles,
  design: Design,
  dialectOf: DialectOf | undefined,
  empty: () => Promise<Database>,
): Promise<readonly Proof[]> {
  const entities = storeOf(schema, design, dialectOf)?.entities ?? [];
  if (!entities.some((entity) => rowOwner(entity, design.architecture.api.operations))) return [];
  const database = await empty();
  await runFile(database, parsed.get(schema.path) ?? []);
  return proveRowSecurity(by, schema, entities, design, database);
}

async function provePlans(
  by: Tool,
  schema: Artefact,
  parsed: ParsedFiles,
  design: Design,
  dialectOf: DialectOf | undefined,
  empty: () => Promise<Database>,
): Promise<readonly Proof[]> {
  const store = storeOf(schema, design, dialectOf);
  const queries = store ? queriesOf(design, store) : [];
  const claimOf = (id: string, index: string | undefined) =>
    `access pattern ${id} ${index === undefined ? 'reads no large table whole' : `is served by ${index}`} at the rows of year one`;
  if (!store || queries.length === 0) return [];
  const database = await empty();
  try {
    await runFile(database, parsed.get(schema.path) ?? []);
    await restoreStatistics(database, store.entities, design);
  } catch (error) {
    return queries.flatMap(({ pattern, index }) =>
      notRun(by, claimOf(pattern.id, index), [schema], `statistics could not be set: ${messageOf(error)}`),
    );
  }
  const proofs: Proof[] = [];
  for (const query of queries) {
    const claim = claimOf(query.pattern.id, query.index);
    try {
      const { accepted, log } = await judgePlan(database, query, design);
      proofs.push(proof(by, schema.path, claim, accepted ? 'accepted' : 'rejected', `${query.sql}\n\n${log}`));
    } catch (error) {
      proofs.push(proof(by, schema.path, claim, 'rejected', `${query.sql}\n\n${messageOf(error)}`));
    }
  }
  return proofs;
}
