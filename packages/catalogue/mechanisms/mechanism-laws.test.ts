/// <reference types="vite/types/importMeta.d.ts" />
import { dimensionOf, exactly, type Fact, formula, type Interval, sameDimension } from '@archwright/kernel';
import { CAPABILITIES, DEMAND_VARIABLES, type Demand, type DemandVariable, type Mechanism } from '@archwright/model';
import * as fc from 'fast-check';
import { parse } from 'libpg-query';
import { describe, expect, test } from 'vitest';
import { keyFormulasOf } from '../key-formulas.ts';

const files = import.meta.glob<Mechanism>(['./*.ts', '!./*.test.ts'], { eager: true, import: 'default' });
const mechanisms = Object.entries(files).map(([path, entry]) => ({ ...entry, file: path.slice(2, -3) }));

const DATED = /^(?:\d{4}(?:-\d{2}){0,2}|undated)$/;
/** Constants of the calculation: set in every demand. */
const CONSTANTS: Partial<Demand> = {
  horizonMonths: 36, hourlyRate: 100, secondsPerMonth: 2_628_000, headroom: 0.6, oneSecond: 1, oneByte: 1, oneHour: 1, onePerMonth: 1, peakFactor: 3,
};
/** Formulas of what is kept in memory, each with the unit it must have. */
const keyFormulas = ({ inMemory }: Mechanism): (readonly [text: string, unit: string])[] =>
  (inMemory && 'elsewhere' in inMemory ? [] : (inMemory ?? [])).flatMap(keyFormulasOf);
const variables = Object.keys(DEMAND_VARIABLES) as DemandVariable[];
const demandOf = (values: Partial<Demand>): Demand =>
  ({ ...Object.fromEntries(variables.map((name) => [name, 0])), ...CONSTANTS, ...values }) as Demand;

/** Arithmetic, not judgement: unit conversions, bytes of a number, base62, geometry of hexagons, guards against division by zero. */
const ARITHMETIC = new Set([0, 1, 2, 3, 4, 8, 12, 24, 30, 60, 62, 365, 3600, 86_400, 31_536_000, 1.5, 0.001, 0.000_001]);

/** Computed lines in order, as the engine evaluates them: demand, own parameters with their bounds, earlier lines. */
function evaluate(mechanism: Mechanism, demand: Demand): (name: string) => Interval {
  const known = new Map<string, Interval>(Object.entries(demand).map(([name, value]) => [name, exactly(value)]));
  for (const [name, fact] of Object.entries(mechanism.parameters)) known.set(name, fact);
  const read = (name: string): Interval => known.get(name) ?? exactly(Number.NaN);
  for (const line of mechanism.computed) known.set(line.id, formula(line.formula).evaluateInterval(read));
  return read;
}
const calledFor = (mechanism: Mechanism, read: (name: string) => Interval): number =>
  formula(mechanism.when.formula ?? '1').evaluate((name) => read(name).likely);

const textsOf = (mechanism: Mechanism): string[] => [
  mechanism.problem, mechanism.structure, ...mechanism.steps, mechanism.tradeOff,
  mechanism.rejected.alternative, mechanism.rejected.because, mechanism.edgeCase.case, mechanism.edgeCase.cure,
];

