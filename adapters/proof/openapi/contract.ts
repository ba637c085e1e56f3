import { isMap, isNode, LineCounter, parseDocument } from 'yaml';

/** A node of a parsed OpenAPI document; nothing about its shape is known. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
/** Keys from the root: `['paths', '/a', 'get']`. */
export type Place = readonly (string | number)[];

export interface Content {
  readonly mediaType: string;
  readonly schema: Place;
  readonly example: Json | undefined;
  readonly place: Place;
}
export interface ContractParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Place;
  readonly example: Json | undefined;
  readonly place: Place;
}
export interface ContractResponse {
  readonly status: string;
  readonly headers: ReadonlyMap<string, { readonly schema: Place; readonly example: Json | undefined; readonly place: Place }>;
  readonly content: readonly Content[];
  readonly place: Place;
}
export interface ContractOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly place: Place;
  readonly parameters: readonly ContractParameter[];
  readonly body: { readonly required: boolean; readonly content: readonly Content[] } | undefined;
  readonly responses: readonly ContractResponse[];
  /** Names of the schemes of which one must be given; empty where anyone may call. */
  readonly schemes: readonly string[];
}
/** An OpenAPI document as its consumers see it: references followed, every part with the line it stands on. */
export interface Contract {
  readonly document: JsonObject;
  readonly operations: readonly ContractOperation[];
  /** Operations below `webhooks`: what the design sends. */
  readonly webhooks: readonly ContractOperation[];
  readonly lineOf: (place: Place) => number | undefined;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
/** A reference may lead to a reference; more than this many is a circle. */
const LONGEST_CHAIN = 20;

/** @throws with the line in `.line` where it is no YAML or a reference leads nowhere */
export function readContract(content: string): Contract {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(content, { lineCounter });
  if (parsed.errors[0]) throw new ContractFault(parsed.errors[0].message, lineCounter.linePos(parsed.errors[0].pos[0]).line);
  const document = (parsed.toJS({ maxAliasCount: 0 }) ?? {}) as JsonObject;
  const lineOf = (place: Place): number | undefined => {
    for (let depth = place.length; depth >= 0; depth -= 1) {
      const parent = depth === 0 ? parsed.contents : parsed.getIn(place.slice(0, depth - 1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === String(place[depth - 1]))
        : undefined;
      const node = pair?.key ?? parsed.getIn(place.slice(0, depth), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const reader = readerOf(document, lineOf);
  return { document, lineOf, operations: reader('paths'), webhooks: reader('webhooks') };
}

export class ContractFault extends Error {
  readonly line: number | undefined;
  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(document: JsonObject, place: Place): Json | undefined {
  let value: Json | undefined = document;
  for (const key of place) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

const escaped = (key: string | number): string => encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
/** JSON Pointer as a URI fragment. */
export const pointerOf = (place: Place): string => `#${place.map((key) => `/${escaped(key)}`).join('')}`;

function readerOf(
  document: JsonObject,
  lineOf: Contract['lineOf'],
): (section: 'paths' | 'webhooks') => readonly ContractOperation[] {
  const follow = (place: Place): Place => {
    let at = place;
    for (let hop = 0; hop < LONGEST_CHAIN; hop += 1) {
      const value = valueAt(document, at);
      const reference = isObject(value) ? value['$ref'] : undefined;
      if (typeof reference !== 'string') return at;
      const next = reference.startsWith('#/')
        ? reference
            .slice(2)
            .split('/')
            .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
        : undefined;
      if (!next || valueAt(document, next) === undefined)
        throw new ContractFault(`nothing stands at ${reference}`, lineOf([...at, '$ref']));
      at = next;
    }
    throw new ContractFault('the reference leads in a circle', lineOf(place));
  };
  const objectAt = (place: Place): JsonObject => {
    const value = valueAt(document, place);
    return isObject(value) ? value : {};
  };
  const contentOf = (at: Place): readonly Content[] =>
    Object.keys(objectAt([...at, 'content'])).map((mediaType) => {
      const place = [...at, 'content', mediaType];
      return { mediaType, place, schema: [...place, 'schema'], example: objectAt(place)['example'] };
    });
  const headersOf = (at: Place): ContractResponse['headers'] =>
    new Map(
      Object.keys(objectAt([...at, 'headers'])).map((name) => {
        const place = follow([...at, 'headers', name]);
        return [name, { place, schema: [...place, 'schema'], example: objectAt(place)['example'] }] as const;
      }),
    );
  const listAt = (place: Place): readonly Json[] => {
    const value = valueAt(document, place);
    return Array.isArray(value) ? (value as readonly Json[]) : [];
  };
  const operationOf = (path: string, method: string, place: Place): ContractOperation => {
    const own = objectAt(place);
    const security = Array.isArray(own['security']) ? (own['security'] as readonly Json[]) : listAt(['security']);
    const body = own['requestBody'] === undefined ? undefined : follow([...place, 'requestBody']);
    return {
      id: String(own['operationId'] ?? `${method} ${path}`),
      path,
      method,
      place,
      parameters: listAt([...place, 'parameters']).map((_, index): ContractParameter => {
        const at = follow([...place, 'parameters', index]);
        const { name, in: where, required, example } = objectAt(at);
        return {
          name: String(name),
          in: String(where),
          required: required === true,
          schema: [...at, 'schema'],
          example,
          place: at,
        };
      }),
      body: body && { required: objectAt(body)['required'] === true, content: contentOf(body) },
      responses: Object.keys(objectAt([...place, 'responses'])).map((status): ContractResponse => {
        const at = follow([...place, 'responses', status]);
        return { status, headers: headersOf(at), content: contentOf(at), place: at };
      }),
      schemes: security.flatMap((one) => (isObject(one) ? Object.keys(one) : [])),
    };
  };
  return (section) =>
    Object.keys(objectAt([section])).flatMap((path) =>
      Object.keys(objectAt([section, path]))
        .filter((method) => METHODS.includes(method))
        .map((method) => operationOf(path, method, [section, path, method])),
    );
}
