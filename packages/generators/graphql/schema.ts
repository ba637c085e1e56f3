import type { Design, Entity, Field, Operation } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { schemaNames } from '../openapi/entity-schemas.ts';
import { readType } from '../openapi/field-schema.ts';
import { operationIds } from '../openapi/operation-ids.ts';
import { isBatchRead, pathParameters, takesIdempotencyKey } from '../openapi/parameters.ts';
import { fieldName, free, memberName, typeName } from './names.ts';

/** PostgreSQL type → scalar. Exact decimals and whole numbers beyond 32 bits travel as strings. */
const SCALARS: Readonly<Record<string, string>> = {
  uuid: 'ID',
  smallint: 'Int',
  integer: 'Int',
  int: 'Int',
  boolean: 'Boolean',
  real: 'Float',
  double: 'Float',
  bigint: 'Long',
  numeric: 'Decimal',
  timestamptz: 'DateTime',
  timestamp: 'DateTime',
  date: 'Date',
  jsonb: 'JSON',
  point: 'JSON',
  geography: 'JSON',
  geometry: 'JSON',
};
const CUSTOM: Readonly<Record<string, string>> = {
  Long: 'a whole number of up to 64 bits, as text',
  Decimal: 'an exact decimal, as text',
  DateTime: 'a moment (RFC 3339)',
  Date: 'a day (RFC 3339)',
  JSON: 'any JSON value',
};

interface Writer {
  readonly design: Design;
  /** Entity → the name of its type. */
  readonly types: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<Operation, string>;
  readonly taken: Set<string>;
  /** Definitions of enumerations, inputs and pages, in the order in which they were asked for. */
  readonly made: Map<string, string>;
}

const described = (text: string, indent = ''): string =>
  `${indent}"""${oneLine(text).replaceAll('\\', '').replaceAll('"', "'") || 'No words are said about it.'}"""`;

/** Operations of callers; a provider calls back over HTTP. */
export const graphqlOperations = (design: Design): readonly Operation[] =>
  design.architecture.api.operations.filter(({ caller }) => caller !== 'provider');

/** The schema of a design in the schema definition language. */
export function graphqlSchema(design: Design): string {
  const taken = new Set(['Query', 'Mutation', 'Subscription', ...Object.keys(CUSTOM), 'Int', 'Float', 'String', 'Boolean', 'ID']);
  const types = new Map([...schemaNames(design.architecture.entities)].map(([id, name]) => [id, free(typeName(name), taken)]));
  const writer: Writer = { design, types, ids: operationIds(design.architecture.api.operations), taken, made: new Map() };
  const operations = graphqlOperations(design);
  const shown = design.architecture.entities.filter(({ id }) => operations.some(({ entity }) => entity === id));
  const kind = ({ method }: Operation): string =>
    method === 'STREAM' ? 'Subscription' : method === 'GET' ? 'Query' : 'Mutation';
  const roots = ['Query', 'Mutation', 'Subscription'].flatMap((root) => {
    const own = operations.filter((operation) => kind(operation) === root);
    // A schema without a query is none.
    if (own.length === 0 && root !== 'Query') return [];
    const fields = own.length > 0 ? own.map((operation) => operationField(operation, writer)) : ['  version: String!'];
    return [`type ${root} {\n${fields.join('\n')}\n}`];
  });
  const objects = shown.map((entity) => objectType(entity, writer));
  const text = [...roots, ...objects, ...writer.made.values()].join('\n\n');
  const scalars = Object.entries(CUSTOM)
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(text))
    .map(([name, meaning]) => `${described(meaning)}\nscalar ${name}`);
  const head = `# ${oneLine(design.title)}: what callers ask and change. A field is marked as deprecated before it goes.`;
  return `${[head, text, ...scalars].join('\n\n')}\n`;
}

const travels = ({ classification, type }: Field): boolean =>
  classification !== 'secret' && classification !== 'card' && type !== 'tsvector';

