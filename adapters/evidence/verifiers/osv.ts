import { type Failure, failure } from '../outcome.ts';
import { asArray, asObject, asText, jsonObject, look, type Session } from '../session.ts';
import type { Ecosystem } from '../subject.ts';
import { failureOf } from '../transport/transport.ts';
import type { Verifier } from '../verifier.ts';
import { advisoryFrom } from '../advisories/osv-entry.ts';
import { type Advisory, advisorySource, CANARY, type Exact, exactKey } from './advised.ts';
import { Batch } from './batch.ts';

/** Names of ecosystems there are case-sensitive. */
export const OSV_ECOSYSTEMS: Readonly<Record<Ecosystem, string>> = {
  npm: 'npm',
  pypi: 'PyPI',
  go: 'Go',
  maven: 'Maven',
  cargo: 'crates.io',
};

const HALF_DAY_MS = 43_200_000;
const DAY_MS = 86_400_000;
const MOST_QUERIES = 900;
const MOST_PAGES = 5;
const MOST_DETAILS = 25;

/**
 * OSV: advisories for exact versions, asked for in one batch. The canary rides along in each batch: where it is not found, an empty
 * answer proves nothing.
 *
 * @source https://google.github.io/osv.dev/post-v1-querybatch/
 */
export function osv({ base }: { readonly base: string }): Verifier {
  const batch = new Batch<Exact, readonly Advisory[]>({
    source: 'osv',
    freshMs: HALF_DAY_MS,
    most: MOST_QUERIES,
    keyOf: exactKey,
    async send(items, session) {
      const asked = [CANARY, ...items];
      const ids = await queryAll(base, asked, session);
      if ('kind' in ids) return ids;
      if (ids[0]!.length === 0)
        return failure('malformed', `${CANARY.name} ${CANARY.version} was not found in it: nothing is proven`);
      const answers = await Promise.all(
        items.map(async (item, index) => {
          const value = await detailsOf(base, item, ids[index + 1]!, session);
          return [exactKey(item), { value, locator: `${base}/v1/querybatch#${exactKey(item)}` }] as const;
        }),
      );
      return new Map(answers);
    },
  });
  return advisorySource({
    id: 'osv',
    name: 'OSV advisories',
    tier: 'C',
    ecosystems: ['npm', 'pypi', 'go', 'maven', 'cargo'],
    ask: (one, session) => batch.ask(one, session),
  });
}

const queryOf = ({ ecosystem, name, version }: Exact, token?: string): object => ({
  package: { name, ecosystem: OSV_ECOSYSTEMS[ecosystem] },
  version: ecosystem === 'go' ? version.replace(/^v/, '') : version,
  ...(token !== undefined && { page_token: token }),
});

/** Ids of the advisories of each item, all pages read; a batch whose pages do not end is no answer. */
async function queryAll(
  base: string,
  items: readonly Exact[],
  session: Session,
): Promise<readonly (readonly string[])[] | Failure> {
  const ids = items.map((): string[] => []);
  let open = items.map((item, index) => ({ item, index, token: undefined as string | undefined }));
  for (let page = 0; open.length > 0; page++) {
    if (page >= MOST_PAGES) return failure('malformed', `more than ${MOST_PAGES} pages of advisories`);
    const reply = await session.transport!.ask({
      url: `${base}/v1/querybatch`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ queries: open.map(({ item, token }) => queryOf(item, token)) }),
    });
    const failed = 'status' in reply ? failureOf(reply, session.now.getTime()) : reply;
    if (failed) return failed;
    const results = 'body' in reply ? parsed(reply.body) : undefined;
    if (results?.length !== open.length) return failure('malformed', 'the answer has not one result for each query');
    open = open.flatMap(({ item, index }, at) => {
      const { vulns, next_page_token: token } = asObject(results[at]);
      ids[index]!.push(...asArray(vulns).flatMap((one) => asText(asObject(one)['id']) ?? []));
      return typeof token === 'string' && token !== '' ? [{ item, index, token }] : [];
    });
  }
  return ids;
}

function parsed(body: string): readonly unknown[] | undefined {
  try {
    const results = jsonObject(body)?.['results'];
    return Array.isArray(results) ? results : undefined;
  } catch {
    return undefined;
  }
}

/** What the advisories say; one whose text cannot be had still counts, by its id. Withdrawn ones do not. */
async function detailsOf(base: string, item: Exact, ids: readonly string[], session: Session): Promise<readonly Advisory[]> {
  const found = await Promise.all(
    [...new Set(ids)]
      .filter((id) => /^[\w.-]{3,60}$/.test(id))
      .map(async (id, index): Promise<readonly Advisory[]> => {
        if (index >= MOST_DETAILS) return [{ id, aliases: [], title: 'no summary read' }];
        const detail = await look(session, {
          source: 'osv',
          freshMs: DAY_MS,
          request: { url: `${base}/v1/vulns/${id}`, largestBytes: 8 * 1024 * 1024 },
          read: (body) => {
            const entry = jsonObject(body);
            return entry && asText(entry['id']) === id
              ? {
                  isWithdrawn: typeof entry['withdrawn'] === 'string',
                  advisory: advisoryFrom(entry, OSV_ECOSYSTEMS[item.ecosystem], item.name, item.version),
                }
              : undefined;
          },
        });
        if (detail.kind !== 'found') return [{ id, aliases: [], title: 'no summary read' }];
        return detail.value.isWithdrawn ? [] : [detail.value.advisory];
      }),
  );
  return found.flat();
}
