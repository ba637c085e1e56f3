import type { Component, Design, Entity } from '@archwright/model';

/** The languages this folder writes schemas in. */
export type Dialect = 'postgresql' | 'sqlite' | 'mysql' | 'clickhouse' | 'dynamodb' | 'mongodb' | 'documents' | 'cql';
export type DialectOf = (component: Component) => Dialect | undefined;

/** Names of engines and of services that speak their language. */
const WORDS: readonly (readonly [Dialect, RegExp])[] = [
  ['postgresql', /postgres|aurora|supabase|\bneon\b|timescale|cockroach|yugabyte|alloydb/i],
  ['sqlite', /sqlite|libsql|turso|(?:^|[ -])d1\b/i],
  ['mysql', /mysql|mariadb|planetscale|vitess|tidb/i],
  ['clickhouse', /clickhouse/i],
  ['dynamodb', /dynamo/i],
  ['mongodb', /mongo|documentdb/i],
  ['documents', /cosmos|firestore/i],
  ['cql', /cassandra|scylla/i],
];

/**
 * The language of a store by the name of its technology. A caller that has the catalogue at hand passes its own function,
 * reading the option's tags (`store:postgresql`), which also knows products named otherwise.
 */
export const dialectByName: DialectOf = ({ technologyId = '', technology = '' }) =>
  WORDS.find(([, words]) => words.test(`${technologyId} ${technology}`))?.[0];

/** The entities of one store, and the folder its files go to: `database/`, or one of its own where several share a language. */
export interface Store {
  readonly component: Component;
  readonly dialect: Dialect;
  readonly folder: string;
  readonly entities: readonly Entity[];
}

/** Every store that holds entities, in the order of the components. */
export function storesOf(design: Design, dialectOf: DialectOf = dialectByName): readonly Store[] {
  const { components, entities } = design.architecture;
  const stores = components.flatMap((component) => {
    const dialect = dialectOf(component);
    const held = entities.filter((entity) => entity.component === component.id);
    return dialect && held.length > 0 ? [{ component, dialect, entities: held }] : [];
  });
  return stores.map((store) => {
    const alone = stores.filter(({ dialect }) => dialect === store.dialect).length === 1;
    return { ...store, folder: alone ? 'database' : `database/${store.component.id}` };
  });
}
