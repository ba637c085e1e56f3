/// <reference types="vite/types/importMeta.d.ts" />
import { type Dimension, dimensionOf, exactly, type Fact, formula, type Interval, sameDimension } from '@archwright/kernel';
import { CAPABILITIES, DEMAND_VARIABLES, DECISION_POINTS, EXPORTED_VARIABLES, type ExportedVariable, type Option } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from './index.ts';
import { keyFormulasOf } from './key-formulas.ts';

/** The laws every entry obeys, whoever wrote it. Each collects all violations, so that one run shows the whole list. */
const { technologies, options, archetypes, mechanisms, failureModes, compliance, decisionPoints } = catalogue;

const files = Object.entries(
  import.meta.glob<{ id: string }>(['./{technologies,options,archetypes,mechanisms,failure-modes,compliance}/**/*.ts', '!./**/*.test.ts', '!./**/shared/**'], { eager: true, import: 'default' }),
);
const kinds = { technologies, options, archetypes, mechanisms, 'failure-modes': failureModes, compliance } as const;
const idsOf = (entries: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id));
const repeated = (words: readonly string[]): readonly string[] => words.filter((word, index) => words.indexOf(word) !== index);
const none = (violations: readonly string[]): void => expect(violations).toEqual([]);

describe('identity', () => {
  test('a file is named after its entry, in the folder of its kind or decision point', () => {
    none(files.flatMap(([path, { id }]) => (path.endsWith(`/${id}.ts`) ? [] : [`${path} holds ${id}`])));
    none(options.flatMap(({ id, decision }) => (files.some(([path]) => path === `./options/${decision}/${id}.ts`) ? [] : [`${id} is not under ${decision}`])));
  });
  test('the registry holds every file, and ids are unique within a kind', () => {
    for (const [kind, entries] of Object.entries(kinds)) {
      expect([kind, entries.length]).toEqual([kind, files.filter(([path]) => path.startsWith(`./${kind}/`)).length]);
      none(repeated(entries.map(({ id }) => id)));
    }
  });
});

describe('references', () => {
  const known = { technology: idsOf(technologies), failureMode: idsOf(failureModes), mechanism: idsOf(mechanisms) };
  const missing = (owner: string, wanted: readonly string[], among: ReadonlySet<string>): string[] =>
    wanted.flatMap((id) => (among.has(id) ? [] : [`${owner}: ${id}`]));
  const brought = new Set(options.flatMap(({ id, tags, provides }) => [id, ...tags, ...provides]));

  test('options name technologies of the catalogue', () => none(options.flatMap(({ id, technologies: used }) => missing(id, used, known.technology))));
  test('a technology is an option of some decision, or says why it is none', () => {
    const named = new Set(options.flatMap(({ technologies: used }) => used));
    none(technologies.flatMap(({ id, knowledgeOnly }) => (named.has(id) === (knowledgeOnly === undefined) ? [] : [id])));
    none(technologies.flatMap(({ id, knowledgeOnly }) => (knowledgeOnly === undefined || knowledgeOnly.length > 40 ? [] : [id])));
  });
  test('what is no option any more is still described: limits, or the deprecation', () => {
    none(technologies.flatMap(({ id, knowledgeOnly, limits, deprecations }) => (knowledgeOnly === undefined || Object.keys(limits).length + deprecations.length > 0 ? [] : [id])));
  });
  test('technologies name failure modes, alternatives and successors of the catalogue', () => {
    none(technologies.flatMap(({ id, failureModes: modes }) => missing(id, modes, known.failureMode)));
    none(technologies.flatMap((one) => missing(one.id, [...one.alternatives, ...(one.replacedBy ?? []), ...one.migrationPaths.map(({ to }) => to)], known.technology)));
    none(technologies.flatMap(({ id, alternatives }) => (alternatives.includes(id) ? [id] : [])));
  });
  test('archetypes name mechanisms and failure modes of the catalogue', () => {
    none(archetypes.flatMap((one) => missing(one.id, one.mechanisms, known.mechanism)));
    none(archetypes.flatMap((one) => missing(one.id, one.risks.flatMap(({ failureModes: modes }) => modes), known.failureMode)));
  });
  test('what an option requires or excludes is brought by some option', () => {
    none(options.flatMap(({ id, requires }) => missing(id, requires, brought)));
    none(options.flatMap(({ id, conflicts }) => missing(id, conflicts, brought)));
  });
  test('no option excludes what it brings or requires', () => {
    none(options.flatMap(({ id, tags, provides, requires, conflicts }) => conflicts.filter((word) => [id, ...tags, ...provides, ...requires].includes(word)).map((word) => `${id}: ${word}`)));
  });
  test('compliance regimes and mechanisms ask for capabilities that exist', () => {
    none(compliance.flatMap((one) => missing(one.id, one.requires, new Set(Object.keys(CAPABILITIES)))));
    none(mechanisms.flatMap((one) => missing(one.id, one.when.needs ?? [], new Set(Object.keys(CAPABILITIES)))));
  });
});

