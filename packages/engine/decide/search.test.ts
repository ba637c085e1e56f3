import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Option, Problem } from '@archwright/model';
import { p99OfMoments, pathMoments } from '@archwright/simulation';
import { applyExports, prepareOption, sharedValues } from './prepared-option.ts';
import { PinnedAnswers } from './pinned-answers.ts';
import { Solver } from './search.ts';
import { openSpace } from './space.ts';
import { evaluateOption } from './testing/evaluate-option.ts';
import { demandOf, type OptionSketch, problemOf, sketchOption } from './testing/small-space.ts';

const POINTS = ['pattern', 'compute', 'cache', 'queue', 'primary-store', 'observability'] as const;
const brings = (option: Option) => [option.id, ...option.tags, ...option.provides];

/** Every combination, the plain way: what the search must agree with. */
function bruteForce(options: readonly Option[], problem: Problem): number | undefined {
  const points = POINTS.map((point) => options.filter(({ decision }) => decision === point)).filter((list) => list.length > 0);
  let best: number | undefined;
  const combine = (index: number, chosen: readonly Option[]): void => {
    if (index < points.length) return points[index]!.forEach((option) => combine(index + 1, [...chosen, option]));
    const words = new Set(chosen.flatMap(brings));
    if (chosen.some(({ requires }) => requires.some((word) => !words.has(word)))) return;
    if (chosen.some((one) => chosen.some((other) => other !== one && one.conflicts.some((word) => brings(other).includes(word)))))
      return;
    const values = sharedValues(problem.demand);
    const sums = { value: 0, monthly: 0, run: 0, mean: 0, variance: 0, storeMean: 0, storeVariance: 0, availability: 1 };
    for (const option of chosen) {
      const prepared = prepareOption(option);
      const one = evaluateOption(prepared, values);
      if (one.exceeded >= 0) return;
      applyExports(prepared, values);
      sums.value += one.total + 0.01 * option.parts;
      sums.monthly += one.monthly;
      sums.run += one.run;
      const { mean, variance } = pathMoments({ p50: one.latencyP50, p99: one.latencyP99 });
      if (option.decision === 'cache' || option.decision === 'primary-store') {
        sums.storeMean = Math.max(sums.storeMean, mean);
        sums.storeVariance = Math.max(sums.storeVariance, variance);
      } else {
        sums.mean += mean;
        sums.variance += variance;
      }
      sums.availability *= one.availability;
    }
    const { rpo = Infinity, rto = Infinity } = problem.constraints;
    if (chosen.some(({ recovery }) => (recovery?.lost?.likely ?? 0) > rpo || (recovery?.back.likely ?? 0) > rto)) return;
    const { budget = Infinity, runHours = Infinity, latency = Infinity, availability = 0 } = problem.constraints;
    if (
      sums.monthly > budget + 1e-9 ||
      sums.run > runHours + 1e-9 ||
      p99OfMoments({ mean: sums.mean + sums.storeMean, variance: sums.variance + sums.storeVariance }) > latency + 1e-9 ||
      -Math.log(sums.availability) > -Math.log(availability) + 1e-9
    )
      return;
    if (best === undefined || sums.value < best) best = sums.value;
  };
  combine(0, []);
  return best;
}

const words = ['a', 'b', 'c'];
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const sketch = (decision: (typeof POINTS)[number], id: string): fc.Arbitrary<OptionSketch> =>
  (fc.record as (model: Record<string, fc.Arbitrary<unknown>>) => fc.Arbitrary<unknown>)({
    id: fc.constant(id),
    decision: fc.constant(decision),
    price: fc.integer({ min: 0, max: 500 }),
    pricePerRate: fc.integer({ min: 0, max: 20 }),
    run: fc.integer({ min: 0, max: 30 }),
    latency: fc.double({ min: 0, max: 0.2, noNaN: true }),
    tail: fc.constantFrom(1, 1, 3, 20),
    availability: fc.constantFrom(0.99, 0.995, 0.999, 0.9999, 1),
    limit: some(fc.integer({ min: 1, max: 40 })).map((value) => value ?? 1e9),
    lost: some(fc.constantFrom(0, 300)),
    back: some(fc.constantFrom(60, 3_600)),
    parts: fc.integer({ min: 0, max: 3 }),
    tags: fc.subarray(words),
    requires: fc.subarray(words, { maxLength: 1 }),
    conflicts: fc.subarray(['x-0', 'x-1', 'a'], { maxLength: decision === 'cache' ? 1 : 0 }),
    ...(decision === 'pattern'
      ? {
          exports: fc
            .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
            .map(([count, copies]) => ({ deployables: String(count), regionCopies: String(copies) })),
        }
      : {
          copied: fc.boolean(),
          times: fc
            .constantFrom('deployables' as const, 'networkHops' as const)
            .map((name) => (decision === 'primary-store' ? ('deployables' as const) : name)),
        }),
  }) as fc.Arbitrary<OptionSketch>;
