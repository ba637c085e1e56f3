import { type Bounds, type Least, type Room, SAFER } from './bounds.ts';
import type { Environment } from './environments.ts';
import { Followed, type Partial } from './dominance.ts';
import { EPSILON, type Goal } from './limits.ts';
import { add, nothing, type Sums, valueOf } from './sums.ts';
import type { Known, Worded, WordedPoint, WordedSpace } from './worded-space.ts';

export interface Found {
  readonly value: number;
  readonly chosen: readonly Worded[];
  readonly sums: Sums;
}

/** What is known before a search. */
export interface Start {
  /** A feasible design: nothing dearer is looked at. */
  readonly known?: Found | undefined;
  /** The known one is the best unless another is better. */
  readonly isKept?: boolean;
  /** The first one that is better is enough. */
  readonly isEnough?: boolean;
}

/** An option that may stand next, with the bound of the whole. */
interface Ranked {
  readonly worded: Worded;
  readonly addition: Sums;
  readonly bound: number;
}

/** Each depth has a level of its own, so that nothing has to be taken back. */
interface Level extends Partial {
  readonly present: number[];
  readonly excluded: number[];
  readonly required: number[];
  environment: Environment;
  /** By point: the least it adds, given what is decided. */
  readonly least: Least[];
  /** By point: the least that it and those after it add. Where nothing new is known these are rows of the level before. */
  readonly rest: Sums[];
  readonly own: readonly Sums[];
  /** By point: the options that may be taken, and their number; found when first needed. */
  readonly lists: (readonly Worded[])[];
  readonly listIds: number[];
}

/** Sums of the same parts in another order differ by less than this share. */
const ROUNDING = 1e-9;

const levels = new WeakMap<WordedSpace, readonly Level[]>();

/** The levels of a space: its searches run one after the other and fill them anew. */
function levelsOf(space: WordedSpace, start: Environment): readonly Level[] {
  const known = levels.get(space) ?? Array.from({ length: space.points.length + 1 }, (_, depth) => levelAt(depth, space, start));
  levels.set(space, known);
  known[0]!.environment = start;
  return known;
}

function levelAt(depth: number, { points, anywhere }: WordedSpace, environment: Environment): Level {
  const none = () => anywhere.map(() => 0);
  const own = points.map((_, index) => (index < depth ? NO_SUMS : nothing()));
  return {
    present: none(),
    excluded: none(),
    required: depth === 0 ? [...anywhere] : none(),
    environment,
    sums: nothing(),
    least: [],
    rest: [...own, NO_SUMS],
    own,
    lists: [],
    listIds: [],
  };
}
const NO_SUMS = nothing();

/**
 * One run of the search: depth first, the option with the lowest bound first, cut where an admissible bound (the sum of what each
 * open point adds at least) shows that nothing better can follow.
 */
export class Search {
  nodes = 0;
  readonly #space: WordedSpace;
  readonly #bounds: Bounds;
  readonly #open: readonly (readonly Worded[])[];
  readonly #goal: Goal;
  readonly #followed: Followed;
  /** By point: the best each export can be when it is reached. */
  readonly #favourable: readonly Environment[];
  readonly #levels: readonly Level[];
  readonly #chosen: Worded[] = [];
  readonly #scratch = nothing();
  readonly #room: Room;
  #best: Found | undefined;
  /** The value of what was found, or of what is known to be possible. */
  #most = Infinity;
  #mostNodes = Infinity;
  #isEnough = false;
  #isDone = false;

  /** @param open - the options that may be taken, point by point */
  constructor(space: WordedSpace, bounds: Bounds, open: readonly (readonly Worded[])[], goal: Goal) {
    this.#space = space;
    this.#bounds = bounds;
    this.#open = open;
    this.#goal = goal;
    this.#room = { whole: nothing(), rations: goal.rations };
    this.#followed = new Followed(space, goal);
    this.#favourable = bounds.environments.favourable(open);
    this.#levels = levelsOf(space, bounds.environments.start);
  }

  /**
   * The best whole design, undefined where nothing is feasible.
   *
   * @param mostNodes - where it gives up; what it returns then is the best so far
   */
  run({ known, isKept = false, isEnough = false }: Start = {}, mostNodes = Infinity): Found | undefined {
    this.#mostNodes = mostNodes;
    this.#isEnough = isEnough;
    if (known) this.#most = isKept ? known.value : known.value + ROUNDING * (1 + known.value);
    if (isKept) this.#best = known;
    this.#bound(0);
    this.#visit(0);
    return this.#best;
  }

  /** Whether it gave up before it was through. */
  get gaveUp(): boolean {
    return this.nodes >= this.#mostNodes && !this.#isDone;
  }