const DATED = /^(?:\d{4}(?:-\d{2}){0,2}|undated)$/;
const isFact = (value: unknown): value is Fact => typeof value === 'object' && value !== null && 'likely' in value && 'label' in value;

/** Every fact below a value, with its path. */
function* factsIn(value: unknown, path: string): Generator<readonly [path: string, fact: Fact]> {
  if (isFact(value)) yield [path, value];
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* factsIn(inner, `${path}.${key}`);
}
/** Every object that claims to be a source below a value. */
function* sourcesIn(value: unknown, path: string): Generator<readonly [path: string, source: Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if ('asOf' in value) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* sourcesIn(inner, `${path}.${key}`);
}

describe('numbers', () => {
  const facts = files.flatMap(([path, entry]) => [...factsIn(entry, path)]);
  test('there are thousands of them, each with a source or a reason', () => {
    expect(facts.length).toBeGreaterThan(2_000);
    none(facts.flatMap(([path, { source, assumption }]) => ((source === undefined) === ((assumption?.trim().length ?? 0) < 8) ? [path] : [])));
  });
  test('each is an interval in a unit that exists', () => {
    none(facts.flatMap(([path, { low, likely, high, unit }]) => (low <= likely && likely <= high && dimensionOf(unit) ? [] : [`${path}: ${low} ${likely} ${high}`])));
  });
  test('each source has a title and a date', () => {
    const sources = files.flatMap(([path, entry]) => [...sourcesIn(entry, path)]);
    none(sources.flatMap(([path, { title, asOf }]) => (typeof title === 'string' && title.length > 3 && DATED.test(String(asOf)) ? [] : [`${path}: ${String(asOf)}`])));
  });
  test('no source is dated after the month the catalogue speaks of', () => {
    const sources = files.flatMap(([path, entry]) => [...sourcesIn(entry, path)]);
    none(sources.flatMap(([path, { asOf }]) => (asOf !== 'undated' && String(asOf).slice(0, 7) > catalogue.asOf.slice(0, 7) ? [`${path}: ${String(asOf)}`] : [])));
  });
});

