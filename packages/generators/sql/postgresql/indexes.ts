import { type AccessPattern, type Entity, onlyGrows } from '@archwright/model';
import { sqlIdentifier, sqlName, sqlPredicate } from '../../escape/sql.ts';
import { fieldsNamed, hasGistOperators, isContainer, isPlace, isSearchVector, isVector, searchedColumns } from './column-kind.ts';
import { primaryKey, type Promised, uniqueName } from './table.ts';

/** A pattern that promises an index. */
type Promising = AccessPattern & { readonly index: NonNullable<AccessPattern['index']> };
type Method = Promising['index']['method'] | 'hnsw';

const isPromising = (pattern: AccessPattern): pattern is Promising =>
  pattern.index !== undefined && pattern.index.columns.length > 0;
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/** Does the primary key serve this index? Then it carries the index's name and no second one is built. */
const isPrimaryKey = (entity: Entity, { index }: Promising): boolean =>
  index.method === 'btree' && index.where === undefined && sameSet(index.columns, primaryKey(entity));

/** The patterns of an entity that promise distinct indexes, first come first served by name. */
function promising(entity: Entity, patterns: readonly AccessPattern[]): readonly Promising[] {
  const named = new Map<string, Promising>();
  for (const pattern of patterns)
    if (pattern.entity === entity.id && isPromising(pattern) && !named.has(sqlName(pattern.index.name)))
      named.set(sqlName(pattern.index.name), pattern);
  return [...named.values()];
}

/** What the table's own constraints leave to promised indexes. */
export function promisedOf(entity: Entity, patterns: readonly AccessPattern[]): Promised {
  const made = promising(entity, patterns);
  const primary = made.find((pattern) => isPrimaryKey(entity, pattern));
  const unique = made.filter(
    ({ index }) => index.unique && index.columns.length === 1 && index.where === undefined && index.method === 'btree',
  );
  return {
    primaryKey: primary?.index.name ?? `${entity.table}_pkey`,
    unique: new Set(unique.map(({ index }) => index.columns[0]!)),
  };
}

/**
 * Name of the index that must serve a pattern: the one it promises; else a unique constraint on what it compares, or the
 * primary key where that starts with it.
 */
export function servingIndex(pattern: AccessPattern, entity: Entity, patterns: readonly AccessPattern[]): string | undefined {
  const promised = promisedOf(entity, patterns);
  const primary = sqlName(promised.primaryKey);
  if (isPromising(pattern)) return isPrimaryKey(entity, pattern) ? primary : sqlName(pattern.index.name);
  if (pattern.kind !== 'lookup' && pattern.kind !== 'range') return undefined;
  const unique = entity.fields.find((field) => field.unique && pattern.by.includes(field.name) && !entity.partition);
  if (unique && !promised.unique.has(unique.name) && !(unique.key && primaryKey(entity).length === 1))
    return uniqueName(entity, unique);
  const key = primaryKey(entity);
  const compared = [...new Set([...pattern.by, ...(pattern.order ? [pattern.order.by] : [])])];
  return compared.length > 0 && sameSet(compared, key.slice(0, compared.length)) ? primary : undefined;
}

/** The parts of `CREATE INDEX`: `on` is everything after the table. */
export interface IndexShape {
  /** Without quotes, as PostgreSQL keeps it. */
  readonly name: string;
  readonly isUnique: boolean;
  readonly on: string;
}

/** Every index the patterns promise, then one for each reference that no index starts with. */
export function indexShapes(entity: Entity, patterns: readonly AccessPattern[]): readonly IndexShape[] {
  const made = promising(entity, patterns).filter((pattern) => !isPrimaryKey(entity, pattern));
  return [...made.map((pattern) => indexShape(entity, pattern)), ...referenceIndexes(entity, made)];
}

/** `CREATE INDEX` for each of them. */
export const createIndexes = (entity: Entity, patterns: readonly AccessPattern[]): readonly string[] =>
  indexShapes(entity, patterns).map(
    ({ name, isUnique, on }) =>
      `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${sqlIdentifier(name)} ON ${sqlIdentifier(entity.table)} ${on};`,
  );

/**
 * The method that the columns' types allow. A pattern promises what kind of index it wants; operators decide: containment
 * needs GIN, nearness GiST, similarity HNSW, and plain comparison a B-tree.
 */
