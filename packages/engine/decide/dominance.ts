import type { Environment } from './bounds.ts';
import type { Goal } from './limits.ts';
import type { Sums } from './sums.ts';
import type { WordedSpace, Words } from './worded-space.ts';

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
  readonly #rows: Map<string, (readonly number[])[]>[];

  constructor(space: WordedSpace, goal: Pick<Goal, 'valueOf' | 'places'>) {
    this.#space = space;
    this.#goal = goal;
    this.#rows = [...space.points, undefined].map(() => new Map());
  }

  /** Whether one at least as good was followed from here; if not, this one is noted. */
  covers(depth: number, partial: Partial): boolean {
    const row = this.#row(partial.sums);
    const key = this.#seen(depth, partial);
    const known = this.#rows[depth]!.get(key);
    if (!known) this.#rows[depth]!.set(key, [row]);
    else if (known.some((other) => isNoWorse(other, row))) return true;
    else known.push(row);
    return false;
  }

  #row(sums: Sums): readonly number[] {
    const { valueOf, places } = this.#goal;
    const row = [valueOf(sums)];
    for (const place of places) row.push(sums[place]!);
    return row;
  }

  #seen(depth: number, { present, excluded, required, environment }: Partial): string {
    const { asked, brought, read } = this.#space.later[depth]!;
    let key = '';
    for (let at = 0; at < present.length; at += 1)
      key += `${present[at]! & asked[at]!},${excluded[at]! & brought[at]!},${required[at]! & ~present[at]!},`;
    for (const at of read) key += `${environment.numbers[at]!},`;
    return key;
  }
}

function isNoWorse(a: readonly number[], b: readonly number[]): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at]! > b[at]!) return false;
  return true;
}