/** Names an option's formulas may read, in order of definition, with their units. */
const SHARED_UNITS = new Map<string, string>(
  [...Object.entries(DEMAND_VARIABLES), ...Object.entries(EXPORTED_VARIABLES)].map(([name, [unit]]) => [name, unit]),
);
function unitsFor(option: Option, lines: number): ReadonlyMap<string, string> {
  const own = Object.entries(option.parameters).map(([name, { unit }]) => [name, unit] as const);
  return new Map([...SHARED_UNITS, ...(option.keyStore ? ENTITY_UNITS : []), ...own, ...option.figures.slice(0, lines).map(({ id, unit }) => [id, unit] as const)]);
}
const reads = (units: ReadonlyMap<string, string>) => (name: string): Dimension => {
  const unit = units.get(name);
  if (unit === undefined) throw new Error(`nobody defines ${name}`);
  return dimensionOf(unit);
};
/** What is wrong with one formula, or nothing. A bare 0 fits every unit. */
function formulaProblem(where: string, text: string, unit: string, units: ReadonlyMap<string, string>): string[] {
  if (text.trim() === '0') return [];
  try {
    return sameDimension(formula(text).dimension(reads(units)), dimensionOf(unit)) ? [] : [`${where}: ${text} is not ${unit}`];
  } catch (error) {
    return [`${where}: ${String(error)}`];
  }
}
/** What formulas of cached records read besides. */
const ENTITY_UNITS: readonly (readonly [name: string, unit: string])[] = [['entityReads', '1/s'], ['entityHotBytes', 'B'], ['entityRowBytes', 'B'], ['entityPageBytes', 'B']];
const keyStoreFormulas = ({ keyStore }: Option): (readonly [text: string, unit: string])[] => [
  ...(keyStore?.perKey === undefined ? [] : [[keyStore.perKey, '1/s'] as const]),
  ...(keyStore?.bytes === undefined ? [] : [[keyStore.bytes, 'B'] as const]),
  ...[...(keyStore?.keys ?? []), ...(keyStore?.recordKeys ?? []), ...(keyStore?.pageKeys ?? [])].flatMap(keyFormulasOf),
];
/** Every formula of an option with the unit it must have; figures see earlier figures only. */
const formulasOf = (option: Option): (readonly [where: string, text: string, unit: string, lines: number])[] => {
  const all = option.figures.length;
  return [
    ...option.figures.map(({ id, formula: text, unit }, index) => [`figure ${id}`, text, unit, index] as const),
    ...option.costs.map(({ id, formula: text, unit }) => [`cost ${id}`, text, unit, all] as const),
    ...(option.station ? [['servers', option.station.servers, 'count', all] as const, ['utilisation', option.station.utilisation, 'ratio', all] as const, ['service', option.station.service, 's', all] as const] : []),
    ...option.limits.flatMap(({ id, demand, limit, unit }) => [[`demand ${id}`, demand, unit, all] as const, [`limit ${id}`, limit, unit, all] as const]),
    ...(option.latency ? [['p50', option.latency.p50, 's', all] as const, ['p99', option.latency.p99, 's', all] as const] : []),
    ...(option.availability === undefined ? [] : [['availability', option.availability, 'ratio', all] as const]),
    ['build', option.build.formula, 'h', all] as const,
    ['run', option.run.formula, 'h/month', all] as const,
    ...(option.partition ? [['one key value', option.partition.perKey, '1/s', all] as const] : []),
    ...(option.partition?.perQueue === undefined ? [] : [['one queue', option.partition.perQueue, '1/s', all] as const]),
    ...keyStoreFormulas(option).map(([text, unit]) => ['keys', text, unit, all] as const),
    ...Object.entries(option.exports ?? {}).map(([name, text]) => [`export ${name}`, text, EXPORTED_VARIABLES[name as ExportedVariable][0], all] as const),
  ];
};

test('formulas of options read what is defined before them, in the unit they claim', () => {
  none(options.flatMap((option) => formulasOf(option).flatMap(([where, text, unit, lines]) => formulaProblem(`${option.id} ${where}`, text, unit, unitsFor(option, lines)))));
});
test('no name is defined twice, and every parameter is read', () => {
  none(options.flatMap((option) => repeated([...SHARED_UNITS.keys(), ...Object.keys(option.parameters), ...option.figures.map(({ id }) => id)]).map((name) => `${option.id}: ${name}`)));
  none(options.flatMap((option) => repeated([...option.costs, ...option.limits].map(({ id }) => id).filter((id, index, all) => all.indexOf(id) === index)).map((name) => `${option.id}: ${name}`)));
  none(options.flatMap((option) => {
    const read = new Set(formulasOf(option).flatMap(([, text]) => formula(text).names));
    return Object.keys(option.parameters).flatMap((name) => (read.has(name) ? [] : [`${option.id}: ${name}`]));
  }));
});

