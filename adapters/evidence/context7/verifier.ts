import type { Evidence } from '@archwright/model';
import { type Failure, failed, failure, type Outcome } from '../outcome.ts';
import { observe, plain, sha256 } from '../observation.ts';
import type { Session } from '../session.ts';
import type { Subject } from '../subject.ts';
import type { Verifier } from '../verifier.ts';
import { type CatalogueOptions, type Library, searchLibraries } from './catalogue.ts';
import { type Document, documentIn, mentionedIds, refusalIn } from './classify.ts';
import type { Context7Connection } from './connection.ts';

/** One question each; the tool asks for at most three calls. Only the technology's name leaves the machine, nothing of the brief. */
const TOPICS = [
  ['versions', 'current stable version, breaking changes and migration'],
  ['security', 'security advisories and hardening'],
  ['practice', 'production best practice and configuration'],
] as const;
const SEARCH_FRESH_MS = 7 * 86_400_000;
const DOCUMENT_FRESH_MS = 3 * 86_400_000;
/** Failures of these kinds in a row mean that the next call will fail too. */
const ENDS_CALLS: ReadonlySet<Failure['kind']> = new Set(['limited', 'denied']);
const MOST_UNREACHABLE = 3;
/** A library that nobody here knows is taken over from the index only where it is this trusted (of 10). */
const TRUSTED = 7;

export interface Context7Options extends CatalogueOptions {
  readonly connection: Context7Connection;
}

/**
 * Documentation first: `resolve-library-id`, then `query-docs` for versions, security and practice, through the real MCP server. Its
 * texts are data of strangers: an id counts only where it is known for the technology, a document only where it names where it comes
 * from. It never decides a version: its lists lag.
 */
export function context7({ connection, ...catalogue }: Context7Options): Verifier {
  const verifier = { id: 'context7', name: connection.name, phase: 'versions' as const };
  const ended: { failure?: Failure; unreachable: number } = { unreachable: 0 };
  const call = async (
    tool: string,
    arguments_: Record<string, string>,
    session: Session,
  ): Promise<{ text: string } | Failure> => {
    if (ended.failure) return { ...ended.failure, reason: `not asked again: ${ended.failure.reason}` };
    if (session.transport?.isLate !== false) return failure('skipped', 'the time for look-ups was used up');
    const answer = await connection.call(tool, arguments_);
    const refusal = 'text' in answer ? refusalIn(answer.text) : answer;
    ended.unreachable = refusal?.kind === 'unreachable' ? ended.unreachable + 1 : 0;
    if (refusal && (ENDS_CALLS.has(refusal.kind) || ended.unreachable >= MOST_UNREACHABLE)) ended.failure = refusal;
    return answer;
  };
  return {
    ...verifier,
    supports: () => true,
    close: () => connection.close(),
    async verify(subject, session) {
      const id = await resolveId(subject, session, catalogue, call);
      if ('kind' in id) return [failed(verifier.name, id)];
      const outcomes: Outcome[] = [];
      for (const [topic, about] of TOPICS) {
        const read = await document(id.library.id, `${subject.name}: ${about}`, session, call);
        outcomes.push(
          'kind' in read
            ? failed(verifier.name, { ...read, reason: `${topic}: ${read.reason}` })
            : {
                kind: 'observed',
                source: verifier.name,
                observations: [observationOf(subject, verifier.name, topic, id.library, read)],
              },
        );
      }
      return outcomes;
    },
  };
}

type Call = (tool: string, arguments_: Record<string, string>, session: Session) => Promise<{ text: string } | Failure>;

