import { type Failure, failure } from './outcome.ts';
import { sha256 } from './observation.ts';
import type { Kept, KeptAnswers } from './transport/kept.ts';
import { failureOf, type Reply, type Request, type Transport } from './transport/transport.ts';

/** One run of look-ups: the time it is, what may be asked, and what was answered before. */
export interface Session {
  readonly now: Date;
  /** Absent with `--offline`: then only kept answers speak. */
  readonly transport?: Transport;
  readonly kept: KeptAnswers;
}

export interface Question<T> {
  /** The verifier, so answers of two sources are never mixed up. */
  readonly source: string;
  readonly request: Request;
  /** Headers that anybody can have for the asking, fetched only when something is really asked; the answer is the same for everybody. */
  readonly signIn?: () => Promise<Readonly<Record<string, string>>>;
  /** How long an answer is taken without asking again, ms. */
  readonly freshMs: number;
  /** The fields that carry value, as JSON; undefined where the body is not what the contract says. Must not throw on any JSON. */
  readonly read: (body: string, reply: Reply) => T | undefined;
}

export interface Found<T> {
  readonly kind: 'found';
  readonly value: T;
  readonly locator: string;
  readonly digest: string;
  readonly retrievedAt: string;
  readonly etag?: string;
  readonly origin: 'live' | 'cache';
  /** Why the source itself could not be asked, where an older answer stands in for it. */
  readonly instead?: Failure;
}

const ABSENT_FRESH_MS = 3_600_000;

/** Asks a source, or takes the kept answer while it is fresh; revalidates it afterwards. Never throws. */
export async function look<T>(session: Session, question: Question<T>): Promise<Found<T> | Failure> {
  const { source, request } = question;
  const key = JSON.stringify([source, request.method ?? 'GET', request.url, bodyKey(request), isPrivileged(request)]);
  const kept = await session.kept.read(key);
  const age = kept === undefined ? Number.POSITIVE_INFINITY : session.now.getTime() - Date.parse(kept.retrievedAt);
  if (kept && (!session.transport || age < (kept.absent === undefined ? question.freshMs : ABSENT_FRESH_MS))) return reuse(kept);
  if (!session.transport) return failure('skipped', 'offline, and nothing was kept from before');
  const headers = { ...request.headers, ...(await question.signIn?.()) };
  const reply = await session.transport.ask(conditional({ ...request, headers }, kept));
  return settle(session, question, key, kept, reply);
}

const bodyKey = ({ body }: Request): string => (body === undefined ? '' : sha256(body));
/** Answers to someone signed in are another matter; the key itself is kept nowhere. */
const isPrivileged = ({ headers = {} }: Request): boolean =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');

const conditional = (request: Request, kept: Kept | undefined): Request => ({
  ...request,
  headers: {
    ...request.headers,
    ...(kept?.etag !== undefined && { 'if-none-match': kept.etag }),
    ...(kept?.etag === undefined && kept?.lastModified !== undefined && { 'if-modified-since': kept.lastModified }),
  },
});

async function settle<T>(
  session: Session,
  { request, read }: Question<T>,
  key: string,
  kept: Kept | undefined,
  reply: Reply | Failure,
): Promise<Found<T> | Failure> {
  const retrievedAt = session.now.toISOString();
  if ('status' in reply && reply.status === 304 && kept) {
    const renewed = { ...kept, retrievedAt };
    await session.kept.keep(key, renewed);
    return reuse(renewed, 'live');
  }
  const failed = 'status' in reply ? failureOf(reply, session.now.getTime()) : reply;
  if (failed) {
    if (failed.kind !== 'absent') return kept && kept.absent === undefined ? instead(reuse<T>(kept), failed) : failed;
    await session.kept.keep(key, { value: null, url: request.url, digest: sha256(''), retrievedAt, absent: failed.reason });
    return failed;
  }
  const { body, headers, url } = reply as Reply;
  const value = safely(() => read(body, reply as Reply));
  if (value === undefined) return failure('malformed', `the answer is not what the contract says (${body.length} characters)`);
  const [etag, lastModified] = [headers.get('etag') ?? undefined, headers.get('last-modified') ?? undefined];
  const fresh: Kept = {
    value,
    url,
    digest: sha256(body),
    retrievedAt,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
  await session.kept.keep(key, fresh);
  return reuse(fresh, 'live');
}

function reuse<T>(kept: Kept, origin: 'live' | 'cache' = 'cache'): Found<T> | Failure {
  if (kept.absent !== undefined) return failure('absent', kept.absent);
  const { value, url, digest, retrievedAt, etag } = kept;
  return { kind: 'found', value: value as T, locator: url, digest, retrievedAt, origin, ...(etag !== undefined && { etag }) };
}

const instead = <T>(found: Found<T> | Failure, failed: Failure): Found<T> | Failure =>
  found.kind === 'found' ? { ...found, instead: failed } : failed;

/** A reader meets hostile JSON: what it trips over is malformed, not an error of ours. */
function safely<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** JSON as an object, for readers. */
export function jsonObject(body: string): Readonly<Record<string, unknown>> | undefined {
  const value: unknown = JSON.parse(body);
  return isObject(value) ? value : undefined;
}
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const asObject = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