/** Names of state as code has them: snake case, `in code`, or a tuple of columns. */
const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .replaceAll(/\{\{\w+\}\}/g, '')
      .match(/`[^`]+`|\b[a-z]+(?:_[a-z]+)+\b|\([a-z][\w ]{0,30}(?:, [\w ]{1,30}){1,12}\)/g)
      ?.flatMap((found) => (found.startsWith('(') ? found.slice(1, -1).split(', ') : [found])),
  ),
];

test('there are enough of them, with distinct names', () => {
  expect(mechanisms.length).toBeGreaterThanOrEqual(45);
  expect(new Set(mechanisms.map((one) => one.name)).size).toBe(mechanisms.length);
});

describe.each(mechanisms.map((one) => [one.id, one] as const))('%s', (id, mechanism) => {
  test('is named after its file and complete', () => {
    expect(mechanism.file).toBe(id);
    expect(mechanism.steps.length).toBeGreaterThanOrEqual(4);
    expect(mechanism.steps.length).toBeLessThanOrEqual(8);
    expect(mechanism.computed.length).toBeGreaterThanOrEqual(2);
    expect(mechanism.sources.length).toBeGreaterThan(0);
    for (const need of mechanism.when.needs ?? []) expect(Object.keys(CAPABILITIES)).toContain(need);
    expect(mechanism.when.needs?.length || mechanism.when.formula).toBeTruthy();
  });

  test('every formula reads only what is known before it, in the unit it claims', () => {
    const units = new Map<string, string>(variables.map((name) => [name, DEMAND_VARIABLES[name][0]]));
    const read = (name: string) => {
      const unit = units.get(name);
      if (unit === undefined) throw new Error(`${name} is unknown here`);
      return dimensionOf(unit);
    };
    for (const [name, fact] of Object.entries(mechanism.parameters)) {
      expect(units.has(name), name).toBe(false);
      units.set(name, fact.unit);
    }
    if (mechanism.when.formula) formula(mechanism.when.formula).dimension(read);
    for (const line of mechanism.computed) {
      expect(units.has(line.id), line.id).toBe(false);
      expect(sameDimension(formula(line.formula).dimension(read), dimensionOf(line.unit)), line.id).toBe(true);
      units.set(line.id, line.unit);
    }
    for (const [text, unit] of keyFormulas(mechanism)) expect(sameDimension(formula(text).dimension(read), dimensionOf(unit)), text).toBe(true);
    if (mechanism.cachedFor !== undefined) expect(units.get(mechanism.cachedFor)).toBe('s');
  });

  test('every parameter is used, and has a source or a reason', () => {
    const used = new Set([mechanism.when.formula ?? '0', ...mechanism.computed.map((line) => line.formula), ...keyFormulas(mechanism).map(([text]) => text)].flatMap((text) => formula(text).names));
    for (const [name, fact] of Object.entries<Fact>(mechanism.parameters)) {
      expect(used, name).toContain(name);
      expect(fact.low <= fact.likely && fact.likely <= fact.high, name).toBe(true);
      expect(fact.source ? DATED.test(fact.source.asOf) : (fact.assumption?.length ?? 0) > 10, name).toBe(true);
    }
    for (const source of mechanism.sources) expect(source.asOf).toMatch(DATED);
  });

  test('a number in a formula is arithmetic; a judgement is a parameter', () => {
    for (const text of [mechanism.when.formula ?? '0', ...mechanism.computed.map((line) => line.formula), ...keyFormulas(mechanism).map(([text]) => text)])
      for (const [number] of text.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?/g)) expect(ARITHMETIC.has(Number(number)), text).toBe(true);
  });

  test('the text quotes figures by placeholder and has no number of its own', () => {
    const known = new Set<string>([...variables, ...mechanism.computed.map((line) => line.id)]);
    for (const text of textsOf(mechanism)) {
      for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) expect(known, text).toContain(name);
      const bare = text.replaceAll(/\{\{\w+\}\}|`[^`]*`/g, '');
      expect(bare, text).not.toMatch(/(?<![\w.-])\d/);
      expect(bare, text).not.toMatch(/[{}]/);
    }
    expect(textsOf(mechanism).join(' ').match(/\{\{/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
  });

  test('at least two parameters follow from the load, not from assumptions alone', () => {
    const fromLoad = new Set<string>(variables.filter((name) => !(name in CONSTANTS)));
    for (const line of mechanism.computed) if (formula(line.formula).names.some((name) => fromLoad.has(name))) fromLoad.add(line.id);
    expect(mechanism.computed.filter((line) => fromLoad.has(line.id)).length).toBeGreaterThanOrEqual(2);
  });

  test('structure and steps name what they touch: columns, keys, settings', () => {
    const named = namesIn(`${mechanism.structure} ${mechanism.steps.join(' ')}`);
    expect(named.length, named.join(', ')).toBeGreaterThanOrEqual(3);
    expect(namesIn(mechanism.structure).length, mechanism.structure).toBeGreaterThanOrEqual(1);
  });

  test('the trade-off has a figure', () => expect(mechanism.tradeOff).toMatch(/\{\{\w+\}\}/));

  test('a quoted rate carries its own “per second”', () => {
    const rates = new Set([
      ...variables.filter((name) => DEMAND_VARIABLES[name][0] === '1/s'),
      ...mechanism.computed.filter((line) => line.unit === '1/s').map((line) => line.id),
    ] as string[]);
    for (const text of textsOf(mechanism))
      for (const [, name] of text.matchAll(/\{\{(\w+)\}\}[^.;:,{]{0,40} (?:a|per) second/g)) expect(rates.has(name!), text).toBe(false);
  });

  test('computed lines are finite and not negative for any demand', () => {
    const check = (demand: Demand): void => {
      const read = evaluate(mechanism, demand);
      for (const line of mechanism.computed) {
        const { low, likely, high } = read(line.id);
        expect(low >= 0 && low <= likely && likely <= high && Number.isFinite(high), `${line.id} = ${low} ${likely} ${high}`).toBe(true);
      }
      expect(calledFor(mechanism, read)).not.toBeNaN();
    };
    check(demandOf({}));
    const free = variables.filter((name) => !(name in CONSTANTS));
    const magnitude = fc.oneof(fc.constant(0), fc.double({ min: -3, max: 9, noNaN: true }).map((power) => 10 ** power));
    fc.assert(
      fc.property(fc.array(magnitude, { minLength: free.length, maxLength: free.length }), (values) =>
        check(demandOf(Object.fromEntries(free.map((name, index) => [name, values[index]!])))),
      ),
      { numRuns: 50 },
    );
  });
});

const idle = demandOf({});
test.each(mechanisms.filter((one) => one.when.formula).map((one) => [one.id, one] as const))('%s is not called for by an idle system', (_, one) => {
  expect(calledFor(one, evaluate(one, idle))).toBeLessThanOrEqual(0);
});

test.each(mechanisms.filter((one) => one.snippet?.language === 'sql').map((one) => [one.id, one.snippet!.code] as const))(
  'the SQL of %s parses as PostgreSQL 18',
  async (_, code) => {
    expect((await parse(code)).stmts?.length).toBeGreaterThan(0);
  },
);
