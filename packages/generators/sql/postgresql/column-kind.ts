import type { AccessPattern, Entity, Field } from '@archwright/model';

/** What PostgreSQL can do with a column, by its type's name. */
export const isText = ({ type }: Field): boolean =>
  /^(?:text|citext|varchar|char|character|bpchar|name)\b/i.test(type) && !type.endsWith('[]');
export const isVector = ({ type }: Field): boolean => /^(?:vector|halfvec)\b/i.test(type) && !type.endsWith('[]');
export const isPlace = ({ type }: Field): boolean => /^(?:point|geography|geometry)\b/i.test(type) && !type.endsWith('[]');
export const isTime = ({ type }: Field): boolean => /^(?:timestamp|timestamptz|date)\b/i.test(type) && !type.endsWith('[]');
export const isSearchVector = ({ type }: Field): boolean => /^tsvector\b/i.test(type);
/** Searched by what is inside it: only GIN does that. */
export const isContainer = ({ type }: Field): boolean => type.endsWith('[]') || /^(?:jsonb|hstore)\b/i.test(type);
export const hasGistOperators = (field: Field): boolean =>
  isPlace(field) ||
  /^(?:box|polygon|circle|inet|cidr|tsvector|tsquery|ltree|\w{1,20}range|\w{1,20}multirange)\b/i.test(field.type);

export const fieldsNamed = (names: readonly string[], entity: Entity): readonly Field[] =>
  names.map((name) => entity.fields.find((field) => field.name === name)).filter((field) => field !== undefined);

/** Free-text columns of a search; a column with a list of allowed values is compared, not searched. */
export const searchedColumns = ({ kind, by }: AccessPattern, entity: Entity): readonly Field[] =>
  kind === 'search' ? fieldsNamed(by, entity).filter((field) => isText(field) && !field.values) : [];
