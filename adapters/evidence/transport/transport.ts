import { type Failure, failure } from '../outcome.ts';
import { Circuit } from './circuit.ts';
import type { Fetch } from './proxy.ts';
import { readBody } from './read-body.ts';
import { Slots } from './slots.ts';

export interface Request {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly timeoutMs?: number;
  readonly largestBytes?: number;
}
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Where the answer came from in the end. */
  readonly url: string;
}

export interface TransportOptions {
  readonly fetch: Fetch;
  /** Wall clock, ms. */
  readonly clock: () => number;
  /** No request is begun after this time, ms of the same clock. */
  readonly deadlineMs: number;
  /** Requests in all. */
  readonly budget?: number;
  /** 0 to 1, for the jitter between tries. */
  readonly chance?: () => number;
  /** Base of the pause between tries, ms. */
  readonly pauseMs?: number;
  /** Longest wait for one answer, ms. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const LARGEST_BYTES = 32 * 1024 * 1024;
/** Tries after the first, on what may pass by itself: the network and 5xx. */
const RETRIES = 2;
const IN_FLIGHT_PER_HOST = 4;
const REDIRECTS = 3;
const BUDGET = 2_000;

/** Asks over HTTP with everything that can go wrong bounded; ends in a reply or a failure and never throws. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #slots = new Slots(IN_FLIGHT_PER_HOST);
  readonly #circuit = new Circuit();
  readonly #flights = new Map<string, Promise<Reply | Failure>>();
  #sent = 0;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  get sent(): number {
    return this.#sent;
  }
  get isLate(): boolean {
    return this.#options.clock() >= this.#options.deadlineMs;
  }

  /** Two askers of the same thing at the same time share one request. */
  ask(request: Request): Promise<Reply | Failure> {
    const key = JSON.stringify([request.method ?? 'GET', request.url, request.headers ?? {}, String(request.body ?? '')]);
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const flight = this.#ask(request).finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  async #ask(request: Request): Promise<Reply | Failure> {
    const { host } = new URL(request.url);
    return this.#slots.run(host, async () => {
      for (let attempt = 0; ; attempt++) {
        const refusal = this.#refusal(host);
        if (refusal) return refusal;
        const answer = await this.#send(request, host);
        const passes = 'status' in answer ? answer.status >= 500 : answer.kind === 'unreachable';
        if (!passes) {
          this.#circuit.succeeded(host);
          return answer;
        }
        const reason = 'status' in answer ? `answered ${answer.status}` : answer.reason;
        if (attempt >= RETRIES || isFinal(answer)) {
          this.#circuit.failed(host, reason);
          return answer;
        }
        await this.#pause(attempt);
      }
    });
  }

  #refusal(host: string): Failure | undefined {
    const { clock, budget = BUDGET } = this.#options;
    if (this.isLate) return failure('skipped', 'the time for look-ups was used up');
    if (this.#sent >= budget) return failure('skipped', `the budget of ${budget} requests was used up`);
    const open = this.#circuit.open(host, clock());
    return open === undefined
      ? undefined
      : failure(open.startsWith('asked to wait') ? 'limited' : 'unreachable', `${host}: ${open}`);
  }

  #pause(attempt: number): Promise<void> {
    const { chance = Math.random, pauseMs = 200 } = this.#options;
    const most = pauseMs * 2 ** attempt;
    return new Promise((resolve) => {
      setTimeout(resolve, most / 2 + (chance() * most) / 2);
    });
  }

  async #send(request: Request, host: string): Promise<Reply | Failure> {
    const { timeoutMs: own = TIMEOUT_MS, largestBytes = LARGEST_BYTES, method = 'GET', headers = {}, body } = request;
    const timeoutMs = Math.min(own, this.#options.timeoutMs ?? own);
    const left = this.#options.deadlineMs - this.#options.clock();
    const signal = AbortSignal.timeout(Math.max(1, Math.min(timeoutMs, left)));
    let url = request.url;
    try {
      for (let hop = 0; ; hop++) {
        this.#sent += 1;
        const response = await this.#options.fetch(url, {
          method,
          headers: { ...headers },
          redirect: 'manual',
          signal,
          ...(body !== undefined && { body: body as RequestInit['body'] & {} }),
        });
        const location = response.headers.get('location');
        if (response.status >= 301 && response.status <= 308 && response.status !== 304 && location !== null) {
          await response.body?.cancel();
          const to = new URL(location, url);
          // Another origin is another source: it is named, not believed.
          if (to.origin !== new URL(url).origin || hop >= REDIRECTS)
            return failure('redirected', `redirected to ${to.href}`, { to: to.href });
          url = to.href;
          continue;
        }
        const text = await readBody(response, largestBytes);
        if (text === undefined) return failure('malformed', `the answer is larger than ${largestBytes} bytes`);
        this.#heed(response, host);
        return { status: response.status, headers: response.headers, body: text, url };
      }
    } catch (error) {
      return failure('unreachable', `${host}: ${told(error, timeoutMs)}`);
    }
  }

  #heed({ status, headers }: Response, host: string): void {
    const seconds = status === 429 || status === 503 ? retryAfter(headers, this.#options.clock()) : undefined;
    if (seconds !== undefined) this.#circuit.wait(host, this.#options.clock() + seconds * 1_000);
  }
}

/** A name that does not resolve will not resolve a moment later. */
const isFinal = (answer: Reply | Failure): boolean =>
  !('status' in answer) && /ENOTFOUND|ECONNREFUSED|EAI_AGAIN/.test(answer.reason);

function told(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message ?? String(error);
}

/** Seconds or a date, as the header may be either; at most a day. */
export function retryAfter(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - nowMs) / 1_000;
  return Number.isFinite(seconds) ? Math.min(86_400, Math.max(0, Math.ceil(seconds))) : undefined;
}

/** A reply that carries no answer, as the failure it is; undefined where it may be read. */
export function failureOf({ status, headers }: Reply, nowMs: number): Failure | undefined {
  if (status === 200) return undefined;
  if (status === 202) return failure('not-ready', 'answered 202: accepted, not ready');
  if (status === 404 || status === 410) return failure('absent', `answered ${status}: not known there`);
  if (status === 401 || status === 402 || status === 403) return failure('denied', `answered ${status}: access denied`);
  if (status === 429) {
    const after = retryAfter(headers, nowMs);
    return failure('limited', `answered 429: too many requests${after === undefined ? '' : `, asked to wait ${after} s`}`, {
      ...(after !== undefined && { retryAfterS: after }),
    });
  }
  if (status >= 300 && status < 400) return failure('redirected', `answered ${status} without saying where to`);
  if (status >= 500) return failure('unreachable', `answered ${status}`);
  return failure('unsupported', `answered ${status}`);
}
