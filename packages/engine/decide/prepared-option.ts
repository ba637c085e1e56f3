import { formula } from '@archwright/kernel';
import { type Demand, DEMAND_VARIABLES, EXPORTED_VARIABLES, type ExportedVariable, type Option } from '@archwright/model';

/** Slots of the value array: demand variables, then exported variables, then one option's parameters and lines. */
const SHARED = [...Object.keys(DEMAND_VARIABLES), ...Object.keys(EXPORTED_VARIABLES)];
const SHARED_SLOTS = new Map(SHARED.map((name, index) => [name, index]));
export const EXPORT_NAMES = Object.keys(EXPORTED_VARIABLES) as ExportedVariable[];
export const EXPORT_SLOTS = EXPORT_NAMES.map((name) => SHARED_SLOTS.get(name)!);
/** More load, more deployables, more copies cost more: only the cache's hit share works the other way. */
export const FAVOURABLE_WHEN_HIGH: readonly ExportedVariable[] = ['cacheHitShare'];

type Compute = (values: Float64Array) => number;

/** An option with its formulas compiled to array reads. */
export interface PreparedOption {
  readonly option: Option;
  /** Indexes into EXPORT_NAMES that its formulas read. */
  readonly reads: readonly number[];
  readonly exports: readonly { readonly index: number; readonly compute: Compute }[];
  readonly size: number;
  readonly parameters: readonly (readonly [slot: number, value: number])[];
  readonly lines: readonly (readonly [slot: number, compute: Compute])[];
  readonly costs: readonly Compute[];
  readonly limits: readonly { readonly demand: Compute; readonly limit: Compute }[];
  readonly latencyP99: Compute;
  readonly availability: Compute;
  readonly build: Compute;
  readonly run: Compute;
}

/** What one option amounts to in one environment. */
export interface Evaluation {
  readonly monthly: number;
  readonly build: number;
  readonly run: number;
  readonly latencyP99: number;
  readonly availability: number;
  /** 36-month total cost of ownership, USD. */
  readonly total: number;
  /** Index of the first limit exceeded, or -1. */
  readonly exceeded: number;
}

const prepared = new WeakMap<Option, PreparedOption>();

/** @throws on a formula that reads a name nobody defines: a bug in the catalogue */
export function prepareOption(option: Option): PreparedOption {
  const known = prepared.get(option);
  if (known) return known;
  const slots = new Map(SHARED_SLOTS);
  const define = (name: string): number => {
    slots.set(name, slots.size);
    return slots.size - 1;
  };
  const used = new Set<string>();
  const compile = (text: string): Compute => {
    const compiled = formula(text);
    for (const name of compiled.names) used.add(name);
    return compiled.bind((name) => {
      const slot = slots.get(name);
      if (slot === undefined) throw new Error(`option ${option.id}: nobody defines "${name}" in "${text}"`);
      return slot;
    });
  };
  const parameters = Object.entries(option.parameters).map(([name, value]) => [define(name), value.likely] as const);
  const lines = option.figures.map((line) => {
    const compute = compile(line.formula);
    return [define(line.id), compute] as const;
  });
  const exports = Object.entries(option.exports ?? {}).map(([name, text]) => ({
    index: EXPORT_NAMES.indexOf(name as ExportedVariable),
    compute: compile(text),
  }));
  const made: PreparedOption = {
    option,
    exports,
    parameters,
    lines,
    costs: option.costs.map((line) => compile(line.formula)),
    limits: option.limits.map((line) => ({ demand: compile(line.demand), limit: compile(line.limit) })),
    latencyP99: option.latency ? compile(option.latency.p99) : () => 0,
    availability: option.availability ? compile(option.availability) : () => 1,
    build: compile(option.build.formula),
    run: compile(option.run.formula),
    reads: EXPORT_NAMES.flatMap((name, index) => (used.has(name) ? [index] : [])),
    size: slots.size,
  };
  prepared.set(option, made);
  return made;
}

/** The shared part of the value array: demand, and exported variables at their neutral defaults. */
export function sharedValues(demand: Demand): Float64Array {
  const values = new Float64Array(SHARED.length);
  Object.keys(DEMAND_VARIABLES).forEach((name, index) => {
    values[index] = demand[name as keyof Demand];
  });
  EXPORT_NAMES.forEach((name, index) => {
    values[EXPORT_SLOTS[index]!] = EXPORTED_VARIABLES[name][2];
  });
  return values;
}

const TOLERANCE = 1e-9;
const HORIZON = SHARED_SLOTS.get('horizonMonths')!;
const HOURLY_RATE = SHARED_SLOTS.get('hourlyRate')!;

/** The value array of one option: shared values, its parameters, its lines. */
export function optionValues(from: PreparedOption, shared: Float64Array): Float64Array {
  const values = new Float64Array(from.size);
  values.set(shared);
  for (const [slot, value] of from.parameters) values[slot] = value;
  for (const [slot, compute] of from.lines) values[slot] = compute(values);
  return values;
}

/** @source total = build × rate + horizon × (infrastructure + run × rate); ADR 0003 */
export function evaluateOption(from: PreparedOption, shared: Float64Array): Evaluation {
  const values = optionValues(from, shared);
  let monthly = 0;
  for (const cost of from.costs) monthly += cost(values);
  const build = from.build(values);
  const run = from.run(values);
  const total = build * shared[HOURLY_RATE]! + shared[HORIZON]! * (monthly + run * shared[HOURLY_RATE]!);
  const exceeded = from.limits.findIndex(({ demand, limit }) => demand(values) > limit(values) * (1 + TOLERANCE) + TOLERANCE);
  return { monthly, build, run, total, exceeded, latencyP99: from.latencyP99(values), availability: from.availability(values) };
}