const space = fc
  .tuple(
    ...POINTS.flatMap((point) => [0, 1, 2].map((index) => some(sketch(point, `${point === 'queue' ? 'x' : point}-${index}`)))),
  )
  .map((list) => list.filter((one) => one !== undefined).map(sketchOption));
const limits = fc.record({
  budget: some(fc.integer({ min: 0, max: 3_000 })),
  runHours: some(fc.integer({ min: 0, max: 90 })),
  latency: some(fc.double({ min: 0, max: 0.5, noNaN: true })),
  availability: some(fc.constantFrom(0.98, 0.995, 0.999)),
  rpo: some(fc.constantFrom(0, 300, 86_400)),
  rto: some(fc.constantFrom(30, 60, 3_600)),
});
const asProblem = (found: Partial<Record<string, number | undefined>>, load: number): Problem =>
  problemOf(demandOf({ requestPeak: load }), {
    constraints: {
      ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
      prohibited: [],
      pinned: [],
    },
  });
const solve = (options: readonly Option[], problem: Problem) => new Solver(openSpace(problem, { options }), problem).best();
const value = (found: ReturnType<typeof solve>) => found && found.total + 0.01 * found.parts;

test('the search finds what brute force finds', () => {
  fc.assert(
    fc.property(space, limits, fc.integer({ min: 1, max: 30 }), (options, found, load) => {
      const problem = asProblem(found, load);
      const [searched, forced] = [value(solve(options, problem)), bruteForce(options, problem)];
      if (forced === undefined) expect(searched).toBeUndefined();
      else expect(searched).toBeCloseTo(forced, 4);
    }),
    { numRuns: 400 },
  );
});

test('more load never costs less, a tighter limit never less, another option never more', () => {
  fc.assert(
    fc.property(
      space,
      limits,
      fc.integer({ min: 1, max: 20 }),
      sketch('cache', 'cache-9').map(sketchOption),
      (options, found, load, extra) => {
        const now = value(solve(options, asProblem(found, load))) ?? Infinity;
        expect(value(solve(options, asProblem(found, load + 5))) ?? Infinity).toBeGreaterThanOrEqual(now - 1e-6);
        const tighter = {
          ...found,
          budget: (found.budget ?? 4_000) * 0.7,
          availability: Math.max(found.availability ?? 0, 0.995),
          rpo: Math.min(found.rpo ?? Infinity, 60),
          rto: Math.min(found.rto ?? Infinity, 600),
        };
        expect(value(solve(options, asProblem(tighter, load))) ?? Infinity).toBeGreaterThanOrEqual(now - 1e-6);
        if (options.some(({ decision }) => decision === 'cache'))
          expect(value(solve([...options, extra], asProblem(found, load))) ?? Infinity).toBeLessThanOrEqual(now + 1e-6);
      },
    ),
    { numRuns: 200 },
  );
});

test('the same problem gives the same choices, whatever the order of the options', () => {
  fc.assert(
    fc.property(space, fc.integer({ min: 1, max: 30 }), (options, load) => {
      const ids = (list: readonly Option[]) => solve(list, asProblem({}, load))?.choices.map(({ option }) => option.id);
      expect(ids([...options].reverse())).toEqual(ids(options));
    }),
    { numRuns: 100 },
  );
});

test('settling one option finds what searching a space with only that option finds', () => {
  fc.assert(
    fc.property(space, limits, fc.integer({ min: 1, max: 30 }), fc.nat(), (options, found, load, pick) => {
      const only = options[pick % Math.max(1, options.length)];
      if (!only) return;
      const problem = asProblem(found, load);
      const settled = new Solver(openSpace(problem, { options }), problem).pinned(only.decision, only.id)?.best();
      const alone = solve(
        options.filter(({ decision, id }) => decision !== only.decision || id === only.id),
        problem,
      );
      if (!alone) expect(settled).toBeUndefined();
      else expect(value(settled)).toBeCloseTo(value(alone)!, 4);
    }),
    { numRuns: 300 },
  );
});

