import { formatNumber, formatQuantity, SECONDS_PER_DAY } from '@archwright/kernel';
import type { Catalogue, Comparison, Option, RoadmapStage } from '@archwright/model';
import type { Decided } from '../decide/decide.ts';
import { compareOutlines, outlineOfCandidate, storedBytes } from '../compare/index.ts';
import type { Candidate } from '../decide/search.ts';
import { solve } from '../decide/solve.ts';
import type { Workload } from '../workload/workload.ts';
import { type Saturation, saturations } from './saturation.ts';
import { fromRunning, scaleProblem } from './scale-demand.ts';

/** Multiples of today's load that every roadmap shows. */
const SHOWN = [10, 100] as const;
const REFINEMENT = 1.05;
const MOST_FLIPS = 4;

interface Stop {
  readonly factor: number;
  readonly candidate: Candidate;
}

const ids = (candidate: Candidate): string => candidate.choices.map(({ option }) => option.id).join();

export interface RoadmapInput {
  readonly decided: Decided;
  readonly workload: Workload;
  readonly catalogue: Catalogue;
  /** ISO date of the design. */
  readonly date: string;
  /** Growth a year as a ratio, where the brief states it. */
  readonly growth?: number;
}

/**
 * The sequence of best designs along the growth path: today, where a decision flips, 10 and 100 times the load. Each is the
 * best to reach from the one before: what runs is built, and what changes has to be moved.
 */
export function planRoadmap(input: RoadmapInput): readonly RoadmapStage[] {
  const { decided } = input;
  const stops: Stop[] = [{ factor: 1, candidate: decided.best }];
  for (const shown of SHOWN) {
    const path = along(stops.at(-1)!, shown, (from, factor) => bestFrom(from.candidate, factor, input));
    if (path.length === 0) break;
    stops.push(...path);
  }
  const limits = saturations(decided.best, decided.posed.problem);
  return stops.map((stop, index) => stageOf(stop, stops[index - 1], limits, input));
}

function bestFrom(running: Candidate, factor: number, { decided, catalogue }: RoadmapInput): Candidate | undefined {
  const problem = fromRunning(scaleProblem(decided.posed.problem, factor), running, catalogue.decisionPoints);
  return solve(problem, catalogue, [running]);
}

/** Stops from one to a multiple of the load: the first factor at which leaving pays or must be, then on from there. */
function along(from: Stop, end: number, best: (from: Stop, factor: number) => Candidate | undefined): readonly Stop[] {
  const found: Stop[] = [];
  let current = from;
  for (let step = 0; step < MOST_FLIPS; step += 1) {
    const last = best(current, end);
    if (!last) return found;
    if (ids(last) === ids(current.candidate)) return [...found, { factor: end, candidate: last }];
    let [below, above] = [current.factor, end];
    while (above / below > REFINEMENT) {
      const middle = Math.sqrt(below * above);
      const candidate = best(current, middle);
      if (candidate && ids(candidate) === ids(current.candidate)) below = middle;
      else above = middle;
    }
    const next = best(current, above);
    if (!next || above >= end / REFINEMENT) return [...found, { factor: end, candidate: last }];
    current = { factor: above, candidate: next };
    found.push(current);
  }
  const last = best(current, end);
  return last ? [...found, { factor: end, candidate: last }] : found;
}

function stageOf(stop: Stop, before: Stop | undefined, limits: readonly Saturation[], input: RoadmapInput): RoadmapStage {
  const { workload, date, growth } = input;
  const { factor, candidate } = stop;
  const fees = workload.fees.reduce((sum, { monthly }) => sum + monthly.likely, 0);
  const comparison = before && compareStops(before, stop, input, fees);
  const changes = before ? changesBetween(before.candidate, candidate) : [];
  const load = `${mainVolume(workload, factor)}${formatQuantity(workload.demand.requestPeak.likely * factor, '1/s')} requests at peak`;
  const passed = before
    ? limits.filter(
        (limit) =>
          limit.factor > before.factor &&
          limit.factor <= factor * REFINEMENT &&
          changes.some(({ from }) => from.id === limit.option),
      )
    : [];
  const saturates = passed[0] ?? (before ? undefined : limits[0]);
  const reached = growth && growth > 0 && factor > 1 ? dateAfter(date, Math.log(factor) / Math.log(1 + growth)) : undefined;
  return {
    id: `stage-${formatNumber(Number(factor.toPrecision(3))).replace(/\D/g, '-')}`,
    title: titleOf(stop),
    factor,
    load,
    trigger:
      factor === 1
        ? 'today'
        : saturates
          ? `${saturates.optionName} reaches its limit “${saturates.limit}” at ${formatNumber(Number(saturates.factor.toPrecision(3)))} × today’s load`
          : changes.length > 0
            ? `from here the new choices cost less over the horizon`
            : 'the same parts carry it, larger',
    ...(saturates && {
      saturates: `${saturates.optionName}: ${saturates.limit} at ${formatNumber(Number(saturates.factor.toPrecision(3)))} × today`,
    }),
    ...(reached && { reachedOn: reached }),
    ...(factor > 1 && {
      alert: `sum(rate(http_requests_total[5m])) > ${Math.round(workload.demand.requestPeak.likely * factor * 0.8 * 100) / 100}`,
    }),
    changes: changes.map(({ point, from, to }) => ({
      decision: point,
      from: from.name,
      to: to.name,
      because: reasonFor(from, to, passed),
    })),
    resizes: (comparison?.changes ?? []).flatMap((change) =>
      change.kind === 'resized' ? [`${change.name}: ${change.before} → ${change.after}`] : [],
    ),
    migration: comparison?.migration ?? [],
    monthlyCost: candidate.monthly + fees * factor,
    monthlyCostBefore: before ? before.candidate.monthly + fees * before.factor : candidate.monthly + fees * factor,
  };
}

/** The volume the brief states, at a multiple: "10 million a day: accept one notification". */
function mainVolume({ operations }: Workload, factor: number): string {
  const main = operations.find(({ stated }) => stated);
  return main
    ? `${formatQuantity(Math.round(main.mean.likely * SECONDS_PER_DAY * factor), 'count')} a day of “${main.definition.summary.toLowerCase()}”; `
    : '';
}

const reasonFor = (from: Option, to: Option, passed: readonly Saturation[]): string => {
  const limit = passed.find(({ option }) => option === from.id);
  return limit ? `its limit “${limit.limit}” is reached` : `${to.name} has the lower total cost from here`;
};

function changesBetween(before: Candidate, after: Candidate) {
  return after.choices.flatMap(({ point, option: to }) => {
    const from = before.choices.find((choice) => choice.point === point)?.option;
    return from && from !== to ? [{ point, from, to }] : [];
  });
}

/** The two stages as outlines: what was built at the one before is not built again. */
function compareStops(before: Stop, stop: Stop, { workload, catalogue }: RoadmapInput, fees: number): Comparison {
  const bytesIn = storedBytes((name) => workload.demand[name].likely * before.factor);
  const outline = (one: Stop, running?: Candidate) =>
    outlineOfCandidate(titleOf(one), one.candidate, catalogue, { fees: fees * one.factor, bytesIn, ...(running && { running }) });
  return compareOutlines(outline(before), outline(stop, before.candidate), catalogue);
}

const titleOf = ({ factor }: Stop): string => (factor === 1 ? 'now' : `${formatNumber(Number(factor.toPrecision(3)))} × today`);

function dateAfter(date: string, years: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + years * 365.25 * 86_400_000).toISOString().slice(0, 10);
}
