import { slug } from '@archwright/kernel';
import type { Field } from '@archwright/model';
import { OBJECT_EXAMPLES, PEOPLE, TEXT_EXAMPLES } from './example-words.ts';
import { readType, type Schema, typeSchema } from './field-schema.ts';

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
  if (base === 'date') return /birth/.test(name) ? '1986-04-12' : date;
  if (base === 'timestamptz' || base === 'timestamp') return exampleMoment(name, date);
  if (base === 'time') return '09:30';
  if (base === 'interval') return 'PT10M';
  if (base === 'bytea') return 'bjhGMg==';
  if (base === 'numeric') return exampleDecimal(sizes);
  if (base === 'jsonb') return lastWordsIn(OBJECT_EXAMPLES, name) ?? { note: 'free-form' };
  if (base === 'point' || base === 'geography' || base === 'geometry') return { latitude: 52.52, longitude: 13.405 };
  if (base === 'vector') return [0.12, -0.03, 0.57];
  const kind = typeSchema(type).type;
  if (kind === 'boolean') return true;
  if (kind === 'integer') return exampleInteger(name);
  if (kind === 'number') return 1.5;
  return exampleText(name, subject, sizes[0]);
}

/** What ends, expires or is due comes after what was created. */
function exampleMoment(name: string, date: string): string {
  const last = slug(name).replace(/-(?:at|on|time|until)$/, '');
  if (/(?:^|-)(?:expires?|expiry|due|valid-to|deadline|end|ends|ended|next-attempt|send|scheduled)$/.test(last))
    return `${new Date(Date.parse(`${date}T10:30:00Z`) + 86_400_000).toISOString().slice(0, 19)}Z`;
  return `${date}T${/(?:updated|finished|completed|read|seen|delivered|sent)$/.test(last) ? '09:31' : '09:30'}:00Z`;
}

/** A new one has been tried, used and counted zero times. */
function exampleInteger(name: string): number {
  const words = slug(name);
  if (/(?:^|-)(?:attempts?|retries|done|used|failures?|errors|views|clicks|likes|replies|count|progress)(?:-|$)/.test(words))
    return 0;
  if (/-minor$|(?:^|-)(?:price|amount|total|fee|balance)(?:-|$)/.test(words)) return 1250;
  if (/(?:^|-)bytes$/.test(words)) return 24_576;
  if (/(?:^|-)year$/.test(words)) return 2026;
  if (/(?:^|-)(?:seconds|ms|millis|minutes)$/.test(words)) return 30;
  return 1;
}

/** The entry for the last two words of a name, else for the last. */
function lastWordsIn<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const words = slug(name).split('-');
  const two = words.slice(-2).join('-');
  if (Object.hasOwn(table, two)) return table[two];
  const last = words.at(-1) ?? '';
  const found = [last, last.replace(/s$/, '')].find((word) => Object.hasOwn(table, word));
  return found === undefined ? undefined : table[found];
}

function exampleDecimal([precision = 12, scale = 0]: readonly number[]): string {
  const whole = precision - scale < 2 ? (precision > scale ? '1' : '0') : '12';
  return scale > 0 ? `${whole}.${'50'.padEnd(scale, '0').slice(0, scale)}` : whole;
}

/** Names and titles say what they are of: `Seed packet 12`, and `Ada Example` for a person. */
function exampleText(name: string, subject: string, longest = 200): string {
  const entity = slug(subject.split('.').at(-2) ?? '');
  const words = slug(name).split('-');
  const known = lastWordsIn(TEXT_EXAMPLES, name);
  const isName = /^(?:name|title)$/.test(words.at(-1) ?? '') && known === undefined;
  const what = words.length > 1 ? words.slice(0, -1).join('-') : entity;
  const named = PEOPLE.test(what) ? 'Ada Example' : `${sentenceCase(what)} 12`;
  const text = known ?? (isName ? named : `${words.join(' ')} A`);
  return text.slice(0, Math.max(1, longest));
}

const sentenceCase = (words: string): string => {
  const text = words.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

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
  if (schema.type === undefined && !schema.enum) return value;
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
