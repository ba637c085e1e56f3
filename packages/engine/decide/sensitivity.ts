import { type Figure, seededRandom } from '@archwright/kernel';
import type { Catalogue, Decision, Demand, FlipPoint, Problem } from '@archwright/model';
import { scaleDemand } from '../roadmap/scale-demand.ts';
import type { Workload } from '../workload/workload.ts';
import type { Decided } from './decide.ts';
import type { Candidate } from './search.ts';
import { solve } from './solve.ts';

const DRAWS = 24;
/** On a log scale from 1 to 100 this places a flip within 4 %. */
const BISECTIONS = 7;

/** Adds to each decision how robust it is and at which load, team, budget and latency another option wins. */
export function withSensitivity(decided: Decided, workload: Workload, catalogue: Catalogue, seed: number): readonly Decision[] {
  const shares = robustness(decided, workload, catalogue, seed);
  const flips = flipPoints(decided, catalogue);
  return decided.decisions.map((decision) => ({
    ...decision,
    robustness: { share: shares.get(decision.id) ?? 1, draws: DRAWS },
    flips: flips.get(decision.id) ?? [],
  }));
}

/** A value from the interval, triangular around the likely one. */
function draw({ low, likely, high }: Figure, uniform: number): number {
  if (high <= low) return likely;
  const turn = (likely - low) / (high - low);
  return uniform < turn
    ? low + Math.sqrt(uniform * (high - low) * (likely - low))
    : high - Math.sqrt((1 - uniform) * (high - low) * (high - likely));
}

/** Share of workloads, drawn from the ranges of the demand, in which each choice still wins. One draw moves all loads together. */
function robustness(decided: Decided, workload: Workload, catalogue: Catalogue, seed: number): ReadonlyMap<string, number> {
  const random = seededRandom(seed);
  const wins = new Map<string, number>();
  for (let index = 0; index < DRAWS; index += 1) {
    const load = random();
    const rest = random();
    const demand = Object.fromEntries(
      Object.entries(workload.demand).map(([name, figure]) => [
        name,
        draw(
          figure,
          /^(?:request|record|append|job|search|blob|connections|push|users|daily|egress|ingress|hot|vector)/.test(name)
            ? load
            : rest,
        ),
      ]),
    ) as unknown as Demand;
    const best = solve({ ...decided.posed.problem, demand }, catalogue, [decided.best]);
    for (const { point, option } of decided.best.choices)
      if (best?.choices.some((other) => other.point === point && other.option === option))
        wins.set(point, (wins.get(point) ?? 0) + 1);
  }
  return new Map(decided.best.choices.map(({ point }) => [point, (wins.get(point) ?? 0) / DRAWS]));
}

interface Axis {
  readonly axis: FlipPoint['axis'];
  readonly start: number;
  readonly ends: readonly number[];
  at(value: number): Problem;
}

function axes({ posed: { problem } }: Decided): readonly Axis[] {
  const { demand, constraints } = problem;
  const constrained = (change: object): Problem => ({ ...problem, constraints: { ...constraints, ...change } });
  const withTeam = (people: number): Problem => ({
    ...problem,
    demand: { ...demand, engineers: people },
    constraints: {
      ...constraints,
      ...(constraints.runHours !== undefined && { runHours: (constraints.runHours * people) / demand.engineers }),
      ...(constraints.buildHours !== undefined && { buildHours: (constraints.buildHours * people) / demand.engineers }),
    },
  });
  return [
    { axis: 'load', start: 1, ends: [100, 0.02], at: (factor) => ({ ...problem, demand: scaleDemand(demand, factor) }) },
    { axis: 'team', start: demand.engineers, ends: [Math.max(100, demand.engineers * 4), 1], at: withTeam },
    ...(constraints.latency !== undefined
      ? [
          {
            axis: 'latency' as const,
            start: constraints.latency,
            ends: [constraints.latency / 10],
            at: (latency: number) => constrained({ latency }),
          },
        ]
      : []),
    ...(constraints.budget !== undefined
      ? [
          {
            axis: 'budget' as const,
            start: constraints.budget,
            ends: [constraints.budget / 20],
            at: (budget: number) => constrained({ budget }),
          },
        ]
      : []),
  ];
}

/** What was found at the next values below and above. */
function closest(found: ReadonlyMap<number, Candidate | undefined>, value: number): readonly (Candidate | undefined)[] {
  let [below, above] = [-Infinity, Infinity];
  for (const other of found.keys())
    if (other < value) below = Math.max(below, other);
    else above = Math.min(above, other);
  return [found.get(below), found.get(above)];
}

/** For each decision, the nearest value along each axis at which another option wins, by bisection on a log scale. */
function flipPoints(decided: Decided, catalogue: Catalogue): ReadonlyMap<string, readonly FlipPoint[]> {
  const found = new Map<string, FlipPoint[]>();
  for (const axis of axes(decided)) {
    for (const end of axis.ends) {
      const cache = new Map<number, Candidate | undefined>();
      const at = (value: number): Candidate | undefined => {
        if (!cache.has(value)) cache.set(value, solve(axis.at(value), catalogue, [decided.best, ...closest(cache, value)]));
        return cache.get(value);
      };
      for (const { point, option } of decided.best.choices) {
        const choice = (value: number) => at(value)?.choices.find((one) => one.point === point)?.option;
        const last = choice(end);
        if (!last || last === option) continue;
        let [same, other] = [axis.start, end];
        for (let step = 0; step < BISECTIONS; step += 1) {
          const middle = Math.sqrt(same * other);
          if (choice(middle) === option) same = middle;
          else other = middle;
        }
        const to = choice(other);
        if (to)
          found.set(point, [
            ...(found.get(point) ?? []),
            {
              axis: axis.axis,
              at: axis.axis === 'team' ? Math.round(other) : Number(other.toPrecision(3)),
              to: to.id,
              toName: to.name,
            },
          ]);
      }
    }
  }
  return found;
}
