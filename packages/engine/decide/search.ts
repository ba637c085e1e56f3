import type { Constraints, DecisionPointId, Option, Problem } from '@archwright/model';
import { EXPORT_NAMES, EXPORT_SLOTS, type Evaluation, evaluateOption, FAVOURABLE_WHEN_HIGH, optionValues, type PreparedOption, sharedValues } from './prepared-option.ts';
import type { Space } from './space.ts';

/** A whole design: one option per point, with what it amounts to. */
export interface Candidate {
  readonly choices: readonly { readonly point: DecisionPointId; readonly option: Option; readonly evaluation: Evaluation }[];
  /** 36-month total cost of ownership, USD. */
  readonly total: number;
  readonly monthly: number;
  readonly build: number;
  readonly run: number;
  readonly latencyP99: number;
  readonly availability: number;
  readonly parts: number;
}

export type CrossConstraint = 'budget' | 'runHours' | 'buildHours' | 'availability' | 'latency';

export interface SearchRequest {
  readonly pin?: { readonly point: DecisionPointId; readonly option: string };
  /** Cross constraints to leave out: to find which of them stands in the way. */
  readonly relax?: readonly CrossConstraint[];
  /** What is made small; `total` unless a limit is being explored. */
  readonly objective?: 'total' | 'monthly' | 'run' | 'build' | 'unavailability' | 'latencyP99';
}

/** Ties go to fewer moving parts: a part counts as this much, less than any price difference a reader would notice. */
const PART_WEIGHT = 0.01;
const EPSILON = 1e-9;

interface Sums {
  total: number;
  monthly: number;
  build: number;
  run: number;
  latencyP99: number;
  logAvailability: number;
  parts: number;
}
const NOTHING: Sums = { total: 0, monthly: 0, build: 0, run: 0, latencyP99: 0, logAvailability: 0, parts: 0 };

const plus = (sums: Sums, evaluation: Evaluation, parts: number): Sums => ({
  total: sums.total + evaluation.total,
  monthly: sums.monthly + evaluation.monthly,
  build: sums.build + evaluation.build,
  run: sums.run + evaluation.run,
  latencyP99: sums.latencyP99 + evaluation.latencyP99,
  logAvailability: sums.logAvailability + Math.log(evaluation.availability),
  parts: sums.parts + parts,
});

const objectiveOf = (sums: Sums, objective: SearchRequest['objective'] = 'total'): number => {
  if (objective === 'total') return sums.total + PART_WEIGHT * sums.parts;
  if (objective === 'unavailability') return -sums.logAvailability;
  return sums[objective];
};

/**
 * Exact search over one problem's space: depth first, cheapest option first, cut where an admissible bound (the sum of what
 * each open point costs at least) shows that nothing better can follow. Evaluations are shared between searches.
 */
export class Solver {
  readonly #space: Space;
  readonly #constraints: Constraints;
  readonly #anywhere: readonly string[];
  readonly #shared: Float64Array;
  readonly #evaluations = new Map<PreparedOption, Map<string, Evaluation>>();
  readonly #bounds = new Map<string, readonly Sums[]>();
  readonly #lastBringer = new Map<string, number>();
  readonly #favourable: Float64Array;
  /** Nodes visited so far, over all searches: how the cost of search is reported. */
  nodes = 0;

  constructor(space: Space, problem: Problem) {
    this.#space = space;
    this.#constraints = problem.constraints;
    this.#anywhere = problem.anywhere;
    this.#shared = sharedValues(problem.demand);
    space.points.forEach(({ options }, index) => {
      for (const { option } of options) for (const word of bringsOf(option)) this.#lastBringer.set(word, index);
    });
    this.#favourable = this.#favourableExports();
  }