type Environment = ReadonlyMap<string, Interval>;
/** Constants of the calculation: they are not load. */
const CONSTANTS: Record<string, number> = {
  horizonMonths: 36, hourlyRate: 100, secondsPerMonth: 2_628_000, headroom: 0.6, oneSecond: 1, oneByte: 1, oneHour: 1, onePerMonth: 1,
};
/** Places and people, and properties of one request: they are not how much there is to do. */
const NOT_LOAD = new Set(['peakFactor', 'latencyTarget', 'busyShare', 'farRoundTrip', 'regions', 'engineers', 'contexts', 'eventConsumers', 'tenants']);
const LOAD = Object.keys(DEMAND_VARIABLES).filter((name) => !(name in CONSTANTS) && !NOT_LOAD.has(name));
const EXPORTED = Object.keys(EXPORTED_VARIABLES) as ExportedVariable[];
const RISING = EXPORTED.filter((name) => name !== 'cacheHitShare');

const magnitude = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true }).map((power) => 10 ** power);
/** Where a variable's values lie, in its unit; loads are 0 as often as one time in eight. */
function valuesOf(name: string): fc.Arbitrary<number> {
  const [unit] = DEMAND_VARIABLES[name as keyof typeof DEMAND_VARIABLES];
  const given: Record<string, fc.Arbitrary<number>> = {
    peakFactor: fc.double({ min: 1, max: 20, noNaN: true }), busyShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    cpuPerRequest: magnitude(-4, -1), jobSeconds: magnitude(-3, 3), farRoundTrip: magnitude(-3, 0), latencyTarget: magnitude(-3, 2),
    engineers: fc.integer({ min: 1, max: 200 }), contexts: fc.integer({ min: 1, max: 12 }), regions: fc.integer({ min: 1, max: 5 }),
    appendRowBytes: magnitude(0, 5), jobBytes: magnitude(0, 5), tenants: magnitude(0, 4), eventConsumers: fc.integer({ min: 0, max: 20 }),
    aggregationScanRows: magnitude(0, 9),
  };
  const wide: Record<string, fc.Arbitrary<number>> = { '1/s': magnitude(-4, 6), B: magnitude(0, 15), 'B/s': magnitude(0, 9), count: magnitude(0, 9), s: magnitude(-3, 2) };
  return given[name] ?? fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 7, arbitrary: wide[unit] ?? magnitude(-2, 2) });
}
const EXPORTED_VALUES: Record<ExportedVariable, fc.Arbitrary<number>> = {
  deployables: fc.integer({ min: 1, max: 60 }), networkHops: fc.integer({ min: 0, max: 6 }), cacheHitShare: fc.double({ min: 0, max: 0.99, noNaN: true }),
  cpuFactor: fc.double({ min: 0.3, max: 4, noNaN: true }), computeIdle: fc.constantFrom(0, 1), storeWritesExtra: magnitude(-3, 4),
  appendOnPrimary: fc.constantFrom(0, 1), regionCopies: fc.double({ min: 1, max: 5, noNaN: true }),
};
const environments: fc.Arbitrary<Record<string, number>> = fc.record({
  ...Object.fromEntries(Object.keys(DEMAND_VARIABLES).filter((name) => !(name in CONSTANTS)).map((name) => [name, valuesOf(name)])),
  ...EXPORTED_VALUES,
}) as fc.Arbitrary<Record<string, number>>;

const idle: Record<string, number> = {
  ...Object.fromEntries(Object.keys(DEMAND_VARIABLES).map((name) => [name, 0])), ...CONSTANTS,
  peakFactor: 1, engineers: 1, contexts: 1, regions: 1, tenants: 1, latencyTarget: 1, busyShare: 1,
  ...Object.fromEntries(EXPORTED.map((name) => [name, EXPORTED_VARIABLES[name][2]])),
};
/** A peak is not below its mean: samples are put in order, as the workload does. */
function consistent(values: Record<string, number>): Record<string, number> {
  const sample: Record<string, number> = { ...values, ...CONSTANTS };
  for (const name of Object.keys(sample)) if (name.endsWith('Mean')) {
    const peak = name.replace(/Mean$/, 'Peak');
    if (peak in sample) sample[peak] = Math.max(sample[peak]!, sample[name]!);
  }
  sample['egressPeak'] = Math.max(sample['egressPeak']!, sample['egressBytes']!);
  return sample;
}

