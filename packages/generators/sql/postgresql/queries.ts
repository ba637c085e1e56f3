import type { AccessPattern, Design, Entity, Field } from '@archwright/model';
import { sqlIdentifier, sqlPredicate } from '../../escape/sql.ts';
import type { Store } from '../dialect.ts';
import { fieldsNamed, isContainer, isPlace, isSearchVector, isTime, isVector, searchedColumns } from './column-kind.ts';
import { searchVector, servingIndex } from './indexes.ts';
import { keyFields } from './table.ts';

export interface AccessPatternQuery {
  readonly pattern: AccessPattern;
  readonly entity: Entity;
  /** One parameterised SELECT. */
  readonly sql: string;
  /** Columns the parameters `$1`, `$2`, … are compared with, in order. */
  readonly parameters: readonly string[];
  /** Name of the index that must serve it; absent where none is promised. */
  readonly index?: string;
}

/** Rows of one page, batch or ranking. */
const PAGE = 20;

/** The query behind each access pattern of a PostgreSQL store. Left out: entities held elsewhere, and similarity without a vector column. */
export const queriesOf = (design: Design, { entities }: Pick<Store, 'entities'>): readonly AccessPatternQuery[] =>
  design.architecture.accessPatterns.flatMap((pattern) => {
    const entity = entities.find(({ id }) => id === pattern.entity);
    if (!entity || (pattern.kind === 'vector' && !entity.fields.some(isVector))) return [];
    const index = servingIndex(pattern, entity, design.architecture.accessPatterns);
    return [{ pattern, entity, ...write(pattern, entity), ...(index !== undefined && { index }) }];
  });

interface Written {
  readonly sql: string;
  readonly parameters: readonly string[];
}

function write(pattern: AccessPattern, entity: Entity): Written {
  const parameters: string[] = [];
  const parameter = (column: string): string => `$${parameters.push(column)}`;
  const fields = fieldsNamed(pattern.by, entity);
  const predicate = pattern.index?.where === undefined ? undefined : sqlPredicate(pattern.index.where);
  const isOrder = ({ name }: Field): boolean => name === pattern.order?.by && ['range', 'rank', 'queue'].includes(pattern.kind);
  const free = fields.filter((field) => !isOrder(field) && (predicate === undefined || !mentions(predicate, field.name)));
  const conditions = [...conditionsOf(pattern, entity, free, parameter), ...(predicate === undefined ? [] : [predicate])];
  const order = orderOf(pattern, entity, free, conditions, parameter);
  const where = conditions.length > 0 ? `\nWHERE ${conditions.join('\n  AND ')}` : '';
  const from = `\nFROM ${sqlIdentifier(entity.table)}${where}`;
  if (pattern.kind === 'aggregation') return { sql: aggregate(free, from), parameters };
  const columns = entity.fields.map(({ name }) => sqlIdentifier(name)).join(', ');
  const lock = pattern.kind === 'queue' ? '\nFOR UPDATE SKIP LOCKED' : '';
  const limit = isUnique(pattern, entity) ? '' : `\nLIMIT ${PAGE}`;
  return { sql: `SELECT ${columns}${from}${order}${limit}${lock}`, parameters };
}

/** Whole word, quoted or bare. */
function mentions(predicate: string, column: string): boolean {
  const words: readonly string[] = predicate.replace(/'(?:[^']|'')*'/g, '').match(/[\w$]+/g) ?? [];
  return words.includes(column) || predicate.includes(sqlIdentifier(column));
}

function conditionsOf(
  pattern: AccessPattern,
  entity: Entity,
  fields: readonly Field[],
  parameter: (column: string) => string,
): string[] {
  const texts = searchedColumns(pattern, entity);
  const compare = (field: Field): readonly string[] => {
    const { name, type } = field;
    const column = sqlIdentifier(name);
    if (isVector(field) || (pattern.kind === 'geo' && isPlace(field))) return [];
    if (isSearchVector(field)) return [`${column} @@ websearch_to_tsquery('simple', ${parameter(name)})`];
    if (isContainer(field)) return [`${column} @> ${type.endsWith('[]') ? `ARRAY[${parameter(name)}]` : parameter(name)}`];
    if (isTime(field) && pattern.kind !== 'lookup') return [`${column} >= ${parameter(name)}`, `${column} < ${parameter(name)}`];
    return [`${column} = ${parameter(name)}`];
  };
  const plain = fields.filter((field) => !texts.includes(field)).flatMap(compare);
  const [first] = texts;
  return first
    ? [...plain, `${searchVector(texts.map(({ name }) => name))} @@ websearch_to_tsquery('simple', ${parameter(first.name)})`]
    : plain;
}

/** `ORDER BY`, and for a page the condition that starts after the last row of the page before (no OFFSET: it reads what it skips). */
function orderOf(
  pattern: AccessPattern,
  entity: Entity,
  fields: readonly Field[],
  conditions: string[],
  parameter: (column: string) => string,
): string {
  const near = fields.find(pattern.kind === 'geo' ? isPlace : isVector);
  if (near) return `\nORDER BY ${sqlIdentifier(near.name)} ${isPlace(near) ? '<->' : '<=>'} ${parameter(near.name)}`;
  const searched = pattern.kind === 'search' ? conditions.find((condition) => condition.includes(' @@ ')) : undefined;
  if (searched) return `\nORDER BY ts_rank_cd(${searched.replace(' @@ ', ', ')}) DESC`;
  const { order } = pattern;
  if (!order || pattern.kind === 'aggregation') return '';
  const column = sqlIdentifier(order.by);
  const isBounded = conditions.some((condition) => condition.startsWith(`${column} `));
  if (pattern.kind === 'range' && !isBounded && entity.fields.some(({ name }) => name === order.by))
    conditions.push(`${column} ${order.descending ? '<' : '>'} ${parameter(order.by)}`);
  return `\nORDER BY ${column}${order.descending ? ' DESC' : ''}`;
}

function aggregate(fields: readonly Field[], from: string): string {
  const time = fields.find(isTime);
  if (!time) return `SELECT count(*)${from}`;
  return `SELECT date_trunc('day', ${sqlIdentifier(time.name)}) AS day, count(*)${from}\nGROUP BY 1\nORDER BY 1`;
}

/** One row at most: no limit to write. */
function isUnique({ kind, by, index }: AccessPattern, entity: Entity): boolean {
  if (kind !== 'lookup') return false;
  const keys = keyFields(entity).map(({ name }) => name);
  const unique = entity.fields.filter((field) => field.unique).map(({ name }) => name);
  return (
    (keys.length > 0 && keys.every((name) => by.includes(name))) ||
    by.some((name) => unique.includes(name)) ||
    index?.unique === true
  );
}