  /** The best candidate, or undefined when nothing is feasible. */
  best(request: SearchRequest = {}): Candidate | undefined {
    const { points } = this.#space;
    const relaxed = new Set(request.relax);
    const limit = (name: CrossConstraint): number | undefined => (relaxed.has(name) ? undefined : this.#constraints[name]);
    const limits = {
      monthly: limit('budget') ?? Infinity, run: limit('runHours') ?? Infinity, build: limit('buildHours') ?? Infinity,
      latencyP99: limit('latency') ?? Infinity, logAvailability: Math.log(limit('availability') ?? 0),
    };
    const breaks = (sums: Sums): boolean =>
      sums.monthly > limits.monthly + EPSILON || sums.run > limits.run + EPSILON || sums.build > limits.build + EPSILON ||
      sums.latencyP99 > limits.latencyP99 + EPSILON || sums.logAvailability < limits.logAvailability - EPSILON;

    let best: { value: number; chosen: readonly PreparedOption[]; sums: Sums } | undefined;
    const values = this.#shared.slice();
    const chosen: PreparedOption[] = [];
    const present = new Map<string, number>();
    const excluded = new Map<string, number>();
    /** Words awaited, by the last point that can bring them. */
    const awaited: string[][] = points.map(() => []);

    for (const word of this.#anywhere) {
      const last = this.#lastBringer.get(word);
      if (last === undefined) return undefined;
      awaited[last]!.push(word);
    }

    const visit = (depth: number, sums: Sums): void => {
      this.nodes += 1;
      if (depth === points.length) {
        const value = objectiveOf(sums, request.objective);
        if (!best || value < best.value - EPSILON) best = { value, chosen: [...chosen], sums };
        return;
      }
      const rest = this.#boundFrom(depth + 1, chosen, values);
      for (const { prepared, evaluation } of this.#ordered(depth, values, request)) {
        const next = plus(sums, evaluation, prepared.option.parts);
        const reach = addSums(next, rest);
        if (breaks(reach) || (best && objectiveOf(reach, request.objective) >= best.value - EPSILON)) continue;
        const undo = this.#enter(prepared, depth, present, excluded, awaited, values);
        if (!undo) continue;
        chosen.push(prepared);
        visit(depth + 1, next);
        chosen.pop();
        undo();
      }
    };
    visit(0, NOTHING);
    return best && this.#candidate(best.chosen, best.sums);
  }

  /** One option in the environment of a design: for the verdicts. */
  evaluateIn(candidate: Candidate, prepared: PreparedOption): Evaluation {
    return this.#evaluate(prepared, this.valuesOf(candidate, prepared.option.decision));
  }

  /** The shared values of a design, without the exports of one point. */
  valuesOf(candidate: Candidate, without?: DecisionPointId): Float64Array {
    const values = this.#shared.slice();
    for (const { point, option } of candidate.choices) {
      const prepared = this.#space.points.find(({ id }) => id === point)?.options.find((other) => other.option === option);
      if (prepared && point !== without) applyExports(prepared, values);
    }
    return values;
  }

  #ordered(depth: number, values: Float64Array, { pin, objective = 'total' }: SearchRequest) {
    const { id, options } = this.#space.points[depth]!;
    const allowed = pin?.point === id ? options.filter(({ option }) => option.id === pin.option) : options;
    return allowed
      .map((prepared) => ({ prepared, evaluation: this.#evaluate(prepared, values) }))
      .filter(({ evaluation }) => evaluation.exceeded < 0)
      .sort((a, b) => objectiveOf(plus(NOTHING, a.evaluation, a.prepared.option.parts), objective) - objectiveOf(plus(NOTHING, b.evaluation, b.prepared.option.parts), objective) || (a.prepared.option.id < b.prepared.option.id ? -1 : 1));
  }

  /** Adds an option's tags, conflicts, requirements and exports; returns how to take them back, or undefined where it cannot stand. */
  #enter(prepared: PreparedOption, depth: number, present: Map<string, number>, excluded: Map<string, number>, awaited: string[][], values: Float64Array): (() => void) | undefined {
    const { option } = prepared;
    const brought = bringsOf(option);
    if (brought.some((word) => excluded.get(word)) || option.conflicts.some((word) => present.get(word))) return undefined;
    const has = (word: string) => (present.get(word) ?? 0) > 0 || brought.includes(word);
    const open = option.requires.filter((word) => !has(word));
    if (open.some((word) => (this.#lastBringer.get(word) ?? -1) <= depth) || awaited[depth]!.some((word) => !has(word))) return undefined;
    const saved = EXPORT_SLOTS.map((slot) => values[slot]!);
    for (const word of brought) present.set(word, (present.get(word) ?? 0) + 1);
    for (const word of option.conflicts) excluded.set(word, (excluded.get(word) ?? 0) + 1);
    for (const word of open) awaited[this.#lastBringer.get(word)!]!.push(word);
    applyExports(prepared, values);
    return () => {
      for (const word of brought) present.set(word, present.get(word)! - 1);
      for (const word of option.conflicts) excluded.set(word, excluded.get(word)! - 1);
      for (const word of open) awaited[this.#lastBringer.get(word)!]!.pop();
      EXPORT_SLOTS.forEach((slot, index) => {
        values[slot] = saved[index]!;
      });
    };
  }

  #evaluate(prepared: PreparedOption, values: Float64Array): Evaluation {
    let known = this.#evaluations.get(prepared);
    if (!known) this.#evaluations.set(prepared, (known = new Map()));
    const key = prepared.reads.map((index) => values[EXPORT_SLOTS[index]!]).join();
    let found = known.get(key);
    if (!found) known.set(key, (found = evaluateOption(prepared, values)));
    return found;
  }

  /** The least that the points from `depth` on add, each on its own, with undecided exports at their most favourable. */
  #boundFrom(depth: number, chosen: readonly PreparedOption[], values: Float64Array): Sums {
    const provider = chosen.flatMap(({ option }) => option.tags.filter((tag) => tag.startsWith('provider:'))).join();
    const decided = EXPORT_SLOTS.map((slot, index) => (this.#decidesExport(depth, index) ? values[slot] : this.#favourable[index]));
    const key = `${depth}|${provider}|${decided.join()}`;
    let sums = this.#bounds.get(key);
    if (!sums) {
      const optimistic = values.slice();
      EXPORT_SLOTS.forEach((slot, index) => {
        optimistic[slot] = decided[index]!;
      });
      sums = [this.#space.points.slice(depth).reduce((sum, point) => addSums(sum, this.#least(point.options, provider, optimistic)), NOTHING)];
      this.#bounds.set(key, sums);
    }
    return sums[0]!;
  }

  #least(options: readonly PreparedOption[], provider: string, values: Float64Array): Sums {
    const least: Sums = { total: Infinity, monthly: Infinity, build: Infinity, run: Infinity, latencyP99: Infinity, logAvailability: -Infinity, parts: Infinity };
    for (const prepared of options) {
      const foreign = provider !== '' && prepared.option.requires.some((word) => word.startsWith('provider:') && !provider.split(',').includes(word));
      if (foreign) continue;
      const one = plus(NOTHING, this.#evaluate(prepared, values), prepared.option.parts);
      for (const name of ['total', 'monthly', 'build', 'run', 'latencyP99', 'parts'] as const) least[name] = Math.min(least[name], one[name]);
      least.logAvailability = Math.max(least.logAvailability, one.logAvailability);
    }
    return least;
  }

  /** Whether every point that could set this export comes before `depth`. */
  #decidesExport(depth: number, index: number): boolean {
    return this.#space.points.slice(depth).every(({ options }) => options.every(({ exports }) => exports.every((one) => one.index !== index)));
  }

  #favourableExports(): Float64Array {
    const favourable = new Float64Array(EXPORT_NAMES.length);
    EXPORT_NAMES.forEach((name, index) => {
      const found = this.#space.points.flatMap(({ options }) =>
        options.flatMap((prepared) => prepared.exports.filter((one) => one.index === index).map((one) => one.compute(optionValues(prepared, this.#shared)))),
      );
      const all = [this.#shared[EXPORT_SLOTS[index]!]!, ...found];
      favourable[index] = FAVOURABLE_WHEN_HIGH.includes(name) ? Math.max(...all) : Math.min(...all);
    });
    return favourable;
  }

  #candidate(chosen: readonly PreparedOption[], sums: Sums): Candidate {
    const values = this.#shared.slice();
    const choices = chosen.map((prepared, index) => {
      const evaluation = this.#evaluate(prepared, values);
      applyExports(prepared, values);
      return { point: this.#space.points[index]!.id, option: prepared.option, evaluation };
    });
    const { total, monthly, build, run, latencyP99, parts } = sums;
    return { choices, total, monthly, build, run, latencyP99, parts, availability: Math.exp(sums.logAvailability) };
  }
}

const bringsOf = (option: Option): readonly string[] => [option.id, ...option.tags, ...option.provides];

function applyExports(prepared: PreparedOption, values: Float64Array): void {
  if (prepared.exports.length === 0) return;
  const own = optionValues(prepared, values);
  for (const { index, compute } of prepared.exports) values[EXPORT_SLOTS[index]!] = compute(own);
}

const addSums = (a: Sums, b: Sums): Sums => ({
  total: a.total + b.total,
  monthly: a.monthly + b.monthly,
  build: a.build + b.build,
  run: a.run + b.run,
  latencyP99: a.latencyP99 + b.latencyP99,
  logAvailability: a.logAvailability + b.logAvailability,
  parts: a.parts + b.parts,
});