/** All names of an option in one environment, parameters and figures as intervals. */
function known(option: Option, sample: Record<string, number>): Environment {
  const names = new Map<string, Interval>(Object.entries(sample).map(([name, value]) => [name, exactly(value)]));
  for (const [name, value] of Object.entries(option.parameters)) names.set(name, value);
  for (const line of option.figures) names.set(line.id, formula(line.formula).evaluateInterval((name) => names.get(name)!));
  return names;
}
const intervalOf = (text: string, names: Environment): Interval => formula(text).evaluateInterval((name) => names.get(name)!);
const likelyOf = (text: string, names: Environment): number => formula(text).evaluate((name) => names.get(name)!.likely);

/** What must not be negative and must not fall as load rises. */
const burdensOf = (option: Option): (readonly [where: string, text: string])[] => [
  ...option.costs.map(({ id, formula: text }) => [`cost ${id}`, text] as const),
  ['build', option.build.formula] as const,
  ['run', option.run.formula] as const,
];
const demandsOf = (option: Option): (readonly [where: string, text: string])[] => option.limits.map(({ id, demand }) => [`demand ${id}`, demand] as const);

/** First violation of each option and formula over a set of samples: one line each, with the numbers that show it. */
function violations(samples: readonly Record<string, number>[], check: (option: Option, sample: Record<string, number>) => readonly (readonly [where: string, shown: string])[]): readonly string[] {
  const found = new Map<string, string>();
  for (const sample of samples)
    for (const option of options)
      for (const [where, shown] of check(option, sample)) {
        const key = `${option.id} ${where}`;
        if (!found.has(key)) found.set(key, `${key}: ${shown}`);
      }
  return [...found.values()];
}
const samples = [idle, ...fc.sample(environments, { numRuns: 60, seed: 20_261_122 }).map(consistent)];

test('costs and hours are intervals of numbers that are not negative, at any load', () => {
  none(violations(samples, (option, sample) => {
    const names = known(option, sample);
    return burdensOf(option).flatMap(([where, text]) => {
      const { low, likely, high } = intervalOf(text, names);
      return low >= 0 && low <= likely && likely <= high && Number.isFinite(high) ? [] : [[where, `${low} ${likely} ${high}`] as const];
    });
  }));
});

test('demands on a limit, times and exports are finite and not negative', () => {
  none(violations(samples, (option, sample) => {
    const names = known(option, sample);
    const texts = [...demandsOf(option), ...Object.entries(option.exports ?? {}), ...(option.latency ? [['p50', option.latency.p50] as const, ['p99', option.latency.p99] as const] : [])];
    return texts.flatMap(([where, text]) => {
      const { low, likely, high } = intervalOf(text, names);
      return low >= 0 && low <= likely && likely <= high && Number.isFinite(high) ? [] : [[where, `${low} ${likely} ${high}`] as const];
    });
  }));
});

test('the median is not above the slowest hundredth', () => {
  none(violations(samples, (option, sample) => {
    if (!option.latency) return [];
    const names = known(option, sample);
    const [p50, p99] = [likelyOf(option.latency.p50, names), likelyOf(option.latency.p99, names)];
    return p50 <= p99 * (1 + 1e-9) ? [] : [['latency', `${p50} above ${p99}`] as const];
  }));
});

test('availability lies above 0 and not above 1, and more copies do not lower it', () => {
  none(violations(samples, (option, sample) => {
    if (option.availability === undefined) return [];
    const { low, likely, high } = intervalOf(option.availability, known(option, sample));
    const more = likelyOf(option.availability, known(option, { ...sample, regionCopies: sample['regionCopies']! + 1 }));
    return low > 0 && high <= 1 && more >= likely - 1e-12 ? [] : [['availability', `${low} ${likely} ${high}, with one copy more ${more}`] as const];
  }));
});

