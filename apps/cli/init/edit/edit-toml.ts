import { isDeepStrictEqual } from 'node:util';
import { parse, stringify, TomlError } from 'smol-toml';
import { type Edited, endOfLineOf, SERVER } from './edited.ts';

type Table = Record<string, unknown>;

/**
 * Puts a table `[servers.archwright]` at the end of a TOML file, where it belongs to nothing before it: every character that was
 * there stays. The whole file is read before and after, so that nothing but the entry can be new.
 */
export function addToToml(text: string | undefined, servers: string, entry: Readonly<Record<string, unknown>>): Edited {
  const before = text ?? '';
  const read = readToml(before);
  if ('broken' in read) return read.broken;
  const holder = read.value[servers];
  const present = holder !== null && typeof holder === 'object' ? (holder as Table)[SERVER] : undefined;
  if (present !== undefined)
    return isDeepStrictEqual(present, { ...entry })
      ? { kind: 'unchanged' }
      : { kind: 'kept', why: `it has a table ${servers}.${SERVER} of its own` };
  const block = blockOf(servers, entry, endOfLineOf(before));
  const after =
    before === '' ? block : `${before}${before.endsWith('\n') ? '' : endOfLineOf(before)}${endOfLineOf(before)}${block}`;
  const wanted = { ...read.value, [servers]: { ...(holder as Table | undefined), [SERVER]: { ...entry } } };
  const result = readToml(after);
  return 'value' in result && isDeepStrictEqual(plainOf(result.value), plainOf(wanted))
    ? { kind: 'changed', text: after }
    : {
        kind: 'broken',
        why: `${servers} is written as an inline value, which no table can be added to`,
        hint: `write it as [${servers}.NAME] tables: nothing was touched`,
      };
}

/** Takes the table out again as it was written, with the empty line before it. */
export const removeFromToml = (text: string, block: string): string =>
  text.replace(`${endOfLineOf(text)}${block}`, '').replace(block, '');

const blockOf = (servers: string, entry: Readonly<Record<string, unknown>>, endOfLine: string): string =>
  `[${servers}.${SERVER}]\n${stringify(entry)}`.trimEnd().replaceAll('\n', endOfLine) + endOfLine;

function readToml(text: string): { readonly value: Table } | { readonly broken: Edited } {
  try {
    return { value: parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : undefined;
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return {
      broken: {
        kind: 'broken',
        why: `it is not valid TOML: ${why}`,
        ...(line !== undefined && { line }),
        hint: 'correct it by hand: nothing was touched',
      },
    };
  }
}

/** Tables of the parser have no prototype; dates compare by their time. */
const plainOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)));
