interface Entry<T> {
  readonly state: readonly number[];
  readonly value: T;
  /** The one before it with the same hash. */
  readonly next: Entry<T> | undefined;
}

/** A row of small whole numbers that is filled again and again: `length` says how many of them count. */
export interface State {
  readonly numbers: number[];
  length: number;
}

export const emptyState = (): State => ({ numbers: [], length: 0 });

/** A map from rows of small whole numbers. The row asked for may be used again by the caller: a copy is kept. */
export class StateMap<T> {
  /** By hash, the last one added; the states themselves are compared. */
  readonly #entries = new Map<number, Entry<T>>();

  get(state: State): T | undefined {
    for (let entry = this.#entries.get(hashOf(state)); entry; entry = entry.next)
      if (isSame(entry.state, state)) return entry.value;
    return undefined;
  }

  /** @param state - not in the map yet */
  add(state: State, value: T): void {
    const hash = hashOf(state);
    const kept = state.numbers.slice(0, state.length);
    this.#entries.set(hash, { state: kept, value, next: this.#entries.get(hash) });
  }

  clear(): void {
    this.#entries.clear();
  }
}

/** 2³² divided by the golden ratio: spreads neighbours apart. */
const MULTIPLIER = 0x9e3779b1;
function hashOf({ numbers, length }: State): number {
  let hash = 0;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ numbers[at]! ^ (hash >>> 15), MULTIPLIER);
  // Half of it fits the numbers that need no memory of their own.
  return hash >> 2;
}

function isSame(kept: readonly number[], { numbers, length }: State): boolean {
  if (kept.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (kept[at] !== numbers[at]) return false;
  return true;
}
