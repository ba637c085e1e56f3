interface Entry<T> {
  readonly state: readonly number[];
  readonly value: T;
  /** The one before it with the same hash. */
  readonly next: Entry<T> | undefined;
}

/** A map from rows of small whole numbers. The row asked for may be used again by the caller: a copy is kept. */
export class StateMap<T> {
  /** By hash, the last one added; the states themselves are compared. */
  readonly #entries = new Map<number, Entry<T>>();

  get(state: readonly number[]): T | undefined {
    for (let entry = this.#entries.get(hashOf(state)); entry; entry = entry.next)
      if (isSame(entry.state, state)) return entry.value;
    return undefined;
  }

  /** @param state - not in the map yet */
  add(state: readonly number[], value: T): void {
    const hash = hashOf(state);
    this.#entries.set(hash, { state: state.slice(), value, next: this.#entries.get(hash) });
  }

  clear(): void {
    this.#entries.clear();
  }
}

/** 2³² divided by the golden ratio: spreads neighbours apart. */
const MULTIPLIER = 0x9e3779b1;
function hashOf(state: readonly number[]): number {
  let hash = 0;
  for (let at = 0; at < state.length; at += 1) hash = Math.imul(hash ^ state[at]! ^ (hash >>> 15), MULTIPLIER);
  // Half of it fits the numbers that need no memory of their own.
  return hash >> 2;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
