import { EXPORT_NAMES, type PreparedOption } from './prepared-option.ts';
import type { Nearby } from './limits.ts';
import type { Space, SpacePoint } from './space.ts';
import { bitsOf, has, meet, noWords, numbersIn, unionOf, type Words } from './words.ts';

/** An option with its words as bits. Words that nothing asks for, excludes or awaits are left out: they decide nothing. */
export interface Worded {
  /** Number of the option in its space. */
  readonly index: number;
  readonly prepared: PreparedOption;
  readonly brings: Words;
  readonly conflicts: Words;
  readonly requires: Words;
}

/** What a bound on one point may rely on when the points before some depth are decided. */
export interface Known {
  /** One of a space has one number. */
  readonly id: number;
  /** Exports (indexes) that the point reads. */
  readonly reads: readonly number[];
  /** As bits, those of them that an undecided point may still set. */
  readonly open: number;
  /** Words that settle which of its options may still stand: present and required or excluded by one of them, final where required. */
  readonly final: Words;
  readonly present: Words;
  /** Words that of the undecided points only this one can bring: where one is awaited, its other options are out. */
  readonly sole: Words;
}

export interface WordedPoint {
  readonly id: SpacePoint['id'];
  readonly options: readonly Worded[];
  /** Words that its options bring, and that they cannot stand beside. */
  readonly offers: Words;
  readonly clashes: Words;
  /** By the number of points decided. Neighbours are the same object where nothing new is known. */
  readonly known: readonly Known[];
}

/** What the points from one depth on can tell of the decisions before them. */
export interface Later {
  /** Words they require or conflict with. */
  readonly asked: Words;
  /** Those of them that they require. */
  readonly required: Words;
  readonly brought: Words;
  /** Exports (indexes) that they read. */
  readonly read: readonly number[];
}

/** What the options of one list bring and require together, and the words (numbers) that each of them requires. */
interface ListWords {
  readonly brings: Words;
  readonly requires: Words;
  readonly common: readonly number[];
}

/** A space with its words as bits and what follows from the order of its points; the same for every demand. */
export class WordedSpace {
  readonly points: readonly WordedPoint[];
  /** Words that some chosen option must bring, wherever. */
  readonly anywhere: Words;
  /** By depth: words that no later point can bring. */
  readonly lastChance: readonly Words[];
  readonly later: readonly Later[];
  /** From this depth on no choice matters to another: each point is decided by itself. */
  readonly independentFrom: number;
  /** By option (its number), as bits the points whose bounds may be others once it is chosen. */
  readonly #touched: readonly number[];
  /** By depth, as bits the points of which more is known than one decision before. */
  readonly #learnt: readonly number[];
  readonly #numbers = new Map<string, number>();
  readonly #filtered: Map<string, readonly Worded[]>[];
  readonly #listIds = new Map<readonly Worded[], number>();
  readonly #listWords = new Map<readonly Worded[], ListWords>();
  readonly #worded = new WeakMap<Nearby, readonly (Worded | undefined)[]>();

  constructor({ points }: Space, anywhere: readonly string[]) {
    const asked = new Set([
      ...anywhere,
      ...points.flatMap(({ options }) => options.flatMap(({ option }) => [...option.requires, ...option.conflicts])),
    ]);
    for (const word of asked) this.#numbers.set(word, this.#numbers.size);
    let count = 0;
    const worded = points.map(({ options }) =>
      options.map((prepared): Worded => {
        const { id, tags, provides, conflicts, requires } = prepared.option;
        const brings = this.#bits([id, ...tags, ...provides]);
        const index = count;
        count += 1;
        return { index, prepared, brings, conflicts: this.#bits(conflicts), requires: this.#bits(requires) };
      }),
    );
    this.anywhere = this.#bits(anywhere);
    const lastBringer = Array.from({ length: asked.size }, (_, word) =>
      worded.findLastIndex((options) => options.some(({ brings }) => has(brings, word))),
    );
    this.lastChance = points.map((_, depth) =>
      bitsOf(
        lastBringer.flatMap((last, word) => (last <= depth ? [word] : [])),
        asked.size,
      ),
    );
    this.later = laterByDepth(worded, asked.size);
    this.#filtered = worded.map(() => new Map());
    this.independentFrom = firstIndependent(worded, this.later);
    const settledFrom = EXPORT_NAMES.map(
      (_, at) =>
        1 + points.findLastIndex(({ options }) => options.some(({ exports }) => exports.some(({ index }) => index === at))),
    );
    const offers = worded.map((options) =>
      unionOf(
        options.map(({ brings }) => brings),
        asked.size,
      ),
    );
    this.points = points.map(({ id }, index) => ({
      id,
      options: worded[index]!,
      offers: offers[index]!,
      clashes: unionOf(
        worded[index]!.map(({ conflicts }) => conflicts),
        asked.size,
      ),
      known: knownAt(index, worded[index]!, { offers, settledFrom, lastBringer }),
    }));
    this.#touched = worded.flat().map((option) => pointsWhere(this.points, (point) => touches(option, point)));
    this.#learnt = this.points.map((_, depth) =>
      pointsWhere(this.points, ({ known }) => depth === 0 || known[depth] !== known[depth - 1]),
    );
  }

