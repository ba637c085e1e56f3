import type { Artefact } from '@archwright/model';
import * as z from 'zod';
import { locatedDocuments, type LocatedDocument } from '../documents/located-yaml.ts';
import { judge, type Finding } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';
import { hotKeyEntry, hotKeyFault } from './hot-key.ts';

const CLAIM =
  'each validator is a schema that takes a sound document and refuses one without a required field, documents are below 16 MB, indexes and shard keys name declared fields, and no key is hotter than its cure says (no MongoDB was asked)';
/** @source https://www.mongodb.com/docs/manual/reference/limits/, read 2026-11-30: BSON document size, indexes and fields of a compound index */
const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const MOST_INDEXES = 64;
const MOST_KEYS = 32;

/** `mongodb.json`: validators as JSON Schema, with BSON's type names translated. */
export const proveMongodb: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => path.endsWith('/mongodb.json'));
  if (files.length === 0) return [];
  const by = { tool: 'ajv', version: packageVersion('ajv') };
  try {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const compile: Compile = (schema) =>
      new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: true }).compile(schema);
    return await Promise.all(files.map((file) => judge(by, CLAIM, file, () => fileFindings(file, compile), 'no finding')));
  } catch (error) {
    return notRun(by, CLAIM, files, `the validator could not be loaded: ${messageOf(error)}`);
  }
};

type Compile = (schema: object) => (document: unknown) => boolean;
interface Property {
  readonly bsonType?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Property;
}
interface Collection {
  readonly name: string;
  readonly documentBytes?: number;
  readonly validator: {
    readonly $jsonSchema: { readonly required?: readonly string[]; readonly properties: Readonly<Record<string, Property>> };
  };
  readonly shardKey?: Readonly<Record<string, unknown>>;
  readonly hotKeys?: readonly unknown[];
  readonly indexes?: readonly { readonly name: string; readonly key: Readonly<Record<string, unknown>> }[];
}

function fileFindings({ content }: Artefact, compile: Compile): readonly Finding[] {
  const [document] = locatedDocuments(content);
  const collections = (document?.value as { readonly collections?: readonly Collection[] } | undefined)?.collections;
  if (!document || !Array.isArray(collections)) return [{ message: 'it has no collections', line: 1 }];
  return (collections as readonly Collection[]).flatMap((collection, index) =>
    collectionFindings(collection, index, document, compile),
  );
}

function collectionFindings(
  collection: Collection,
  index: number,
  document: LocatedDocument,
  compile: Compile,
): readonly Finding[] {
  const at = (path: readonly (string | number)[], message: string): Finding => ({
    message: `${collection.name}: ${message}`,
    line: document.lineOf(['collections', index, ...path]),
  });
  const schemaPath = ['validator', '$jsonSchema'];
  const { required = [], properties } = collection.validator.$jsonSchema;
  // MongoDB adds `_id` to every document: a validator that takes declared fields only would refuse them all.
  if (!('_id' in properties)) return [at([...schemaPath, 'properties'], '_id is not declared, and every document has one')];
  const undeclared = required
    .filter((name) => !(name in properties))
    .map((name) => at([...schemaPath, 'required'], `${name} is required and not declared`));
  const unknown = Object.entries(properties).flatMap(([name, property]) =>
    typesOf(property)
      .filter((type) => !(type in SAMPLES))
      .map((type) => at([...schemaPath, 'properties', name], `${type} is no BSON type`)),
  );
  if (undeclared.length + unknown.length > 0) return [...undeclared, ...unknown];
  return [
    ...judgedBy(collection, compile, (message) => at(schemaPath, message)),
    ...indexFindings(collection, at),
    ...sizeFindings(collection, at),
    ...keyFindings(collection, at),
  ];
}

/** A document of each type as JSON Schema sees it: dates and ids are objects with a tag. */
const SAMPLES: Readonly<Record<string, readonly [schema: object, sample: unknown]>> = {
  string: [{ type: 'string' }, 'text'],
  int: [{ type: 'integer' }, 1],
  long: [{ type: 'integer' }, 1],
  double: [{ type: 'number' }, 1.5],
  decimal: [tagged('$numberDecimal'), { $numberDecimal: '1.50' }],
  bool: [{ type: 'boolean' }, true],
  date: [tagged('$date'), { $date: '2026-01-01T00:00:00Z' }],
  binData: [tagged('$binary'), { $binary: 'AAAA' }],
  objectId: [tagged('$oid'), { $oid: '0123456789abcdef01234567' }],
  timestamp: [tagged('$timestamp'), { $timestamp: '1' }],
  object: [{ type: 'object' }, {}],
  array: [{ type: 'array' }, []],
  null: [{ type: 'null' }, null],
};

