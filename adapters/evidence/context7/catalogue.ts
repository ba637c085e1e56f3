import type { Failure } from '../outcome.ts';
import { asArray, asObject, asText, type Found, jsonObject, look, type Session } from '../session.ts';

/** A library as the service describes it: state and date are lost in the text that the MCP tools give. */
export interface Library {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly updated?: string;
  readonly trust?: number;
}

const WEEK_MS = 7 * 86_400_000;
const MOST = 50;

export interface CatalogueOptions {
  readonly api: string;
  readonly apiKey?: string;
}

/** The search behind `resolve-library-id`, which tells whether a library is ready and when it was last read. */
export const searchLibraries = (
  { api, apiKey }: CatalogueOptions,
  name: string,
  query: string,
  session: Session,
): Promise<Found<readonly Library[]> | Failure> =>
  look(session, {
    source: 'context7',
    freshMs: WEEK_MS,
    request: {
      url: `${api}/v2/libs/search?${new URLSearchParams({ query, libraryName: name })}`,
      headers: { accept: 'application/json', ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) },
      largestBytes: 2 * 1024 * 1024,
      timeoutMs: 25_000,
    },
    read: (body) => {
      const results = jsonObject(body)?.['results'];
      return Array.isArray(results) ? asArray(results).slice(0, MOST).flatMap(readLibrary) : undefined;
    },
  });

function readLibrary(entry: unknown): readonly Library[] {
  const { id, title, state, lastUpdateDate, trustScore } = asObject(entry);
  const [name, updated] = [asText(id), asText(lastUpdateDate)];
  if (name === undefined || !/^\/[\w.@/-]{3,200}$/.test(name)) return [];
  return [
    {
      id: name,
      title: asText(title)?.slice(0, 200) ?? '',
      state: asText(state) ?? 'unknown',
      ...(updated !== undefined && !Number.isNaN(Date.parse(updated)) && { updated }),
      ...(typeof trustScore === 'number' && { trust: trustScore }),
    },
  ];
}
