import { oneLine, wellFormed } from './plain.ts';

/** PostgreSQL keeps 63 bytes of a name (NAMEDATALEN - 1) and cuts the rest silently. */
const LONGEST_NAME = 63;
/** Reserved in PostgreSQL 18, or reserved where a column or table name may stand. */
const RESERVED = new Set(
  'all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character check coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision primary real references returning right row select session_user setof similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable'.split(
    ' ',
  ),
);

/** The name as PostgreSQL keeps it: one line, at most 63 bytes; longer names end in a digest so that they stay distinct. */
export function sqlName(name: string): string {
  const plain = oneLine(name) || 'unnamed';
  if (byteLength(plain) <= LONGEST_NAME) return plain;
  const digest = `_${fnv1a(plain)}`;
  let kept = '';
  for (const character of plain) {
    if (byteLength(kept + character) > LONGEST_NAME - digest.length) break;
    kept += character;
  }
  return kept + digest;
}

/** A name as an identifier: bare where SQL allows it, quoted otherwise. */
export function sqlIdentifier(name: string): string {
  const kept = sqlName(name);
  return /^[a-z_][a-z0-9_]*$/.test(kept) && !RESERVED.has(kept) ? kept : `"${kept.replaceAll('"', '""')}"`;
}

/** A string literal. NUL cannot be stored by PostgreSQL and is dropped; a backslash is itself (standard strings). */
export const sqlLiteral = (text: string): string => `'${wellFormed(text).replaceAll('\u0000', '').replaceAll("'", "''")}'`;

const TYPE = /^[a-z][a-z0-9_]*(?: [a-z]+){0,3}(?: ?\(\d{1,6}(?:, ?\d{1,6})?\))?(?: [a-z]+){0,3}(?:\[\]){0,2}$/i;

/** A type name; one that does not read as a type is quoted, so that the parser refuses it instead of running it. */
export const sqlType = (type: string): string => (TYPE.test(type) ? type : sqlIdentifier(type));

const EXPRESSION =
  /^(?:-?\d{1,30}(?:\.\d{1,30})?|true|false|null|current_(?:date|timestamp|user)|[a-z_][a-z0-9_]{0,62}\(\)|'(?:[^']|'')*')$/i;

/** A column default: a number, boolean, `null`, call without arguments or quoted literal stands; anything else is a string. */
export const sqlDefault = (text: string): string => (EXPRESSION.test(text) ? text : sqlLiteral(text));

/** A comment to the end of the line. */
export const sqlComment = (text: string): string => `-- ${oneLine(text)}`;

/**
 * The predicate of a partial index, written by the design itself.
 * @throws where it could end the statement or hide the rest of it
 */
export function sqlPredicate(text: string): string {
  const plain = oneLine(text);
  const outside = plain.replace(/'(?:[^']|'')*'/g, '');
  if (/['";$\\]|--|\/\*/.test(outside)) throw new Error(`not a predicate: ${plain}`);
  return plain;
}

const byteLength = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** FNV-1a, 32 bits, as 8 hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
