import { snakeCase } from '@archwright/kernel';
import type { Field } from '@archwright/model';
import { readType } from '../openapi/field-schema.ts';

/** A field of a message, before it has a number. */
export interface ProtoField {
  readonly name: string;
  readonly type: string;
  readonly label: '' | 'optional ' | 'repeated ';
  /** File that defines the type. */
  readonly imports?: string;
}

const TIMESTAMP = { type: 'google.protobuf.Timestamp', imports: 'google/protobuf/timestamp.proto' };
const STRUCT = { type: 'google.protobuf.Struct', imports: 'google/protobuf/struct.proto' };
const DURATION = { type: 'google.protobuf.Duration', imports: 'google/protobuf/duration.proto' };

/** PostgreSQL type → Protocol Buffers type. Exact decimals and dates travel as strings, as they do in JSON. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly imports?: string }>> = {
  smallint: { type: 'int32' },
  integer: { type: 'int32' },
  bigint: { type: 'int64' },
  boolean: { type: 'bool' },
  real: { type: 'float' },
  double: { type: 'double' },
  bytea: { type: 'bytes' },
  timestamptz: TIMESTAMP,
  timestamp: TIMESTAMP,
  interval: DURATION,
  jsonb: STRUCT,
  point: { type: 'LatLng' },
  geography: { type: 'LatLng' },
  geometry: { type: 'LatLng' },
};

/** One column as a field of a message; `enumName` where its values are listed. */
export function protoField(field: Pick<Field, 'name' | 'type' | 'nullable'>, enumName?: string): ProtoField {
  const { base, list } = readType(field.type);
  const vector = base === 'vector';
  const { type, imports } = enumName === undefined ? (TYPES[base] ?? { type: vector ? 'float' : 'string' }) : { type: enumName };
  const isMessage = type.includes('.') || type === 'LatLng';
  const label = list || vector ? 'repeated ' : field.nullable && !isMessage ? 'optional ' : '';
  return { name: fieldName(field.name), type, label, ...(imports && { imports }) };
}

/** Protocol Buffers names start with a letter. */
export const fieldName = (name: string): string => {
  const snake = snakeCase(name);
  return /^[a-z]/.test(snake) ? snake : `f_${snake}`;
};
