import type { Option } from '@archwright/model';
import type { Candidate, Solver } from './search.ts';

interface Answered {
  readonly solver: Solver;
  readonly best: Candidate;
}

/**
 * The best design with each option in turn. What is found with one tells of others: the best of a wider choice that stands in a
 * narrower one is the best there too, where the wider one holds nothing the narrower holds nothing, and the best with an option is
 * no dearer than any design that has it.
 */
export class PinnedAnswers {
  readonly #best: Candidate;
  /** By option, the search that found the cheapest design with it so far. */
  readonly #cheapest = new Map<Option, Answered>();
  readonly #empty: Solver[] = [];
  readonly #answered: Answered[] = [];

  /** @param best - of the whole problem */
  constructor(best: Candidate) {
    this.#best = best;
  }

  /**
   * @param alone - a solver in which the option's point is settled
   * @returns undefined where nothing with it is feasible
   */
  find(option: Option, alone: Solver): Candidate | undefined {
    const having = this.#cheapest.get(option);
    // A feasible design that has the option stands in every choice with it.
    if (having && alone.isWithin(having.solver)) return having.best;
    if (this.#empty.some((solver) => alone.isWithin(solver))) return undefined;
    const wider = this.#answered.findLast(({ solver }) => alone.isWithin(solver));
    const near = [this.#best, wider?.best, having?.best].flatMap((design) => (design ? [design.choices] : []));
    const best = alone.best({ near, prefersNear: true });
    if (best) this.#keep({ solver: alone, best });
    else this.#empty.push(alone);
    return best;
  }

  #keep(answered: Answered): void {
    this.#answered.push(answered);
    for (const { option } of answered.best.choices) {
      const known = this.#cheapest.get(option);
      if (!known || answered.best.total < known.best.total) this.#cheapest.set(option, answered);
    }
  }
}
