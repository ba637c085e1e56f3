import type { Artefact, Design, EarlierDesign } from '@archwright/model';
import { accessPatternsDocument } from './access-patterns.ts';
import { clickhouseSchema } from './clickhouse.ts';
import { cqlSchema } from './cql.ts';
import { dialectByName, type Dialect, type DialectOf, type Store, storesOf } from './dialect.ts';
import { dynamodbDesign } from './dynamodb.ts';
import { documentsDesign } from './documents.ts';
import { keyspaceArtefacts } from './keyspace/index.ts';
import { mongodbDesign } from './mongodb.ts';
import { type Flavour, mysql, sqlite } from './portable/flavour.ts';
import { evolutionArtefacts } from './postgresql/evolve/index.ts';
import { portableDown, portableSchema } from './portable/schema.ts';
import { type AccessPatternQuery, queriesOf } from './postgresql/queries.ts';
import { postgresqlDown, postgresqlSchema } from './postgresql/schema.ts';

export { dialectByName, type Dialect, type DialectOf, type Store, storesOf } from './dialect.ts';
export { FILL_IN, isBackfill, NOT_HERE } from './postgresql/evolve/index.ts';
export { initialPartitions } from './postgresql/partitions.ts';
export { PERSON_SETTING, PURPOSE_SETTING, type RowOwner, rowOwner, TENANT_SETTING } from './postgresql/protection.ts';
export { type AccessPatternQuery, queriesOf } from './postgresql/queries.ts';

/** The query behind each access pattern on a PostgreSQL store. */
export const accessPatternQueries = (design: Design, dialectOf: DialectOf = dialectByName): readonly AccessPatternQuery[] =>
  storesOf(design, dialectOf)
    .filter(({ dialect }) => dialect === 'postgresql')
    .flatMap((store) => queriesOf(design, store));

/**
 * Schemas, migrations and access patterns of every store that holds entities and whose language is known, and the keys of
 * in-memory stores.
 *
 * @param earlier - what the folder held: its migrations stay as they are, and those to the new schema follow them
 */
export function databaseArtefacts(
  design: Design,
  dialectOf: DialectOf = dialectByName,
  earlier?: EarlierDesign,
): readonly Artefact[] {
  const stores = storesOf(design, dialectOf);
  const patterns = design.architecture.accessPatterns.length > 0 && stores.length > 0;
  return [
    ...stores.flatMap((store) =>
      store.dialect === 'postgresql'
        ? postgresqlArtefacts(design, store, earlier && historyOf(store, earlier, dialectOf))
        : WRITERS[store.dialect](design, store),
    ),
    ...(patterns
      ? [
          {
            path: 'database/access-patterns.md',
            mediaType: 'text/markdown',
            content: accessPatternsDocument(design, stores),
            title: 'Access patterns',
          },
        ]
      : []),
    ...keyspaceArtefacts(design),
  ];
}

/** Other engines’ files have media types of their own, so that PostgreSQL’s tools leave them alone. */
const WRITERS: Readonly<Record<Exclude<Dialect, 'postgresql'>, (design: Design, store: Store) => readonly Artefact[]>> = {
  sqlite: (design, store) => portableArtefacts(design, store, 'sqlite', sqlite),
  mysql: (design, store) => portableArtefacts(design, store, 'mysql', mysql),
  documents: (design, store) => [
    json(`${store.folder}/documents.json`, documentsDesign(design, store), 'Collections and indexes (documents)'),
  ],
  clickhouse: (design, store) => [
    {
      path: `${store.folder}/clickhouse.sql`,
      mediaType: 'text/x-clickhouse-sql',
      content: clickhouseSchema(design, store),
      title: 'Tables (ClickHouse)',
    },
  ],
  cql: (design, store) => [
    {
      path: `${store.folder}/schema.cql`,
      mediaType: 'text/x-cql',
      content: cqlSchema(design, store),
      title: `Tables (${store.component.technology ?? 'CQL'})`,
    },
  ],
  dynamodb: (design, store) => [
    json(`${store.folder}/dynamodb.json`, dynamodbDesign(design, store), 'Tables and keys (DynamoDB)'),
  ],
  mongodb: (design, store) => [
    json(`${store.folder}/mongodb.json`, mongodbDesign(design, store), 'Collections and validators (MongoDB)'),
  ],
};

const json = (path: string, value: unknown, title: string): Artefact => ({
  path,
  mediaType: 'application/json',
  content: `${JSON.stringify(value, null, 2)}\n`,
  title,
});

/** What a store looked like before, and the migrations that led there. */
interface History {
  readonly design: Design;
  readonly store: Store;
  readonly migrations: readonly Artefact[];
}

/** The same component in the same folder with migrations in it; anything else begins anew. */
function historyOf({ component, folder }: Store, { design, files }: EarlierDesign, dialectOf: DialectOf): History | undefined {
  const store = storesOf(design, dialectOf).find(
    (one) => one.dialect === 'postgresql' && one.component.id === component.id && one.folder === folder,
  );
  const migrations = files
    .filter(({ path }) => path.startsWith(`${folder}/migrations/`) && /\/\d{4}_[^/]*\.sql$/.test(path))
    .map((file) => ({ ...file, mediaType: 'application/sql', title: `Migration ${file.path.split('/').at(-1)}` }));
  return store && migrations.length > 0 ? { design, store, migrations } : undefined;
}

function postgresqlArtefacts(design: Design, store: Store, history: History | undefined): readonly Artefact[] {
  const sql = (name: string, content: string, title: string): Artefact => ({
    path: `${store.folder}/${name}`,
    mediaType: 'application/sql',
    content,
    title,
  });
  const schema = postgresqlSchema(design, store);
  const whole = sql('schema.sql', schema, 'Database schema (PostgreSQL 18)');
  if (history) {
    const last = Math.max(...history.migrations.map(({ path }) => Number(/\/(\d{4})_[^/]*$/.exec(path)![1])));
    return [whole, ...history.migrations, ...evolutionArtefacts(history, { design, store }, last + 1)];
  }
  return [
    whole,
    sql('migrations/0001_initial.up.sql', migration(schema), 'First migration'),
    sql('migrations/0001_initial.down.sql', migration(postgresqlDown(design, store)), 'First migration, taken back'),
  ];
}

/** A migration that waits for a lock makes everybody behind it wait: it gives up instead and is tried again. */
const migration = (statements: string): string =>
  `-- One transaction: psql --single-transaction -v ON_ERROR_STOP=1 -f …\nSET LOCAL lock_timeout = '5s';\nSET LOCAL statement_timeout = '60s';\n\n${statements}`;

function portableArtefacts(design: Design, store: Store, id: string, flavour: Flavour): readonly Artefact[] {
  const sql = (name: string, content: string, title: string): Artefact => ({
    path: `${store.folder}/${name}`,
    mediaType: `text/x-${id}-sql`,
    content,
    title,
  });
  const schema = portableSchema(design, store, flavour);
  return [
    sql(`${id}.sql`, schema, `Database schema (${flavour.name})`),
    sql(`${id}-migrations/0001_initial.up.sql`, schema, 'First migration'),
    sql(`${id}-migrations/0001_initial.down.sql`, portableDown(design, store, flavour), 'First migration, taken back'),
  ];
}
