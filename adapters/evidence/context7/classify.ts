import { type Failure, failure } from '../outcome.ts';
import { isObject } from '../session.ts';

/**
 * The server answers every upstream failure with an ordinary, successful text. These are its own words, and the codes of the service
 * behind it; a test with the real server process fails when an upgrade changes them.
 *
 * @source @upstash/context7-mcp 4.1.1, read and run 2026-11-22
 */
const SAID: readonly (readonly [RegExp, Failure['kind']])[] = [
  [/^(?:Error searching libraries|Error fetching library context).{0,60}SyntaxError/s, 'malformed'],
  [/^(?:Error searching libraries|Error fetching library context)/, 'unreachable'],
  [/^No (?:documentation )?libraries found matching/, 'absent'],
  [/^Documentation not found or not finalized/, 'absent'],
  [/^Input validation error/, 'malformed'],
  [/^Rate limited or quota exceeded/, 'limited'],
  [/^Invalid API key/, 'denied'],
  [/^The library you are trying to access does not exist/, 'absent'],
  [/^Request failed with status (?:401|402|403)\b/, 'denied'],
  [/^Request failed with status 404\b/, 'absent'],
  [/^Request failed with status 429\b/, 'limited'],
  [/^Request failed with status 30\d\b/, 'redirected'],
  [/^Request failed with status 5\d\d\b/, 'unreachable'],
  [/^Request failed with status/, 'unsupported'],
];
/** Codes of the service, alone or inside a message that is passed on word for word. */
const CODES: readonly (readonly [RegExp, Failure['kind']])[] = [
  [/library_not_finalized|not (?:yet )?finalized|still being processed/i, 'not-ready'],
  [/library_redirected|has been (?:moved|redirected)/i, 'redirected'],
  [/invalid_api_key|unauthori[sz]ed|spending_limit|forbidden/i, 'denied'],
  [/too many requests|rate.?limit|quota/i, 'limited'],
  [/(?:library|tag)_not_found|no_(?:snippets|libraries)_found|not found|does not exist/i, 'absent'],
];
/** A document is longer than any message of the service. */
const LONGEST_MESSAGE = 600;
export const LARGEST_TEXT = 2 * 1024 * 1024;

/** Control and direction characters, tabs and line ends aside. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}]/gu;
const printable = (text: string): string => text.replace(UNPRINTABLE, (one) => (one === '\n' || one === '\t' ? one : ''));
const shown = (text: string): string => printable(text).replaceAll(/\s+/g, ' ').trim().slice(0, 120);

/** What a text of the server means where it is no answer; undefined where it may be one. */
export function refusalIn(text: string): Failure | undefined {
  if (text.length > LARGEST_TEXT) return failure('malformed', `the answer is larger than ${LARGEST_TEXT} characters`);
  const own = SAID.find(([pattern]) => pattern.test(text));
  if (own) return failure(own[1], shown(text));
  const error = jsonError(text);
  const passed =
    text.length <= LONGEST_MESSAGE || error !== undefined ? CODES.find(([pattern]) => pattern.test(error ?? text)) : undefined;
  if (passed) return failure(passed[1], shown(error ?? text));
  return error === undefined ? undefined : failure('malformed', `an error as if it were an answer: ${shown(error)}`);
}

/** `{"error": …}`, which the server hands over as if it were a document. */
function jsonError(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && 'error' in value ? `${String(value['error'])} ${String(value['message'] ?? '')}` : undefined;
  } catch {
    return undefined;
  }
}

const ID_LINE = /^- Context7-compatible library ID: (\/[\w.@-]{1,100}(?:\/[\w.@-]{1,100}){1,3})$/gm;
const MOST_IDS = 50;

/**
 * Library ids in an answer of `resolve-library-id`. Titles in it are not escaped, so an entry can write a block of its own into the
 * text: an id found here proves only that it was mentioned.
 */
export const mentionedIds = (text: string): readonly string[] =>
  text.startsWith('Available Libraries:')
    ? [...new Set([...text.matchAll(ID_LINE)].map(([, id]) => id!))].slice(0, MOST_IDS)
    : [];

export interface Document {
  readonly text: string;
  /** Addresses of its own source lines. */
  readonly sources: readonly string[];
  readonly headings: readonly string[];
}

const SHORTEST_DOCUMENT = 80;
const MOST_SOURCES = 12;
const MOST_HEADINGS = 6;

/**
 * An answer of `query-docs` as a document, or why it is none: it must be no known message, name where it comes from, and come from the
 * library that was asked for. A redirect upstream is followed silently by the server; only the source lines show it.
 */
export function documentIn(text: string, library: string): Document | Failure {
  const refusal = refusalIn(text);
  if (refusal) return refusal;
  const sources = [...new Set([...text.matchAll(/^Source: (https?:\/\/[^\s<>"]{3,300})$/gm)].map(([, url]) => url!))];
  if (text.length < SHORTEST_DOCUMENT || sources.length === 0)
    return failure(
      'malformed',
      `no document: ${sources.length === 0 ? 'it names no source' : 'it is too short'} (${shown(text)})`,
    );
  const own = sources.filter((source) => comesFrom(source, library));
  if (own.length === 0)
    return failure('redirected', `documents of ${shown(sources[0]!)} came instead of ${library}`, { to: sources[0]! });
  return {
    text: printable(text),
    sources: own.slice(0, MOST_SOURCES),
    headings: [...text.matchAll(/^#{2,4} (.{1,200})$/gm)].map(([, heading]) => shown(heading!)).slice(0, MOST_HEADINGS),
  };
}

/** `/owner/repository` lies in the address; of `/websites/name_part` every part does. */
export function comesFrom(source: string, library: string): boolean {
  const address = source.toLowerCase();
  const [owner = '', name = ''] = library.toLowerCase().split('/').slice(1);
  if (owner !== 'websites') return address.includes(`/${owner}/${name}/`) || address.endsWith(`/${owner}/${name}`);
  const flat = address.replaceAll(/[^a-z0-9]/g, '');
  return name.split('_').every((part) => flat.includes(part));
}
