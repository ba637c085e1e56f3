import { type Failure, failure } from '../outcome.ts';
import { sha256 } from '../observation.ts';
import type { Found, Session } from '../session.ts';

interface Waiting<Item, Value> {
  readonly key: string;
  readonly item: Item;
  settle(result: Found<Value> | Failure): void;
}

export interface BatchOptions<Item, Value> {
  readonly source: string;
  readonly freshMs: number;
  readonly most: number;
  keyOf(item: Item): string;
  /** One answer for each item, by its key; items that are missing got no answer. */
  send(
    items: readonly Item[],
    session: Session,
  ): Promise<ReadonlyMap<string, { readonly value: Value; readonly locator: string }> | Failure>;
}

/** How long the first asker waits for others to share its request, ms. */
const GATHER_MS = 5;

/** Gathers what is asked at about the same time into one request, and keeps each answer by itself. */
export class Batch<Item, Value> {
  readonly #options: BatchOptions<Item, Value>;
  readonly #waiting = new Map<Session, Waiting<Item, Value>[]>();

  constructor(options: BatchOptions<Item, Value>) {
    this.#options = options;
  }

  async ask(item: Item, session: Session): Promise<Found<Value> | Failure> {
    const { source, freshMs, keyOf } = this.#options;
    const key = JSON.stringify([source, keyOf(item)]);
    const kept = await session.kept.read(key);
    const found: Found<Value> | undefined = kept && {
      kind: 'found',
      value: kept.value as Value,
      locator: kept.url,
      digest: kept.digest,
      retrievedAt: kept.retrievedAt,
      origin: 'cache',
    };
    const age = kept === undefined ? Number.POSITIVE_INFINITY : session.now.getTime() - Date.parse(kept.retrievedAt);
    if (found && (!session.transport || age < freshMs)) return found;
    if (!session.transport) return failure('skipped', 'offline, and nothing was kept from before');
    const result = await new Promise<Found<Value> | Failure>((settle) => this.#queue({ key, item, settle }, session));
    return result.kind !== 'found' && found ? { ...found, instead: result } : result;
  }

  #queue(one: Waiting<Item, Value>, session: Session): void {
    const line = this.#waiting.get(session);
    if (line) {
      line.push(one);
      return;
    }
    this.#waiting.set(session, [one]);
    setTimeout(() => void this.#flush(session), GATHER_MS);
  }

  async #flush(session: Session): Promise<void> {
    const line = this.#waiting.get(session) ?? [];
    this.#waiting.delete(session);
    for (let from = 0; from < line.length; from += this.#options.most)
      await this.#sendPart(line.slice(from, from + this.#options.most), session);
  }

  async #sendPart(part: readonly Waiting<Item, Value>[], session: Session): Promise<void> {
    const { keyOf, send } = this.#options;
    const answers = await send(
      part.map(({ item }) => item),
      session,
    ).catch((error: unknown) => failure('malformed', String(error)));
    for (const { key, item, settle } of part) {
      const answer = 'kind' in answers ? answers : answers.get(keyOf(item));
      if (!answer) settle(failure('malformed', 'the answer leaves this one out'));
      else if ('kind' in answer) settle(answer);
      else {
        const { value, locator } = answer;
        const digest = sha256(JSON.stringify(value));
        const retrievedAt = session.now.toISOString();
        await session.kept.keep(key, { value, url: locator, digest, retrievedAt });
        settle({ kind: 'found', value, locator, digest, retrievedAt, origin: 'live' });
      }
    }
  }
}