function objectType(entity: Entity, writer: Writer): string {
  const name = writer.types.get(entity.id)!;
  const fields = unique(entity.fields.filter(travels)).map(
    (field) => `  ${fieldName(field.name)}: ${typeOf(field, name, writer)}${field.nullable ? '' : '!'}`,
  );
  return `${described(entity.purpose)}\ntype ${name} {\n${fields.length > 0 ? fields.join('\n') : '  id: ID'}\n}`;
}

const unique = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ name }, index) => fields.findIndex((other) => fieldName(other.name) === fieldName(name)) === index);

function typeOf({ type, values, name }: Field, owner: string, writer: Writer): string {
  const { base, list } = readType(type);
  const one = (values && enumeration(values, `${owner}${typeName(name)}`, writer)) ?? SCALARS[base] ?? 'String';
  return base === 'vector' ? '[Float!]' : list ? `[${one}!]` : one;
}

/** Values that are no names, or that would be one, leave the field a text. */
function enumeration(values: readonly string[], wanted: string, { made, taken }: Writer): string | undefined {
  const members = values.map(memberName);
  if (members.includes(undefined) || members.length === 0 || new Set(members).size < members.length) return undefined;
  if (made.has(wanted)) return wanted;
  const name = free(wanted, taken);
  made.set(name, `enum ${name} {\n${members.map((member) => `  ${member}`).join('\n')}\n}`);
  return name;
}

function operationField(operation: Operation, writer: Writer): string {
  const name = fieldName(writer.ids.get(operation)!);
  const given = argumentsOf(operation, name, writer);
  const taken = new Set<string>();
  const text = given.filter(([argument]) => !taken.has(argument) && taken.add(argument)).map(([key, type]) => `${key}: ${type}`);
  return `${described(operation.summary, '  ')}\n  ${name}${text.length > 0 ? `(${text.join(', ')})` : ''}: ${answerOf(operation, writer)}`;
}

function argumentsOf(operation: Operation, name: string, writer: Writer): readonly (readonly [name: string, type: string])[] {
  const path = pathParameters(operation, operation.path, writer.design).map((one) => [fieldName(one.name), 'ID!'] as const);
  const body = operation.batch && !isBatchRead(operation) ? [] : operation.body;
  return [
    ...path,
    ...(isBatchRead(operation) ? [['ids', '[ID!]!'] as const] : []),
    ...(body.length > 0 && operation.method !== 'GET'
      ? [['input', `${inputType(operation, body, name, writer)}!`] as const]
      : []),
    ...(operation.batch && !isBatchRead(operation) ? [['items', '[JSON!]!'] as const] : []),
    ...(operation.list
      ? ([
          ['first', 'Int'],
          ['after', 'String'],
        ] as const)
      : []),
    ...(takesIdempotencyKey(operation) ? [['idempotencyKey', 'String'] as const] : []),
  ];
}

function inputType(operation: Operation, body: readonly Field[], name: string, writer: Writer): string {
  const input = free(`${typeName(name)}Input`, writer.taken);
  const fields = unique(body).map(
    (field) =>
      `  ${fieldName(field.name)}: ${typeOf(field, typeName(name), writer)}${field.nullable || operation.method === 'PATCH' ? '' : '!'}`,
  );
  writer.made.set(input, `input ${input} {\n${fields.join('\n')}\n}`);
  return input;
}

function answerOf(operation: Operation, writer: Writer): string {
  const type = writer.types.get(operation.entity);
  if (operation.method === 'DELETE' || type === undefined) return 'Boolean!';
  if (operation.redirect) return 'String';
  if (operation.list) return `${pageOf(type, writer)}!`;
  if (operation.batch) return `[${type}]!`;
  // What is asked for by its key may not be there; what was made or changed is.
  return operation.method === 'GET' ? type : `${type}!`;
}

function pageOf(type: string, { made, taken }: Writer): string {
  const known = [...made.keys()].find((name) => made.get(name)?.startsWith(`"""Some of many: ${type}."""`));
  if (known !== undefined) return known;
  const name = free(`${type}Page`, taken);
  made.set(
    name,
    `"""Some of many: ${type}."""\ntype ${name} {\n  items: [${type}!]!\n  """Give it as \`after\`; absent on the last page."""\n  nextCursor: String\n}`,
  );
  return name;
}
