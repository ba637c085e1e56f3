import { assumption } from '@archwright/kernel';
import {
  type Capability,
  type DecisionPointId,
  type Demand,
  DEMAND_VARIABLES,
  type ExportedVariable,
  type Option,
  type Problem,
} from '@archwright/model';

/** A demand of nothing but the constants: tests set what they need. */
export const demandOf = (values: Partial<Demand> = {}): Demand => ({
  ...(Object.fromEntries(Object.keys(DEMAND_VARIABLES).map((name) => [name, 0])) as unknown as Demand),
  horizonMonths: 36,
  hourlyRate: 100,
  secondsPerMonth: 2_628_000,
  headroom: 0.65,
  oneSecond: 1,
  oneByte: 1,
  oneHour: 1,
  onePerMonth: 1,
  requestPeak: 10,
  ...values,
});

export interface OptionSketch {
  readonly id: string;
  readonly decision: DecisionPointId;
  /** USD/month, fixed and for each request/s at peak. */
  readonly price?: number;
  readonly pricePerRate?: number;
  readonly run?: number;
  readonly build?: number;
  readonly latency?: number;
  /** p99 of its time ÷ its median. */
  readonly tail?: number;
  readonly availability?: number;
  readonly limit?: number;
  readonly parts?: number;
  readonly tags?: readonly string[];
  readonly provides?: readonly Capability[];
  readonly requires?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly exports?: Partial<Record<ExportedVariable, string>>;
  /** Exported variable its price is multiplied by. */
  readonly times?: ExportedVariable;
  /** What the loss of its server costs: data gone and time until it serves again, s. */
  readonly lost?: number;
  readonly back?: number;
  /** Every region has one: more regions cost more and fail less. */
  readonly copied?: boolean;
}

/** An option of the real shape from the few numbers a test cares about. */
export function sketchOption(sketch: OptionSketch): Option {
  const {
    id,
    decision,
    price = 0,
    pricePerRate = 0,
    run = 0,
    build = 0,
    latency = 0,
    tail = 1,
    availability = 1,
    limit,
    times,
    copied = false,
    lost,
    back,
    exports,
  } = sketch;
  const amount = (value: number, unit: string) => assumption('test', value, unit, 'test');
  return {
    id,
    decision,
    name: id,
    summary: id,
    technologies: [id],
    provides: sketch.provides ?? [],
    requires: sketch.requires ?? [],
    tags: sketch.tags ?? [],
    conflicts: sketch.conflicts ?? [],
    parameters: {
      price: amount(price, 'USD/month'),
      rate: amount(pricePerRate, 'USD*s/month'),
      runs: amount(run, 'h/month'),
      builds: amount(build, 'h'),
      slow: amount(latency, 's'),
      tail: amount(tail, 'ratio'),
      up: amount(availability, 'ratio'),
      most: amount(limit ?? 0, '1/s'),
    },
    ...(exports && { exports }),
    figures: [],
    costs: [
      {
        id: 'all',
        label: 'all',
        unit: 'USD/month',
        dimension: 'base',
        formula: `(price + rate * requestPeak)${times ? ` * ${times}` : ''}${copied ? ' * regionCopies' : ''}`,
      },
    ],
    limits:
      limit === undefined
        ? []
        : [{ id: 'most', label: 'requests', unit: '1/s', demand: 'requestPeak', limit: 'most', why: 'test' }],
    latency: { p50: 'slow / tail', p99: 'slow' },
    ...(back !== undefined && {
      recovery: { back: amount(back, 's'), ...(lost !== undefined && { lost: amount(lost, 's') }) },
    }),
    availability: copied ? '1 - pow(1 - up, regionCopies)' : 'up',
    build: { formula: 'builds', reason: 'test' },
    run: { formula: 'runs', reason: 'test' },
    parts: sketch.parts ?? 1,
    gains: '',
    gives: '',
    rollback: '',
  };
}

export const problemOf = (demand: Demand, change: Partial<Problem> = {}): Problem => ({
  demand,
  needs: {},
  anywhere: [],
  absent: [],
  constraints: { prohibited: [], pinned: [] },
  ...change,
});
