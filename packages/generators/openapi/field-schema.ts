import type { Field } from '@archwright/model';

/** The part of JSON Schema 2020-12 that our documents use. */
export interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: (string | null)[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  contentEncoding?: string;
  readOnly?: boolean;
  default?: unknown;
  examples?: unknown[];
  $ref?: string;
  'x-classification'?: string;
}

const INTEGERS: Readonly<Record<string, Schema>> = {
  smallint: { type: 'integer', minimum: -32_768, maximum: 32_767 },
  integer: { type: 'integer', format: 'int32' },
  bigint: { type: 'integer', format: 'int64' },
};
const ALIASES: Readonly<Record<string, string>> = {
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  serial: 'integer',
  bigserial: 'bigint',
  smallserial: 'smallint',
  decimal: 'numeric',
  money: 'numeric',
  bool: 'boolean',
  float4: 'real',
  float8: 'double',
  'double precision': 'double',
  'character varying': 'varchar',
  character: 'char',
  bpchar: 'char',
  json: 'jsonb',
};
const PLACE: Schema = {
  type: 'object',
  properties: {
    latitude: { type: 'number', minimum: -90, maximum: 90 },
    longitude: { type: 'number', minimum: -180, maximum: 180 },
  },
  required: ['latitude', 'longitude'],
  additionalProperties: false,
};
const SIMPLE: Readonly<Record<string, Schema>> = {
  uuid: { type: 'string', format: 'uuid' },
  boolean: { type: 'boolean' },
  real: { type: 'number' },
  double: { type: 'number' },
  date: { type: 'string', format: 'date' },
  timestamptz: { type: 'string', format: 'date-time' },
  timestamp: { type: 'string', format: 'date-time' },
  time: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$' },
  interval: { type: 'string', format: 'duration' },
  jsonb: { type: 'object', additionalProperties: true },
  bytea: { type: 'string', contentEncoding: 'base64' },
  point: PLACE,
  geography: PLACE,
  geometry: PLACE,
  vector: { type: 'array', items: { type: 'number' } },
};

/** Name and arguments of a PostgreSQL type: `numeric(10,2)` → `numeric`, 10, 2; `text[]` is a list of `text`. */
export function readType(type: string): { base: string; sizes: readonly number[]; list: boolean } {
  const list = type.endsWith('[]');
  const plain = type
    .toLowerCase()
    .replace(/(?:\[\])+$/, '')
    .trim();
  const sizes = (/\(([\d, ]{1,20})\)/.exec(plain)?.[1] ?? '')
    .split(',')
    .filter((size) => size.trim() !== '')
    .map(Number);
  const base = plain
    .replace(/\([^)]{0,40}\)/, '')
    .replace(/ with(?:out)? time zone$/, (zone) => (zone.startsWith(' without') ? '' : 'tz'))
    .replace(/^(time|timestamp) *tz$/, '$1tz')
    .trim();
  return { base: ALIASES[base] ?? base, sizes, list };
}

/** JSON for one column's type. Exact decimals travel as strings, since JSON numbers are read as binary floating point. */
export function typeSchema(type: string): Schema {
  const { base, sizes, list } = readType(type);
  const one = scalar(base, sizes);
  return list ? { type: 'array', items: one } : one;
}

function scalar(base: string, [size, scale = 0]: readonly number[]): Schema {
  if (base === 'numeric') return { type: 'string', format: 'decimal', pattern: decimal(size, scale) };
  if ((base === 'varchar' || base === 'char') && size !== undefined) return { type: 'string', maxLength: size };
  return { ...(INTEGERS[base] ?? SIMPLE[base] ?? { type: 'string' }) };
}

const decimal = (precision: number | undefined, scale: number): string =>
  precision === undefined
    ? '^-?[0-9]+([.][0-9]+)?$'
    : `^-?[0-9]{1,${Math.max(1, precision - scale)}}${scale > 0 ? `([.][0-9]{1,${scale}})?` : ''}$`;

/** One column as a property: allowed values, null, and how sensitive it is. */
export function fieldSchema({ type, values, nullable, classification = 'internal' }: Field): Schema {
  const schema = typeSchema(type);
  const choice = values && !schema.items ? { enum: [...values, ...(nullable ? [null] : [])] } : {};
  return {
    ...schema,
    ...choice,
    ...(values && schema.items && { items: { ...schema.items, enum: [...values] } }),
    ...(nullable && typeof schema.type === 'string' && { type: [schema.type, 'null'] }),
    ...(classification !== 'public' && classification !== 'internal' && { 'x-classification': classification }),
  };
}
