import { pascalCase, snakeCase } from '@archwright/kernel';
import type { Design, Entity, Field, Operation } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { schemaNames } from '../openapi/entity-schemas.ts';
import { operationIds } from '../openapi/operation-ids.ts';
import { isBatchRead, pathParameters, takesIdempotencyKey } from '../openapi/parameters.ts';
import { fieldName, type ProtoField, protoField } from './types.ts';

interface Message {
  readonly name: string;
  readonly comment: string;
  readonly fields: readonly ProtoField[];
}
interface Enumeration {
  readonly name: string;
  readonly values: readonly string[];
}

/** `resale` → `resale.v1`: one package for each bounded context and major version. */
export const packageOf = (context: string): string => `${fieldName(context)}.v1`;

/** One context's services as a Protocol Buffers file, with a message for each entity that its operations return. */
export function protoFile(context: string, operations: readonly Operation[], design: Design): string {
  const names = new Map([...schemaNames(design.architecture.entities)].map(([id, name]) => [id, typeName(name)]));
  const ids = operationIds(design.architecture.api.operations);
  const entities = design.architecture.entities.filter(({ id }) => operations.some(({ entity }) => entity === id));
  const enums = new Map<string, Enumeration>();
  const messageOf = (entity: Entity): Message => ({
    name: names.get(entity.id)!,
    comment: entity.purpose,
    fields: fieldsOf(entity.fields.filter(travels), names.get(entity.id)!, enums),
  });
  const shown = entities.map(messageOf);
  const methods = operations.map((operation) => ({ operation, name: typeName(pascalCase(ids.get(operation)!)) }));
  const requests = methods.flatMap(({ operation, name }) => [
    requestOf(operation, name, design, enums, methods.find(({ operation: one }) => one.id === operation.batch?.of)?.name),
    responseOf(operation, name, names.get(operation.entity)),
  ]);
  const messages = [...distinct(requests, shown), ...shown];
  const all = messages.flatMap(({ fields }) => fields);
  const imports = [...new Set(all.flatMap(({ imports: file }) => file ?? []))].toSorted();
  const title = design.architecture.contexts.find(({ id }) => id === context);
  return [
    '// Calls between services. Numbers of fields are never used again; a change that breaks callers is package v2.',
    'syntax = "proto3";',
    '',
    `package ${packageOf(context)};`,
    '',
    ...imports.map((file) => `import "${file}";`),
    ...(imports.length > 0 ? [''] : []),
    comment(title?.purpose ?? context),
    `service ${typeName(pascalCase(context))}Service {`,
    ...methods.map(({ operation, name }) => method(operation, name)),
    '}',
    ...messages.map((message) => `\n${messageText(message)}`),
    ...(all.some(({ type }) => type === 'LatLng') ? [`\n${messageText(LAT_LNG)}`] : []),
    ...[...enums.values()].map((one) => `\n${enumText(one)}`),
    '',
  ].join('\n');
}

/** A request could take an entity's name: it steps aside. Both stay as they are where they differ, which is nearly always. */
const distinct = (requests: readonly Message[], shown: readonly Message[]): readonly Message[] => {
  const taken = new Set(shown.map(({ name }) => name));
  return requests.filter(({ name }) => !taken.has(name));
};

/** A name starts with a letter, and runs of capitals are one word (`ABCStatus` → `AbcStatus`), as buf splits them. */
const typeName = (pascal: string): string =>
  pascal
    .replace(/^(?=\d)/, 'N')
    .replace(/([A-Z])([A-Z]+)(?=[A-Z]|\d|$)/g, (_, first: string, rest: string) => `${first}${rest.toLowerCase()}`);

const travels = ({ classification, type }: Field): boolean =>
  classification !== 'secret' && classification !== 'card' && type !== 'tsvector';