  /** Whether nothing more is looked for. */
  get #isOver(): boolean {
    return this.#isDone || this.nodes >= this.#mostNodes;
  }

  #visit(depth: number): void {
    this.nodes += 1;
    if (depth === this.#open.length) return this.#keep(this.#chosen, this.#levels[depth]!.sums);
    if (this.#isShort(depth)) return;
    if (depth >= this.#space.independentFrom && this.#goal.addsUp && this.#complete(depth)) return;
    for (const { worded, addition, bound } of this.#ranked(depth)) {
      // Options come by their bound: where this one cannot win, none after it can.
      if (this.#isBeaten(bound) || this.#isOver) break;
      if (this.#enter(worded, addition, depth) && this.#isLost(depth + 1)) continue;
      if (this.#followed.covers(depth + 1, this.#levels[depth + 1]!)) continue;
      this.#chosen.push(worded);
      this.#visit(depth + 1);
      this.#chosen.pop();
    }
  }

  #keep(chosen: readonly Worded[], sums: Sums): void {
    const value = this.#goal.valueOf(sums);
    if (this.#isBeaten(value)) return;
    this.#most = value;
    this.#isDone = this.#isEnough;
    this.#best = { value, chosen: [...chosen], sums: sums.slice() };
  }

  #isBeaten(value: number): boolean {
    return value >= this.#most - EPSILON;
  }

  /** The options of a point that may stand here, by what the whole would amount to at least. */
  #ranked(depth: number): readonly Ranked[] {
    const { sums, environment, rest } = this.#levels[depth]!;
    const ranked: Ranked[] = [];
    for (const worded of this.#open[depth]!) {
      if (!this.#mayEnter(worded, depth)) continue;
      const { exceeded, addition } = this.#bounds.evaluate(worded, environment);
      if (exceeded >= 0) continue;
      add(sums, addition, this.#scratch);
      add(this.#scratch, rest[depth + 1]!, this.#scratch);
      const bound = this.#goal.boundOf(this.#scratch);
      if (!this.#isBeaten(bound) && !this.#goal.breaks(this.#scratch)) ranked.push({ worded, addition, bound });
    }
    return ranked.length < 2 ? ranked : ranked.sort((a, b) => a.bound - b.bound || byId(a.worded, b.worded));
  }

  #listId(level: Level, index: number, options: readonly Worded[]): number {
    if (level.lists[index] === options) return level.listIds[index]!;
    level.lists[index] = options;
    return (level.listIds[index] = this.#space.listId(options));
  }

  /** Whether nothing better can follow from a level. */
  #isLost(depth: number): boolean {
    const { sums, rest } = this.#levels[depth]!;
    add(sums, rest[depth]!, this.#scratch);
    return this.#isBeaten(this.#goal.boundOf(this.#scratch)) || this.#goal.breaks(this.#scratch);
  }

  /**
   * Whether limits leave too little for anything better: an option that takes more of a ration than what is decided and the least
   * of all other points leave of it stands in no design that follows, so its point adds at least what the next dearer one does.
   */
  #isShort(depth: number): boolean {
    if (this.#room.rations.length === 0) return false;
    const level = this.#levels[depth]!;
    const { whole } = this.#room;
    add(level.sums, level.rest[depth]!, whole);
    let value = this.#goal.valueOf(whole);
    for (let index = depth; index < this.#open.length; index += 1) {
      const least = level.least[index]!;
      const known = this.#space.points[index]!.known[depth]!;
      const cheapest = this.#bounds.cheapestWithin(least, known, this.#open[index]!, level, this.#room);
      if (!cheapest) return true;
      if (this.#goal.isOverall) value += Math.max(0, valueOf(cheapest) - valueOf(least.row));
    }
    return this.#isBeaten(value);
  }

  /**
   * Ends a design whose open points no longer matter to each other: each takes what is cheapest for it. False where the limits
   * on the whole do not allow that, or something required is still awaited.
   */
  #complete(depth: number): boolean {
    const { sums, environment, present, required } = this.#levels[depth]!;
    for (let at = 0; at < required.length; at += 1) if (required[at]! & ~present[at]!) return false;
    const whole = sums.slice();
    const chosen = [...this.#chosen];
    for (let index = depth; index < this.#open.length; index += 1) {
      const cheapest = this.#cheapest(index, depth, environment);
      if (!cheapest) return true;
      add(whole, cheapest.addition, whole);
      chosen.push(cheapest.worded);
    }
    if (this.#goal.breaks(whole)) return false;
    this.#keep(chosen, whole);
    return true;
  }

  /** Of the options of a point that may stand after the decisions before a depth, the one that adds least. */
  #cheapest(index: number, depth: number, environment: Environment): Ranked | undefined {
    let found: Ranked | undefined;
    for (const worded of this.#open[index]!) {
      if (!this.#mayEnter(worded, depth, index)) continue;
      const { exceeded, addition } = this.#bounds.evaluate(worded, environment);
      if (exceeded >= 0) continue;
      const bound = this.#goal.valueOf(addition);
      if (!found || bound < found.bound || (bound === found.bound && byId(worded, found.worded) < 0))
        found = { worded, addition, bound };
    }
    return found;
  }

  /**
   * Whether nothing chosen before a depth excludes the option, and everything it or others require is there or can still come
   * after its point.
   */
  #mayEnter({ brings, conflicts, requires }: Worded, depth: number, index = depth): boolean {
    const { present, excluded, required } = this.#levels[depth]!;
    const lastChance = this.#space.lastChance[index]!;
    for (let at = 0; at < present.length; at += 1) {
      if ((brings[at]! & excluded[at]!) | (conflicts[at]! & present[at]!)) return false;
      if ((required[at]! | requires[at]!) & ~(present[at]! | brings[at]!) & lastChance[at]!) return false;
    }
    return true;
  }

  /** Fills the level after an option; true where the bounds of later points changed with it. */
  #enter(worded: Worded, addition: Sums, depth: number): boolean {
    const { brings, conflicts, requires } = worded;
    const [here, next] = [this.#levels[depth]!, this.#levels[depth + 1]!];
    for (let at = 0; at < brings.length; at += 1) {
      next.present[at] = here.present[at]! | brings[at]!;
      next.excluded[at] = here.excluded[at]! | conflicts[at]!;
      next.required[at] = here.required[at]! | requires[at]!;
    }
    next.environment = this.#bounds.environments.after(worded, here.environment);
    add(here.sums, addition, next.sums);
    return this.#bound(depth + 1, worded);
  }

  /**
   * The bounds of the points from a depth on: looked up again only where the decision before it made something known.
   *
   * @param last - that decision
   * @returns whether one of them is another than before that decision
   */
  #bound(depth: number, last?: Worded): boolean {
    const { points } = this.#space;
    const level = this.#levels[depth]!;
    const before = this.#levels[depth - 1];
    const affected = last ? this.#space.affected(depth, last) : -1;
    let isNew = false;
    for (let index = points.length - 1; index >= depth; index -= 1) {
      const same = before?.least[index];
      if (same && !(affected & (1 << index) && this.#isAnother(depth, index, last!))) level.least[index] = same;
      else {
        const point = points[index]!;
        const options = this.#open[index]!;
        const list = this.#listId(level, index, options);
        const least = this.#bounds.least(point, point.known[depth]!, options, list, level, this.#favourable[index]!);
        level.least[index] = least;
        isNew ||= least !== same;
      }
      if (isNew) add(level.least[index]!.row, level.rest[index + 1]!, (level.rest[index] = level.own[index]!));
      else level.rest[index] = before!.rest[index]!;
    }
    return isNew;
  }

  /** Whether the bound of a point may be another one than before the last decision. */
  #isAnother(depth: number, index: number, last: Worded): boolean {
    const point = this.#space.points[index]!;
    const known = point.known[depth]!;
    const [here, before] = [this.#levels[depth]!, this.#levels[depth - 1]!];
    return concerns(last, point, known) || isTouched(here, before, known, point.known[depth - 1]!, this.#favourable[index]!);
  }
}

/**
 * Whether what is known at a depth can make the bound of a point another one than at the depth before: an export that it reads takes
 * another value, an option of it has lost its place, or only some of them can bring what is awaited. The bound of before stays
 * valid in any case.
 */
function isTouched(here: Level, before: Level, known: Known, earlier: Known, favourable: Environment): boolean {
  if (known.open !== earlier.open && (known.open ^ earlier.open) & SAFER) return true;
  for (const at of known.reads) {
    const was = (earlier.open & (1 << at) ? favourable : before.environment).numbers[at]!;
    const is = (known.open & (1 << at) ? favourable : here.environment).numbers[at]!;
    if (was !== is) return true;
  }
  if (known === earlier) return false;
  for (let at = 0; at < known.final.length; at += 1) {
    const lacking = ~here.present[at]!;
    if (
      (known.final[at]! & ~earlier.final[at]! & lacking) |
      (known.sole[at]! & ~earlier.sole[at]! & here.required[at]! & lacking)
    )
      return true;
  }
  return false;
}

/** Whether choosing an option can leave no place for one of a point's. */
function concerns({ brings, conflicts, requires }: Worded, { offers, clashes }: WordedPoint, { sole }: Known): boolean {
  for (let at = 0; at < brings.length; at += 1)
    if ((brings[at]! & (clashes[at]! | sole[at]!)) | (conflicts[at]! & offers[at]!) | (requires[at]! & sole[at]!)) return true;
  return false;
}

const byId = ({ prepared: a }: Worded, { prepared: b }: Worded): number => (a.option.id < b.option.id ? -1 : 1);