function tagged(name: string): object {
  return { type: 'object', required: [name], properties: { [name]: { type: 'string' } }, additionalProperties: false };
}
const typesOf = ({ bsonType }: Property): readonly string[] => [bsonType ?? []].flat();

function judgedBy({ validator }: Collection, compile: Compile, say: (message: string) => Finding): readonly Finding[] {
  const { required = [], properties } = validator.$jsonSchema;
  let accepts: (document: unknown) => boolean;
  try {
    accepts = compile({
      type: 'object',
      required,
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, translated(property)])),
    });
  } catch (error) {
    return [say(`the validator is no schema: ${messageOf(error)}`)];
  }
  const sound = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      property.enum?.[0] ??
        (property.bsonType === 'array' && property.items?.enum
          ? [property.items.enum[0]]
          : SAMPLES[typesOf(property)[0] ?? 'null']![1]),
    ]),
  );
  return [
    ...(accepts(sound) ? [] : [say('it refuses a sound document')]),
    ...required
      .filter((name) => accepts(Object.fromEntries(Object.entries(sound).filter(([key]) => key !== name))))
      .map((name) => say(`it takes a document without ${name}`)),
    ...(accepts({ ...sound, '\u0000unknown': 1 }) ? [say('it takes unknown fields')] : []),
  ];
}

function translated({
  bsonType: _,
  enum: values,
  items,
  ...rest
}: Property & { readonly minimum?: number; readonly description?: string }): object {
  const types = typesOf({ ...(_ !== undefined && { bsonType: _ }) }).map((type) => SAMPLES[type]![0]);
  return {
    ...(types.length === 1 ? types[0] : types.length > 1 ? { anyOf: types } : {}),
    ...(values && { enum: values }),
    ...(items && { items: translated(items) }),
    ...('description' in rest && { description: rest.description }),
  };
}

function indexFindings(
  { indexes = [], validator }: Collection,
  at: (path: readonly (string | number)[], message: string) => Finding,
): readonly Finding[] {
  const declared = validator.$jsonSchema.properties;
  return [
    ...(indexes.length > MOST_INDEXES ? [at(['indexes'], `more than ${MOST_INDEXES} indexes`)] : []),
    ...indexes.flatMap(({ name, key }, place) => {
      const fields = Object.keys(key);
      return [
        ...fields
          .filter((field) => !((field.split('.')[0] ?? '') in declared))
          .map((field) => at(['indexes', place, 'key', field], `index ${name} names ${field}, which is not declared`)),
        ...(fields.length > MOST_KEYS ? [at(['indexes', place], `index ${name} has more than ${MOST_KEYS} fields`)] : []),
      ];
    }),
  ];
}

const sizeFindings = (
  { documentBytes }: Collection,
  at: (path: readonly (string | number)[], message: string) => Finding,
): readonly Finding[] =>
  documentBytes !== undefined && documentBytes > LARGEST_DOCUMENT
    ? [at(['documentBytes'], 'documents are larger than 16 MB')]
    : [];

function keyFindings(
  { shardKey = {}, hotKeys = [], validator }: Collection,
  at: (path: readonly (string | number)[], message: string) => Finding,
): readonly Finding[] {
  const declared = new Set(Object.keys(validator.$jsonSchema.properties));
  return [
    ...Object.keys(shardKey)
      .filter((field) => !declared.has(field))
      .map((field) => at(['shardKey', field], `the shard key names ${field}, which is not declared`)),
    ...hotKeys.flatMap((hot, index) => {
      const parsed = hotKeyEntry.extend({ serves: z.string() }).safeParse(hot);
      const fault = parsed.success ? hotKeyFault(parsed.data, declared) : 'it does not follow its schema';
      return fault === undefined ? [] : [at(['hotKeys', index], fault)];
    }),
  ];
}