test('every option, settled on its own, costs what brute force finds for it', () => {
  fc.assert(
    fc.property(space, limits, fc.integer({ min: 1, max: 30 }), (options, found, load) => {
      const problem = asProblem(found, load);
      const solver = new Solver(openSpace(problem, { options }), problem);
      const best = solver.best();
      const answers = best && new PinnedAnswers(best);
      for (const only of options) {
        const forced = bruteForce(
          options.filter(({ decision, id }) => decision !== only.decision || id === only.id),
          problem,
        );
        const alone = solver.pinned(only.decision, only.id);
        // On its own, and with what the search for the options before it found.
        for (const settled of [value(alone?.best()), ...(answers ? [value(alone && answers.find(only, alone))] : [])])
          if (forced === undefined) expect(settled).toBeUndefined();
          else expect(settled).toBeCloseTo(forced, 4);
      }
    }),
    { numRuns: 150 },
  );
});

test('a design that is near changes the effort and never the answer', () => {
  let [stayed, left] = [0, 0];
  fc.assert(
    fc.property(
      space,
      limits,
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 1, max: 30 }),
      (options, found, before, load) => {
        const near = solve(options, asProblem({}, before))?.choices;
        if (!near) return;
        const problem = asProblem(found, load);
        const solver = () => new Solver(openSpace(problem, { options }), problem);
        const ids = (one: ReturnType<typeof solve>) => one?.choices.map(({ option }) => option.id);
        const best = solver().best();
        expect(ids(solver().best({ near: [near] }))).toEqual(ids(best));
        const preferred = solver().best({ near: [near], prefersNear: true });
        if (best) expect(value(preferred)).toBeCloseTo(value(best)!, 6);
        else expect(preferred).toBeUndefined();
        const stays = solver().isBest(near);
        const alone = bruteForce(
          near.map(({ option }) => option),
          problem,
        );
        expect(stays).toBe(best !== undefined && alone !== undefined && alone <= value(best)! + 1e-6);
        if (stays) stayed += 1;
        else left += 1;
      },
    ),
    { numRuns: 800 },
  );
  expect(Math.min(stayed, left)).toBeGreaterThan(20);
});

test('a price on a limit changes the effort and never the answer', () => {
  let priced = 0;
  fc.assert(
    fc.property(space, limits, fc.integer({ min: 6, max: 8 }), (options, found, unpricedNodes) => {
      const problem = asProblem(found, 10);
      const solver = new Solver(openSpace(problem, { options }), problem);
      const [searched, forced] = [value(solver.best({ unpricedNodes })), bruteForce(options, problem)];
      if (solver.nodes > unpricedNodes) priced += 1;
      if (forced === undefined) expect(searched).toBeUndefined();
      else expect(searched).toBeCloseTo(forced, 4);
    }),
    { numRuns: 2_000 },
  );
  expect(priced).toBeGreaterThan(20);
});

test('a latency limit counts the slowest store once', () => {
  const store = (decision: 'cache' | 'primary-store') => sketchOption({ id: decision, decision, latency: 0.1 });
  const options = [store('cache'), store('primary-store'), sketchOption({ id: 'path', decision: 'pattern', latency: 0.05 })];
  expect(solve(options, asProblem({ latency: 0.15 }, 1))?.latencyP99).toBeCloseTo(0.15, 9);
  expect(solve(options, asProblem({ latency: 0.149 }, 1))).toBeUndefined();
});

test('a cheaper beginning does not stand in for one that leaves more of a limit', () => {
  const options = [
    sketchOption({ id: 'cheap', decision: 'pattern', price: 1, run: 8 }),
    sketchOption({ id: 'light', decision: 'pattern', price: 2, run: 1, build: 1_000 }),
    sketchOption({ id: 'fast', decision: 'queue', run: 4 }),
    sketchOption({ id: 'slow', decision: 'queue', latency: 0.2 }),
  ];
  const ids = solve(options, asProblem({ runHours: 10, latency: 0.1 }, 1))?.choices.map(({ option }) => option.id);
  expect(ids).toEqual(['light', 'fast']);
});