  /** As bits, the points whose bounds at a depth may be others than before the decision that led there. */
  affected(depth: number, last: Worded): number {
    return this.#touched[last.index]! | (this.#learnt[depth] ?? 0);
  }

  /** Whether some word asked for can be brought by no option at all. */
  get lacksWord(): boolean {
    const { anywhere, points } = this;
    return anywhere.some((bits, at) => {
      const brought = points.reduce((all, { options }) => options.reduce((sum, { brings }) => sum | brings[at]!, all), 0);
      return (bits & ~brought) !== 0;
    });
  }

  /**
   * The options left at every point when one is settled: what excludes it or is excluded by it goes, and so does what requires a
   * word that nobody left can bring; where only one point can bring a word that all options left at another require, that
   * point keeps only the bringers.
   */
  settle(index: number, only: Worded): readonly (readonly Worded[])[] {
    const left = this.points.map(({ options, offers, clashes }, at) => {
      if (at === index) return this.#same(at, [only]);
      return meet(only.conflicts, offers) || meet(only.brings, clashes)
        ? this.#same(
            at,
            options.filter((other) => isCompatible(only, other)),
          )
        : options;
    });
    // Where it asks for nothing, and what goes with its point's other options is asked for by nobody, the rest stays as it is.
    const [lost, asked] = [this.points[index]!.offers, this.later[0]!.required];
    const matters = only.requires.some((bits, at) => (bits | (lost[at]! & ~only.brings[at]! & asked[at]!)) !== 0);
    const isSame = !matters && left.every((options, at) => at === index || options === this.points[at]!.options);
    if (!isSame) while (this.#dropUnmet(left) || this.#keepBringers(left));
    return left;
  }

  /** Leaves out options that require what nobody left brings; true where something went. */
  #dropUnmet(left: (readonly Worded[])[]): boolean {
    const unmet = this.anywhere.map(() => -1);
    for (const options of left) {
      const { brings } = this.#wordsOf(options);
      for (let at = 0; at < unmet.length; at += 1) unmet[at]! &= ~brings[at]!;
    }
    let dropped = false;
    for (let at = 0; at < left.length; at += 1) {
      if (!meet(this.#wordsOf(left[at]!).requires, unmet)) continue;
      left[at] = this.#same(
        at,
        left[at]!.filter(({ requires }) => !meet(requires, unmet)),
      );
      dropped = true;
    }
    return dropped;
  }

  /** Keeps only the bringers of a word that a whole other point requires; true where something went. */
  #keepBringers(left: (readonly Worded[])[]): boolean {
    let dropped = false;
    for (let point = 0; point < left.length; point += 1)
      for (const word of this.#wordsOf(left[point]!).common) {
        const at = this.#onlyBringer(left, word);
        const kept = left[at]?.filter(({ brings }) => has(brings, word));
        if (!kept || kept.length === left[at]!.length) continue;
        left[at] = this.#same(at, kept);
        dropped = true;
      }
    return dropped;
  }

  /** The one point that can bring a word, -1 where none or several can. */
  #onlyBringer(left: readonly (readonly Worded[])[], word: number): number {
    let found = -1;
    for (let at = 0; at < left.length; at += 1) {
      if (!has(this.#wordsOf(left[at]!).brings, word)) continue;
      if (found >= 0) return -1;
      found = at;
    }
    return found;
  }

  #wordsOf(options: readonly Worded[]): ListWords {
    let words = this.#listWords.get(options);
    if (!words) this.#listWords.set(options, (words = listWords(options, this.anywhere.length * 32)));
    return words;
  }

  /** By point, the option of a design, where this space has it. */
  asWorded(design: Nearby): readonly (Worded | undefined)[] {
    let found = this.#worded.get(design);
    if (!found) {
      found = this.points.map(({ id, options }) => {
        const chosen = design.find(({ point }) => point === id)?.option;
        return options.find(({ prepared }) => prepared.option === chosen);
      });
      this.#worded.set(design, found);
    }
    return found;
  }

  /** The same list for the same options, so that bounds over it are found again. */
  #same(index: number, options: readonly Worded[]): readonly Worded[] {
    const all = this.points[index]!.options;
    if (options.length === all.length) return all;
    let key = '';
    for (const option of options) key += String.fromCharCode(option.index);
    const known = this.#filtered[index]!.get(key);
    if (!known) this.#filtered[index]!.set(key, options);
    return known ?? options;
  }

  /** A number for a list of options, the same for the same list. */
  listId(options: readonly Worded[]): number {
    let id = this.#listIds.get(options);
    if (id === undefined) this.#listIds.set(options, (id = this.#listIds.size));
    return id;
  }

  #bits(words: readonly string[]): Words {
    return bitsOf(
      words.flatMap((word) => this.#numbers.get(word) ?? []),
      this.#numbers.size,
    );
  }
}