/** The library of a technology: mentioned by the tool, known here, and by the service's own word finished. */
async function resolveId(
  { name, documents }: Subject,
  session: Session,
  catalogue: CatalogueOptions,
  call: Call,
): Promise<{ readonly library: Library } | Failure> {
  const query = `${name}: documentation for production use`;
  const key = JSON.stringify(['context7-resolve', name]);
  const text = await kept(key, SEARCH_FRESH_MS, session, () => call('resolve-library-id', { query, libraryName: name }, session));
  if ('kind' in text) return text;
  const refusal = refusalIn(text.text);
  if (refusal) return refusal;
  const mentioned = mentionedIds(text.text);
  if (mentioned.length === 0) return failure('malformed', 'the answer lists no library');
  const search = await searchLibraries(catalogue, name, query, session);
  const described = search.kind === 'found' ? search.value : [];
  const known = documents.find((id) => mentioned.includes(id));
  const library =
    known === undefined
      ? takenOver(name, mentioned, described)
      : (described.find(({ id }) => id === known) ?? { id: known, title: name, state: 'unknown' });
  if (!library)
    return failure('unsupported', `none of the libraries offered is known to be ${name} (${mentioned.slice(0, 3).join(', ')})`);
  return ['finalized', 'unknown'].includes(library.state)
    ? { library }
    : failure('not-ready', `${library.id} is ${library.state}`);
}

/** An id that only the service's own list vouches for, not the text alone: same title, finished, and trusted. */
const takenOver = (name: string, mentioned: readonly string[], described: readonly Library[]): Library | undefined => {
  const same = (a: string, b: string): boolean =>
    a.toLowerCase().replaceAll(/[^a-z0-9]/g, '') === b.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return described.find(
    ({ id, title, state, trust = 0 }) => mentioned.includes(id) && same(title, name) && state === 'finalized' && trust >= TRUSTED,
  );
};

interface Read extends Document {
  readonly retrievedAt: string;
  readonly origin: 'live' | 'cache';
}

async function document(library: string, query: string, session: Session, call: Call): Promise<Read | Failure> {
  const key = JSON.stringify(['context7-docs', library, query]);
  const text = await kept(key, DOCUMENT_FRESH_MS, session, () => call('query-docs', { libraryId: library, query }, session));
  if ('kind' in text) return text;
  const found = documentIn(text.text, library);
  return 'kind' in found ? found : { ...found, retrievedAt: text.retrievedAt, origin: text.origin };
}

interface KeptText {
  readonly text: string;
  readonly retrievedAt: string;
  readonly origin: 'live' | 'cache';
}

/** A kept text while it is fresh, otherwise a new one. Texts that are no answer are not kept. */
async function kept(
  key: string,
  freshMs: number,
  session: Session,
  ask: () => Promise<{ text: string } | Failure>,
): Promise<KeptText | Failure> {
  const known = await session.kept.read(key);
  const age = known === undefined ? Number.POSITIVE_INFINITY : session.now.getTime() - Date.parse(known.retrievedAt);
  if (known && (!session.transport || age < freshMs))
    return { text: String(known.value), retrievedAt: known.retrievedAt, origin: 'cache' };
  if (!session.transport) return failure('skipped', 'offline, and nothing was kept from before');
  const answer = await ask();
  if ('kind' in answer) return answer;
  const retrievedAt = session.now.toISOString();
  if (!refusalIn(answer.text))
    await session.kept.keep(key, { value: answer.text, url: key, digest: sha256(answer.text), retrievedAt });
  return { text: answer.text, retrievedAt, origin: 'live' };
}

function observationOf(subject: Subject, source: string, topic: string, library: Library, read: Read): Evidence {
  const headings = read.headings.length === 0 ? '' : `; sections: ${read.headings.map((one) => `“${one}”`).join(', ')}`;
  return observe({
    subject: subject.id,
    claim: 'documentation',
    value: plain(`${topic}: ${read.sources.slice(0, 4).join(' ')}${headings}`, 600),
    about: `docs:${library.id}`,
    source,
    locator: `context7:${library.id}#${topic}`,
    retrievedAt: read.retrievedAt,
    ...(library.updated !== undefined && { sourceAsOf: library.updated }),
    digest: sha256(read.text),
    tier: 'D',
    origin: read.origin,
  });
}