/** Names a formula reads through the option's figures. */
function readsOf(option: Option, text: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const line = option.figures.find(({ id }) => id === name);
    for (const inner of line ? formula(line.formula).names : []) visit(inner);
  };
  for (const name of formula(text).names) visit(name);
  return seen;
}

/** Formulas whose value moves the wrong way when one variable is raised. */
function falling(variables: readonly string[], raise: (name: string, value: number) => number): readonly string[] {
  return violations(samples, (option, sample) => {
    const before = known(option, sample);
    return variables.flatMap((name) => {
      const raised = raise(name, sample[name]!);
      const touched = [...burdensOf(option), ...demandsOf(option)].filter(([, text]) => readsOf(option, text).has(name));
      if (raised === sample[name] || touched.length === 0) return [];
      const after = known(option, { ...sample, [name]: raised });
      return touched.flatMap(([where, text]) => {
        const [less, more] = [likelyOf(text, before), likelyOf(text, after)];
        return more >= less - 1e-9 * Math.max(1, Math.abs(less)) ? [] : [[`${where} in ${name}`, `${less} at ${sample[name]}, ${more} at ${raised}`] as const];
      });
    });
  });
}

test('more load never costs less, asks for less work or weighs less on a limit', () => none(falling(LOAD, (_, value) => (value > 0 ? value * 1.7 : 1))));
test('more parts, hops, CPU, writes or copies never cost less', () => none(falling(RISING, (name, value) => (name === 'computeIdle' || name === 'appendOnPrimary' ? 1 : value * 1.4 + 0.5))));
test('a better cache never costs more', () => none(falling(['cacheHitShare'], (_, value) => value * 0.7)));

test('a limit is a property of the option: it reads neither load nor what other options export', () => {
  none(options.flatMap((option) => option.limits.flatMap(({ id, limit }) => [...readsOf(option, limit)].filter((name) => LOAD.includes(name) || name in EXPORTED_VARIABLES).map((name) => `${option.id} ${id}: ${name}`))));
});

describe('decision points', () => {
  test('are those of the model, each with options', () => {
    expect(decisionPoints.map(({ id }) => id).sort()).toEqual([...DECISION_POINTS].sort());
    none(decisionPoints.flatMap(({ id }) => (options.filter(({ decision }) => decision === id).length >= 2 ? [] : [id])));
    none(options.flatMap(({ id, decision }) => (decisionPoints.some((point) => point.id === decision) ? [] : [id])));
  });
  test('that are optional can be left out at no cost', () => {
    const isNone = ({ parts, technologies: used, costs, requires }: Option): boolean => parts === 0 && used.length === 0 && costs.length === 0 && requires.length === 0;
    none(decisionPoints.flatMap(({ id, optional }) => (!optional || id === 'edge' || options.some((option) => option.decision === id && isNone(option)) ? [] : [id])));
  });
  // Without an edge network bytes still leave the provider, at its price: one such option for each provider.
  test('without an edge network, every provider has a direct way out', () => {
    const providers = options.filter(({ decision }) => decision === 'provider').map(({ id }) => `provider:${id}`);
    const direct = options.filter(({ decision, parts, technologies: used }) => decision === 'edge' && parts === 0 && used.length === 0);
    none(providers.filter((provider) => !direct.some(({ requires }) => requires.length === 1 && requires[0] === provider)));
  });
  test('every option has parts, words for what is gained, given up and undone', () => {
    none(options.flatMap((option) => (Number.isInteger(option.parts) && option.parts >= 0 && [option.gains, option.gives, option.rollback, option.summary].every((text) => text.length > 10) ? [] : [option.id])));
  });
  test('no two options of a point describe themselves in the same words', () => {
    none(decisionPoints.flatMap(({ id }) => {
      const here = options.filter(({ decision }) => decision === id);
      return [...repeated(here.map(({ name }) => name)), ...repeated(here.map(({ summary }) => summary))].map((text) => `${id}: ${text}`);
    }));
  });
});