/** Points that a number has a bit for. */
const MOST_POINTS = 31;
/** As bits, the points of which something holds; all of them where there are too many. */
const pointsWhere = (points: readonly WordedPoint[], holds: (point: WordedPoint) => boolean): number =>
  points.length > MOST_POINTS ? -1 : points.reduce((bits, point, at) => (holds(point) ? bits | (1 << at) : bits), 0);

/** Whether choosing an option can change what is known of a point: its words meet, or the point reads what the option sets. */
function touches({ brings, conflicts, requires, prepared }: Worded, { offers, clashes, known }: WordedPoint): boolean {
  // The more is decided, the more words only this point can bring.
  const { sole, reads } = known.at(-1)!;
  return (
    meet(brings, clashes) ||
    meet(brings, sole) ||
    meet(conflicts, offers) ||
    meet(requires, sole) ||
    prepared.exports.some(({ index }) => reads.includes(index))
  );
}

export const isCompatible = (a: Worded, b: Worded): boolean => !meet(a.conflicts, b.brings) && !meet(b.conflicts, a.brings);

/** By depth, with one for the end, what the points from there on can tell: the last point first, each adding its own. */
function laterByDepth(points: readonly (readonly Worded[])[], size: number): readonly Later[] {
  const found: Later[] = [{ asked: noWords(size), required: noWords(size), brought: noWords(size), read: [] }];
  for (const options of points.toReversed()) found.push(withPoint(options, found.at(-1)!));
  return found.reverse();
}

function withPoint(options: readonly Worded[], after: Later): Later {
  const [asked, required, brought] = [[...after.asked], [...after.required], [...after.brought]];
  const read = new Set(after.read);
  for (const option of options) {
    for (let at = 0; at < asked.length; at += 1) {
      required[at]! |= option.requires[at]!;
      asked[at]! |= option.requires[at]! | option.conflicts[at]!;
      brought[at]! |= option.brings[at]!;
    }
    for (const at of option.prepared.reads) read.add(at);
  }
  return { asked, required, brought, read: [...read] };
}

function listWords(options: readonly Worded[], size: number): ListWords {
  const [only] = options;
  if (only && options.length === 1) return { brings: only.brings, requires: only.requires, common: numbersIn(only.requires) };
  return {
    brings: unionOf(
      options.map(({ brings }) => brings),
      size,
    ),
    requires: unionOf(
      options.map(({ requires }) => requires),
      size,
    ),
    common: numbersIn(
      noWords(size).map((_, at) => options.reduce((bits, { requires }) => bits & requires[at]!, options.length > 0 ? -1 : 0)),
    ),
  };
}

/** How exports and words come to be known from point to point. */
interface Order {
  /** By point, the words that its options bring. */
  readonly offers: readonly Words[];
  /** By export, from which number of decided points on nothing sets it any more. */
  readonly settledFrom: readonly number[];
  /** By word, the last point that can bring it. */
  readonly lastBringer: readonly number[];
}

function knownAt(index: number, options: readonly Worded[], { offers, settledFrom, lastBringer }: Order): readonly Known[] {
  const size = lastBringer.length;
  const reads = [...new Set(options.flatMap(({ prepared }) => prepared.reads))].sort((a, b) => a - b);
  const clashes = unionOf(
    options.map(({ conflicts }) => conflicts),
    size,
  );
  const required = numbersIn(
    unionOf(
      options.map(({ requires }) => requires),
      size,
    ),
  );
  const found: Known[] = [];
  for (let decided = 0; decided <= offers.length; decided += 1) {
    const open = reads.reduce((bits, at) => (settledFrom[at]! > decided ? bits | (1 << at) : bits), 0);
    const final = bitsOf(
      required.filter((word) => lastBringer[word]! < decided),
      size,
    );
    const others = unionOf(
      offers.filter((_, at) => at >= decided && at !== index),
      size,
    );
    const sole = offers[index]!.map((bits, at) => bits & ~others[at]!);
    const present = unionOf([final, clashes], size);
    const known = { id: index * (offers.length + 1) + decided, reads, open, final, present, sole };
    const before = found.at(-1);
    found.push(before && isSameKnown(before, known) ? before : known);
  }
  return found;
}

const isSameKnown = (a: Known, b: Known): boolean =>
  a.open === b.open && a.final.every((bits, at) => bits === b.final[at] && a.sole[at] === b.sole[at]);

/** The first depth from which on no point brings a word or sets a variable that matters to another. */
function firstIndependent(points: readonly (readonly Worded[])[], after: readonly Later[]): number {
  const nothing = after.at(-1)!;
  for (let depth = points.length - 1; depth >= 0; depth -= 1) {
    const [here, later] = [withPoint(points[depth]!, nothing), after[depth + 1]!];
    const sets = points[depth]!.some(({ prepared }) => prepared.exports.some(({ index }) => later.read.includes(index)));
    if (sets || meet(here.brought, later.asked) || meet(later.brought, here.asked)) return depth + 1;
  }
  return 0;
}
