import { isDeepStrictEqual } from 'node:util';
import {
  applyEdits,
  findNodeAtLocation,
  modify,
  type Node,
  parse,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type Edited, endOfLineOf, lineAt, SERVER } from './edited.ts';
import { insertProperty } from './insert-property.ts';

const BOM = '\uFEFF';
type Keys = readonly string[];

/**
 * Puts an entry into a JSON or JSONC file: only the characters of the entry are new, everything else stays as it is.
 *
 * @param servers - keys down to the object that holds the servers
 * @param strict - JSON without comments and trailing commas
 */
export function addToJson(text: string | undefined, servers: Keys, entry: unknown, strict: boolean): Edited {
  if (text === undefined || text.trim() === '')
    return { kind: 'changed', text: `${JSON.stringify(nest(servers, { [SERVER]: entry }), null, 2)}\n` };
  const mark = text.startsWith(BOM) ? BOM : '';
  const plain = text.slice(mark.length);
  const read = readJson(plain, strict);
  if ('broken' in read) return read.broken;
  const holder = holderOf(read.value, servers);
  if (holder === 'not-an-object')
    return { kind: 'broken', why: `${servers.join('.')} is not an object`, hint: 'correct it by hand: nothing was touched' };
  const present = holder?.[SERVER];
  if (present !== undefined)
    return isDeepStrictEqual(present, entry)
      ? { kind: 'unchanged' }
      : { kind: 'kept', why: `it has an entry ${SERVER} of its own` };
  const edited = insert(plain, read.tree, servers, entry);
  return isDeepStrictEqual(parse(edited, [], OPTIONS), withEntry(read.value, servers, entry))
    ? { kind: 'changed', text: mark + edited }
    : { kind: 'broken', why: 'it has the same key twice', hint: 'remove the double by hand: nothing was touched' };
}

/** Takes the entry out again; an object around it that was made for it stays, empty. */
export function removeFromJson(text: string, servers: Keys): string {
  const mark = text.startsWith(BOM) ? BOM : '';
  const plain = text.slice(mark.length);
  return mark + applyEdits(plain, modify(plain, [...servers, SERVER], undefined, {}));
}

const OPTIONS = { allowTrailingComma: true, disallowComments: false } as const;

function readJson(text: string, strict: boolean): { readonly value: unknown; readonly tree: Node } | { readonly broken: Edited } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: !strict, disallowComments: strict });
  const [first] = errors;
  const hint = 'correct it by hand: nothing was touched';
  if (first) {
    const why = `it is not valid ${strict ? 'JSON' : 'JSON with comments'}: ${printParseErrorCode(first.error)}`;
    return { broken: { kind: 'broken', why, line: lineAt(text, first.offset), hint } };
  }
  if (tree?.type !== 'object') return { broken: { kind: 'broken', why: 'it is not a JSON object', hint } };
  return { value: parse(text, [], OPTIONS), tree };
}

/** Into the deepest object that is there; what is missing below it comes with the entry. */
function insert(text: string, tree: Node, servers: Keys, entry: unknown): string {
  const depth = servers.findLastIndex((_, index) => findNodeAtLocation(tree, servers.slice(0, index + 1)) !== undefined) + 1;
  const holder = depth === 0 ? tree : findNodeAtLocation(tree, servers.slice(0, depth))!;
  const [name = SERVER, ...below] = [...servers.slice(depth), SERVER];
  return insertProperty(text, holder, name, nest(below, entry), endOfLineOf(text));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function holderOf(value: unknown, keys: Keys): Record<string, unknown> | 'not-an-object' | undefined {
  let at: unknown = value;
  for (const key of keys) {
    if (!isObject(at)) return 'not-an-object';
    if (!Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return isObject(at) ? at : 'not-an-object';
}

const nest = (keys: Keys, value: unknown): unknown => keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

/** What the file must hold after the edit: what it held, and the entry. */
function withEntry(value: unknown, keys: Keys, entry: unknown): unknown {
  const [key, ...rest] = keys;
  const object = isObject(value) ? value : {};
  return key === undefined ? { ...object, [SERVER]: entry } : { ...object, [key]: withEntry(object[key], rest, entry) };
}
