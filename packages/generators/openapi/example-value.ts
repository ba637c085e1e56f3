import { slug } from '@archwright/kernel';
import type { Field } from '@archwright/model';
import { readType, type Schema, typeSchema } from './field-schema.ts';

/** What a text column of such a name usually holds; the last word of the column's name decides. */
const BY_LAST_WORD: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  phone: '+15555550100',
  url: 'https://example.com/page',
  uri: 'https://example.com/page',
  link: 'https://example.com/page',
  currency: 'EUR',
  country: 'DE',
  locale: 'en-GB',
  language: 'en',
  timezone: 'Europe/Berlin',
  ip: '192.0.2.10',
  name: 'Ada Example',
  code: 'A1B2C3',
  key: 'k-4f9c2a',
  token: 't-4f9c2a',
  hash: '9f86d081884c7d65',
  checksum: '9f86d081884c7d65',
  path: '/example/path',
  version: '1',
  provider: 'example-provider',
  mime: 'text/plain',
  slug: 'an-example',
};

/** `exampleValue` of a column, which is its first allowed value where it has such. */
export function exampleOf(
  { name, type, values }: Pick<Field, 'name' | 'type' | 'values'>,
  subject: string,
  date: string,
): unknown {
  const [first] = values ?? [];
  if (first === undefined) return exampleValue(name, type, subject, date);
  return readType(type).list ? [first] : first;
}

/**
 * A value that is valid for a column's schema and the same on every run.
 *
 * @param subject - what the value stands for; equal subjects get equal ids, so a reference shows the id it refers to
 * @param date - ISO date of the design, so that dates read as current
 */
export function exampleValue(name: string, type: string, subject: string, date: string): unknown {
  const { base, list, sizes } = readType(type);
  if (list) return [exampleValue(name, type.replace(/(?:\[\])+$/, ''), subject, date)];
  if (base === 'uuid') return exampleUuid(subject);
  if (base === 'date') return date;
  if (base === 'timestamptz' || base === 'timestamp') return `${date}T09:30:00Z`;
  if (base === 'time') return '09:30';
  if (base === 'interval') return 'PT10M';
  if (base === 'bytea') return 'bjhGMg==';
  if (base === 'numeric') return exampleDecimal(sizes);
  if (base === 'jsonb') return { note: 'any JSON object' };
  if (base === 'point' || base === 'geography' || base === 'geometry') return { latitude: 52.52, longitude: 13.405 };
  if (base === 'vector') return [0.12, -0.03, 0.57];
  const kind = typeSchema(type).type;
  if (kind === 'boolean') return true;
  if (kind === 'integer') return 1;
  if (kind === 'number') return 1.5;
  return exampleText(name, sizes[0]);
}

function exampleDecimal([precision = 12, scale = 0]: readonly number[]): string {
  const whole = precision - scale < 2 ? (precision > scale ? '1' : '0') : '12';
  return scale > 0 ? `${whole}.${'50'.padEnd(scale, '0').slice(0, scale)}` : whole;
}

function exampleText(name: string, longest = 200): string {
  const words = slug(name).split('-');
  const text = BY_LAST_WORD[words.at(-1) ?? ''] ?? `an example ${words.join(' ')}`;
  return text.slice(0, Math.max(1, longest));
}

/** A UUID of version 7's shape, made from the subject alone (FNV-1a over it, four times). */
function exampleUuid(subject: string): string {
  const hex = [1, 2, 3, 4].map((salt) => digest(`${salt}:${subject}`)).join('');
  return `0192${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${hex.slice(8, 11)}-a${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
}

function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * A given example value as the schema wants it, or `undefined` where it does not fit: numbers for exact decimals become
 * strings, digits for integers become numbers.
 */
export function fitted(value: unknown, schema: Schema): unknown {
  const types = [schema.type ?? []].flat();
  if (value === null) return types.includes('null') ? null : undefined;
  if (schema.enum) return schema.enum.includes(value as string) ? value : undefined;
  if (types.includes('array')) return fittedList(value, schema);
  if (types.includes('object'))
    return typeof value === 'object' && !Array.isArray(value) && hasRequired(value, schema) ? value : undefined;
  if (types.includes('boolean')) return typeof value === 'boolean' ? value : undefined;
  if (types.includes('integer') || types.includes('number')) return fittedNumber(value, schema, types.includes('integer'));
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && textFits(text, schema) ? text : undefined;
}

function fittedList(value: unknown, { items, maxItems = Infinity }: Schema): unknown {
  if (!Array.isArray(value) || value.length > maxItems) return undefined;
  const fits = value.map((item) => fitted(item, items ?? {}));
  return fits.includes(undefined) ? undefined : fits;
}

function fittedNumber(value: unknown, { minimum = -Infinity, maximum = Infinity }: Schema, whole: boolean): unknown {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || (whole && !Number.isInteger(number))) return undefined;
  return number >= minimum && number <= maximum ? number : undefined;
}

const hasRequired = (value: object, { required = [] }: Schema): boolean => required.every((name) => name in value);

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  'date-time':
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
  duration: /^P(?:\d{1,6}[YMWD]){0,4}(?:T(?:\d{1,6}[HMS]){1,3})?$/,
};

function textFits(text: string, { format, pattern, maxLength = Infinity }: Schema): boolean {
  if (text.length > maxLength) return false;
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return false;
  return FORMATS[format ?? '']?.test(text) ?? true;
}