function fieldsOf(fields: readonly Field[], owner: string, enums: Map<string, Enumeration>): readonly ProtoField[] {
  const taken = new Set<string>();
  return fields.flatMap((field) => {
    const enumName = field.values ? enumFor(field.values, owner, field.name, enums) : undefined;
    const one = protoField(field, enumName);
    if (taken.has(one.name)) return [];
    taken.add(one.name);
    return [one];
  });
}

/** Values that are no identifiers, or that would collide, keep the column a string. */
function enumFor(values: readonly string[], owner: string, name: string, enums: Map<string, Enumeration>): string | undefined {
  const enumName = typeName(`${owner}${pascalCase(name)}`);
  const prefix = enumName.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
  if (enums.has(enumName)) return undefined;
  const members = values.map((value) => `${prefix}_${snakeCase(value).toUpperCase()}`);
  if (values.length === 0 || new Set(members).size < members.length || members.includes(`${prefix}_UNSPECIFIED`))
    return undefined;
  enums.set(enumName, { name: enumName, values: [`${prefix}_UNSPECIFIED`, ...members] });
  return enumName;
}

function requestOf(
  operation: Operation,
  name: string,
  design: Design,
  enums: Map<string, Enumeration>,
  single: string | undefined,
): Message {
  const path = pathParameters(operation, operation.path, design).map((one): ProtoField => ({
    name: fieldName(one.name),
    type: 'string',
    label: '',
  }));
  const gathers = operation.batch !== undefined && !isBatchRead(operation) && single !== undefined;
  const body: readonly ProtoField[] = gathers
    ? [{ name: 'items', type: `${single}Request`, label: 'repeated ' }]
    : fieldsOf(operation.body, `${name}Request`, enums);
  const extra: readonly ProtoField[] = [
    ...(operation.list
      ? ([
          { name: 'page_size', type: 'int32', label: '' },
          { name: 'page_token', type: 'string', label: '' },
        ] as const)
      : []),
    ...(isBatchRead(operation) ? [{ name: 'ids', type: 'string', label: 'repeated ' } as const] : []),
    ...(takesIdempotencyKey(operation) ? [{ name: 'idempotency_key', type: 'string', label: '' } as const] : []),
  ];
  const seen = new Set<string>();
  const fields = [...path, ...body, ...extra].filter((field) => !seen.has(field.name) && seen.add(field.name));
  return { name: `${name}Request`, comment: operation.summary, fields };
}

function responseOf(operation: Operation, name: string, entity: string | undefined): Message {
  const nothing = operation.method === 'DELETE' || entity === undefined || operation.caller === 'provider';
  const many = operation.list || operation.batch !== undefined;
  const fields: readonly ProtoField[] = nothing
    ? []
    : [
        { name: many ? 'items' : 'item', type: entity, label: many ? 'repeated ' : '' },
        ...(operation.list ? [{ name: 'next_page_token', type: 'string', label: '' } as const] : []),
      ];
  return { name: `${name}Response`, comment: `Answers ${name}.`, fields };
}

const LAT_LNG: Message = {
  name: 'LatLng',
  comment: 'A place in degrees (WGS 84).',
  fields: [
    { name: 'latitude', type: 'double', label: '' },
    { name: 'longitude', type: 'double', label: '' },
  ],
};

const method = (operation: Operation, name: string): string =>
  `${comment(operation.summary, '  ')}\n  rpc ${name}(${name}Request) returns (${operation.method === 'STREAM' && operation.kind !== 'write' ? 'stream ' : ''}${name}Response);`;

const comment = (text: string, indent = ''): string => `${indent}// ${oneLine(text) || 'No words are said about it.'}`;

const messageText = ({ name, comment: text, fields }: Message): string => {
  const head = `${comment(text)}\nmessage ${name} {`;
  return fields.length === 0
    ? `${head}}`
    : [head, ...fields.map((field, index) => `  ${field.label}${field.type} ${field.name} = ${index + 1};`), '}'].join('\n');
};

const enumText = ({ name, values }: Enumeration): string =>
  [`enum ${name} {`, ...values.map((value, index) => `  ${value} = ${index};`), '}'].join('\n');
