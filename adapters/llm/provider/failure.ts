import type { ModelFailure } from '@archwright/model';
import { TooLarge } from './bounded-fetch.ts';

const LONGEST_MESSAGE = 300;
/** A provider that asks for a longer pause is not waited for. */
const LONGEST_RETRY_SECONDS = 3_600;

interface CallError {
  readonly statusCode?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly cause?: unknown;
  readonly name?: string;
}

/** What an SDK threw, in our words; keys are taken out of whatever the provider said. */
export function failureOf(thrown: unknown, redact: (text: string) => string): ModelFailure {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }) as CallError;
  const message = redact(String(error.message ?? 'no reason given'))
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST_MESSAGE);
  if (isTooLarge(error)) return { kind: 'too-large', message: 'the reply was larger than is read' };
  const { statusCode: status } = error;
  if (status === 429) {
    const retryAfterSeconds = retryAfter(error.responseHeaders ?? {});
    return { kind: 'rate-limited', message, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
  if (status === 401 || status === 403) return { kind: 'unauthorised', message: `the provider refused the key: ${message}` };
  if (status !== undefined && status >= 500) return { kind: 'unreachable', message: `status ${status}: ${message}` };
  if (status !== undefined && status >= 400) return { kind: 'refused', message: `status ${status}: ${message}` };
  const cause = error.cause as CallError | undefined;
  const text = `${error.message ?? ''} ${cause?.message ?? ''}`;
  if (/terminated|other side closed|premature|aborted|ECONNRESET|socket hang up|ended without/i.test(text))
    return { kind: 'cut-off', message: 'the connection ended in the middle of the reply' };
  if (/fetch failed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|Cannot connect/i.test(text))
    return { kind: 'unreachable', message: redact(cause?.message ?? message).slice(0, LONGEST_MESSAGE) };
  return { kind: 'broken', message };
}

function isTooLarge(error: CallError, depth = 0): boolean {
  if (error instanceof TooLarge) return true;
  return depth < 5 && typeof error.cause === 'object' && error.cause !== null && isTooLarge(error.cause as CallError, depth + 1);
}

/** `Retry-After` as seconds or as a date against the reply's own `Date`, and the millisecond form some send. */
function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const milliseconds = Number(headers['retry-after-ms']);
  if (Number.isFinite(milliseconds) && headers['retry-after-ms']) return milliseconds / 1000;
  const said = headers['retry-after'];
  if (said === undefined) return undefined;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.min(Math.max(0, seconds), LONGEST_RETRY_SECONDS);
  const [then, now] = [Date.parse(said), Date.parse(headers['date'] ?? '')];
  return Number.isFinite(then - now) ? Math.min(Math.max(0, (then - now) / 1000), LONGEST_RETRY_SECONDS) : undefined;
}