test('no option recommends what its maker has given up', () => {
  const gone = new Map(technologies.filter(({ status }) => status !== 'active').map(({ id, status }) => [id, status]));
  none(options.flatMap(({ id, technologies: used }) => used.flatMap((technology) => (gone.has(technology) ? [`${id}: ${technology} is ${gone.get(technology)}`] : []))));
  none(technologies.flatMap(({ id, status, replacedBy }) => (status !== 'active' && !replacedBy?.length ? [`${id} has no successor`] : [])));
});

describe('what can stand together', () => {
  const standing = (compute: Option, other: Option): boolean => {
    const words = new Set([compute.id, ...compute.tags, ...compute.provides, ...compute.requires]);
    return !other.conflicts.some((word) => words.has(word)) && !other.requires.some((word) => /^(?:provider|platform|runtime|zones|pattern):/.test(word) && !words.has(word));
  };
  const functions = options.filter(({ decision, tags }) => decision === 'compute' && tags.includes('platform:serverless-functions'));
  const queues = options.filter(({ decision, provides }) => decision === 'queue' && provides.includes('work-queue'));

  test('functions have no process that polls, holds connections or keeps memory', () => {
    // Words of options whose consumers or answers live in a process that stays up.
    const resident = ['queue:redis', 'queue:nats', 'push:own', 'stream:nats', 'stream:database'];
    const selfRun = (option: Option): boolean => option.decision === 'queue' && option.tags.includes('self-run');
    const needsProcess = options.filter((option) => selfRun(option) || option.tags.some((tag) => resident.includes(tag)) || ['jobs-table', 'pg-boss', 'in-process-cache', 'prefix-index', 'keycloak'].includes(option.id));
    expect(needsProcess.length).toBeGreaterThan(20);
    none(functions.flatMap((compute) => needsProcess.filter((option) => standing(compute, option)).map(({ id }) => `${compute.id} with ${id}`)));
  });
  test('every function platform has a work queue that calls it', () => {
    none(functions.filter((compute) => !queues.some((queue) => standing(compute, queue))).map(({ id }) => id));
  });
  test('every place with processes that stay up has a work queue', () => {
    const processes = options.filter(({ decision, tags }) => decision === 'compute' && tags.includes('platform:processes'));
    none(processes.filter((compute) => !queues.some((queue) => standing(compute, queue))).map(({ id }) => id));
  });
  test('files on a server’s own disk stand on one machine', () => {
    const onDisk = options.filter(({ id }) => ['sqlite', 'server-disk', 'valkey-on-app-server', 'postgresql-on-app-server'].includes(id));
    expect(onDisk.length).toBe(4);
    none(onDisk.flatMap(({ id, requires }) => (requires.includes('platform:virtual-machines') && requires.includes('zones:one') ? [] : [id])));
  });
  test('edge isolates take web-standard code only', () => {
    const edge = options.filter(({ decision, tags }) => decision === 'compute' && tags.includes('platform:edge-functions'));
    none(edge.flatMap(({ id, requires }) => (requires.includes('runtime:web-standard') ? [] : [id])));
    expect(options.filter(({ decision, tags }) => decision === 'language' && tags.includes('runtime:web-standard')).map(({ id }) => id)).toEqual(['hono']);
  });
  test('tools of Kubernetes stand on Kubernetes', () => {
    none(options.filter(({ tags, requires }) => tags.includes('delivery:gitops') && !requires.includes('platform:kubernetes')).map(({ id }) => id));
  });
  test('a service that is managed by a provider is reached from it, unless it is independent of all', () => {
    const independent = /^(?:mongodb-atlas|neon|planetscale|turso|upstash|r2|clickhouse-cloud|grafana|confluent|auth0|clerk|sentry|github-actions)/;
    none(options.filter(({ decision, id, tags, requires }) => decision !== 'provider' && tags.includes('managed') && !requires.some((word) => word.startsWith('provider:')) && !independent.test(id)).map(({ id }) => id));
  });
});
