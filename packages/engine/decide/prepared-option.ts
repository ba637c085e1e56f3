import { formula, oncePer } from '@archwright/kernel';
import { type Demand, DEMAND_VARIABLES, EXPORTED_VARIABLES, type ExportedVariable, type Option } from '@archwright/model';

/** Slots of the value array: demand variables, exported variables, then room for the lines of the option being evaluated. */
const SHARED = [...Object.keys(DEMAND_VARIABLES), ...Object.keys(EXPORTED_VARIABLES)];
const SHARED_SLOTS = new Map(SHARED.map((name, index) => [name, index]));
const MOST_LINES = 64;
export const EXPORT_NAMES = Object.keys(EXPORTED_VARIABLES) as ExportedVariable[];
/** Exported variables stand side by side, in the order of EXPORT_NAMES. */
export const FIRST_EXPORT = Object.keys(DEMAND_VARIABLES).length;
/** More load, more deployables, more copies cost more: only the cache's hit share works the other way. */
export const FAVOURABLE_WHEN_HIGH: readonly ExportedVariable[] = ['cacheHitShare'];

/** What costs less when low and is in service longer when high. */
export const SAFER_WHEN_DEARER: readonly ExportedVariable[] = ['regionCopies'];

type Compute = (values: Float64Array) => number;

/** An option with its formulas compiled to array reads, its parameters folded in. */
export interface PreparedOption {
  readonly option: Option;
  /** Indexes into EXPORT_NAMES that its formulas read. */
  readonly reads: readonly number[];
  readonly exports: readonly { readonly index: number; readonly compute: Compute }[];
  readonly lines: readonly (readonly [slot: number, compute: Compute])[];
  readonly costs: readonly Compute[];
  readonly limits: readonly { readonly demand: Compute; readonly limit: Compute }[];
  readonly latencyP50: Compute;
  readonly latencyP99: Compute;
  readonly availability: Compute;
  readonly build: Compute;
  readonly run: Compute;
}

/** @throws on a formula that reads a name nobody defines, or more lines than the value array has room for: bugs in the catalogue */
export const prepareOption = oncePer((option: Option): PreparedOption => {
  const lineSlots = new Map<string, number>();
  const used = new Set<string>();
  const compile = (text: string): Compute => {
    const compiled = formula(text);
    for (const name of compiled.names) used.add(name);
    return compiled.bind((name) => {
      const slot = lineSlots.get(name);
      if (slot !== undefined) return slot;
      const parameter = option.parameters[name];
      if (parameter) return { constant: parameter.likely };
      const shared = SHARED_SLOTS.get(name);
      if (shared === undefined) throw new Error(`option ${option.id}: nobody defines "${name}" in "${text}"`);
      return shared;
    });
  };
  if (option.figures.length > MOST_LINES) throw new Error(`option ${option.id} has more than ${MOST_LINES} lines`);
  const lines = option.figures.map((line, index) => {
    const compute = compile(line.formula);
    lineSlots.set(line.id, SHARED.length + index);
    return [SHARED.length + index, compute] as const;
  });
  const exports = Object.entries(option.exports ?? {}).map(([name, text]) => ({
    index: EXPORT_NAMES.indexOf(name as ExportedVariable),
    compute: compile(text),
  }));
  return {
    option,
    exports,
    lines,
    costs: option.costs.map((line) => compile(line.formula)),
    limits: option.limits.map((line) => ({ demand: compile(line.demand), limit: compile(line.limit) })),
    latencyP50: option.latency ? compile(option.latency.p50) : () => 0,
    latencyP99: option.latency ? compile(option.latency.p99) : () => 0,
    availability: option.availability ? compile(option.availability) : () => 1,
    build: compile(option.build.formula),
    run: compile(option.run.formula),
    reads: EXPORT_NAMES.flatMap((name, index) => (used.has(name) ? [index] : [])),
  };
});

/** A value array: demand, exported variables at their neutral defaults, and room for one option's lines. */
export function sharedValues(demand: Demand): Float64Array {
  const values = new Float64Array(SHARED.length + MOST_LINES);
  Object.keys(DEMAND_VARIABLES).forEach((name, index) => {
    values[index] = demand[name as keyof Demand];
  });
  EXPORT_NAMES.forEach((name, index) => {
    values[FIRST_EXPORT + index] = EXPORTED_VARIABLES[name][2];
  });
  return values;
}

const TOLERANCE = 1e-9;
export const HORIZON = SHARED_SLOTS.get('horizonMonths')!;
export const HOURLY_RATE = SHARED_SLOTS.get('hourlyRate')!;

/** Writes one option's lines into their room in the value array, where its other formulas read them; returns the array. */
export function withLines(from: PreparedOption, values: Float64Array): Float64Array {
  for (const [slot, compute] of from.lines) values[slot] = compute(values);
  return values;
}

/** Whether a limit of the option is exceeded; its lines stand in the array. */
export function exceeds({ limits }: PreparedOption, index: number, values: Float64Array): boolean {
  const { demand, limit } = limits[index]!;
  return demand(values) > limit(values) * (1 + TOLERANCE) + TOLERANCE;
}

/** The first limit that an option exceeds, or -1. Writes its lines into the value array. */
export function firstExceeded(from: PreparedOption, values: Float64Array): number {
  withLines(from, values);
  for (let index = 0; index < from.limits.length; index += 1) if (exceeds(from, index, values)) return index;
  return -1;
}

/** Puts an option's exports into the value array, for the decisions after it. */
export function applyExports(from: PreparedOption, values: Float64Array): void {
  if (from.exports.length === 0) return;
  withLines(from, values);
  const [first, ...others] = from.exports;
  // One export may read another as it was before.
  const rest = others.map(({ compute }) => compute(values));
  values[FIRST_EXPORT + first!.index] = first!.compute(values);
  others.forEach(({ index }, at) => {
    values[FIRST_EXPORT + index] = rest[at]!;
  });
}