export function indexMethod(pattern: AccessPattern, entity: Entity): Method | undefined {
  if (!isPromising(pattern)) return undefined;
  const { method, columns } = pattern.index;
  const fields = fieldsNamed(columns, entity);
  if (fields.some(isVector)) return 'hnsw';
  const searches = searchedColumns(pattern, entity).some(({ name }) => columns.includes(name)) || fields.some(isSearchVector);
  const isOrdered = pattern.order !== undefined && columns.includes(pattern.order.by);
  if (method === 'brin') return 'brin';
  if (method === 'gist' && fields.some(hasGistOperators)) return 'gist';
  return searches || (fields.some(isContainer) && !isOrdered) ? 'gin' : fields.some(isPlace) ? 'gist' : 'btree';
}

function indexShape(entity: Entity, pattern: Promising): IndexShape {
  const { name, columns, unique, where } = pattern.index;
  const method = indexMethod(pattern, entity)!;
  const isUnique = unique === true && method === 'btree';
  // A unique index of a partitioned table must contain the partition column.
  const missing = isUnique && entity.partition && !columns.includes(entity.partition.by) ? [entity.partition.by] : [];
  const keys = keysOf(pattern, entity, method, [...columns, ...missing]);
  const predicate = where === undefined ? '' : ` WHERE ${sqlPredicate(where)}`;
  return { name: sqlName(name), isUnique, on: `USING ${method} (${keys})${predicate}` };
}

function keysOf(pattern: Promising, entity: Entity, method: Method, columns: readonly string[]): string {
  const searched =
    method === 'gin'
      ? searchedColumns(pattern, entity)
          .map(({ name }) => name)
          .filter((name) => columns.includes(name))
      : [];
  const plain = columns.filter((name) => !searched.includes(name));
  const keys = plain.map((name) => {
    const type = entity.fields.find((field) => field.name === name)?.type.toLowerCase() ?? '';
    return method === 'hnsw'
      ? `${sqlIdentifier(name)} ${type.startsWith('halfvec') ? 'halfvec' : 'vector'}_cosine_ops`
      : sqlIdentifier(name);
  });
  return [...keys, ...(searched.length > 0 ? [`(${searchVector(searched)})`] : [])].join(', ');
}

/** The expression that index and query must share to the letter. */
export const searchVector = (columns: readonly string[]): string =>
  `to_tsvector('simple', ${columns.map((name) => `coalesce(${sqlIdentifier(name)}, '')`).join(" || ' ' || ")})`;

/** Deleting or changing a parent looks its children up; append-only children are dropped by the partition instead. */
function referenceIndexes(entity: Entity, made: readonly Promising[]): readonly IndexShape[] {
  if (onlyGrows(entity.store)) return [];
  const leading = new Set([
    primaryKey(entity)[0],
    ...made.filter(({ index }) => index.where === undefined).map(({ index }) => index.columns[0]),
  ]);
  return entity.fields
    .filter((field) => field.references && !field.unique && !leading.has(field.name))
    .map(({ name }) => ({
      name: sqlName(`${entity.table}_${name}_fkey_idx`),
      isUnique: false,
      on: `(${sqlIdentifier(name)})`,
    }));
}

const BY_TYPE: Readonly<Record<string, string>> = {
  vector: 'vector',
  halfvec: 'vector',
  geography: 'postgis',
  geometry: 'postgis',
  citext: 'citext',
  hstore: 'hstore',
  ltree: 'ltree',
};

/** Extensions that types and index methods ask for. */
export function extensionsOf(entities: readonly Entity[], patterns: readonly AccessPattern[]): readonly string[] {
  const wanted = new Set(
    entities.flatMap(({ fields }) =>
      fields.flatMap(({ type }) => BY_TYPE[/^[a-z]+/i.exec(type)?.[0]?.toLowerCase() ?? ''] ?? []),
    ),
  );
  for (const entity of entities)
    for (const pattern of promising(entity, patterns)) {
      const fields = fieldsNamed(pattern.index.columns, entity);
      const searched = searchedColumns(pattern, entity);
      const method = indexMethod(pattern, entity);
      if (method === 'gin' && fields.some((field) => !isContainer(field) && !isSearchVector(field) && !searched.includes(field)))
        wanted.add('btree_gin');
      if (method === 'gist' && fields.some((field) => !hasGistOperators(field))) wanted.add('btree_gist');
    }
  return [...wanted].toSorted();
}
