import type { Environment } from './environments.ts';
import type { Goal } from './limits.ts';
import { emptyState, StateMap } from './state-map.ts';
import type { Sums } from './sums.ts';
import type { WordedSpace } from './worded-space.ts';
import type { Words } from './words.ts';

/** What is decided down to one depth. */
export interface Partial {
  readonly present: Words;
  readonly excluded: Words;
  readonly required: Words;
  readonly environment: Environment;
  readonly sums: Sums;
}

/**
 * Partial designs that were followed already, by what the points still open can see of them: words they ask for or exclude,
 * words excluded that they bring, words still awaited, and exported values they read. Of two that look the same from there,
 * the one that is no better in anything that counts leads to nothing better: each of its continuations stands beside the
 * other too, for no more. What that other's continuations were cut for is still good enough a reason, since the best known
 * only improves. So leaving it out keeps the search exact.
 */
export class Followed {
  readonly #space: WordedSpace;
  readonly #goal: Pick<Goal, 'valueOf' | 'places'>;
  /** By depth, then by what is seen: what counts of each that was followed. */
  readonly #seen: (StateMap<(readonly number[])[]> | undefined)[] = [];
  readonly #state = emptyState();
  readonly #row: number[] = [];

  constructor(space: WordedSpace, goal: Pick<Goal, 'valueOf' | 'places'>) {
    this.#space = space;
    this.#goal = goal;
  }

  /** Whether one at least as good was followed from here; if not, this one is noted. */
  covers(depth: number, partial: Partial): boolean {
    this.#look(depth, partial);
    const table = (this.#seen[depth] ??= new StateMap());
    const rows = table.get(this.#state);
    if (!rows) table.add(this.#state, [this.#row.slice()]);
    else if (rows.some((row) => isNoWorse(row, this.#row))) return true;
    else rows.push(this.#row.slice());
    return false;
  }

  /** Puts what is seen of a partial design, and what counts of it, where they are compared. */
  #look(depth: number, { present, excluded, required, environment, sums }: Partial): void {
    const { asked, brought, read } = this.#space.later[depth]!;
    const { numbers } = this.#state;
    const row = this.#row;
    let length = 0;
    for (let at = 0; at < present.length; at += 1) {
      numbers[length] = present[at]! & asked[at]!;
      numbers[length + 1] = excluded[at]! & brought[at]!;
      numbers[length + 2] = required[at]! & ~present[at]!;
      length += 3;
    }
    for (const at of read) numbers[length++] = environment.numbers[at]!;
    this.#state.length = length;
    row[0] = this.#goal.valueOf(sums);
    const { places } = this.#goal;
    for (let at = 0; at < places.length; at += 1) row[at + 1] = sums[places[at]!]!;
  }
}

function isNoWorse(a: readonly number[], b: readonly number[]): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at]! > b[at]!) return false;
  return true;
}
