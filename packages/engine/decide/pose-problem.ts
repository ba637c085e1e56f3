import {
  type Capability,
  type Catalogue,
  type DecisionPointId,
  type Demand,
  type DemandVariable,
  type Option,
  type Pin,
  PLACES,
  type Problem,
  type Prohibition,
  type Reading,
  type Requirement,
} from '@archwright/model';
import type { Workload } from '../workload/workload.ts';
import type { FigureBook } from '@archwright/kernel';
import { firstExceeded, prepareOption, sharedValues } from './prepared-option.ts';
import { type Leniency, LENIENCIES } from './expectations.ts';
import { limitFigures, type LimitFigures } from './limit-figures.ts';
import { isNone, isPlace, wordsOf } from './space.ts';

/** Where a capability has to be met; those without a home may be met by any chosen option. */
const HOME: Partial<Record<Capability, DecisionPointId>> = {
  transactions: 'primary-store',
  'unique-constraint': 'primary-store',
  joins: 'primary-store',
  'conditional-write': 'primary-store',
  'row-level-security': 'primary-store',
  geo: 'primary-store',
  'append-heavy': 'append-store',
  'typed-columns': 'append-store',
  aggregation: 'append-store',
  'full-text': 'search-store',
  'object-storage': 'blob-store',
  'work-queue': 'queue',
  'delayed-delivery': 'queue',
  'dead-letter': 'queue',
  priority: 'queue',
  fanout: 'event-stream',
  replay: 'event-stream',
  ordering: 'event-stream',
  'long-lived-connections': 'real-time',
  'long-running': 'compute',
};
const ANYWHERE: readonly Capability[] = ['vector', 'sorted-set'];

/** What of a workload makes a decision point necessary: one of these demands is above zero, or one of these capabilities is asked for. */
const PRESENCE: Partial<Record<DecisionPointId, { demands: readonly DemandVariable[]; capabilities: readonly Capability[] }>> = {
  'primary-store': { demands: ['recordReadPeak', 'recordWritePeak'], capabilities: [] },
  'append-store': { demands: ['appendPeak'], capabilities: [] },
  'search-store': { demands: ['searchPeak', 'vectorCount'], capabilities: [] },
  'blob-store': { demands: ['blobBytes'], capabilities: [] },
  cache: { demands: ['recordReadPeak'], capabilities: ['sorted-set', 'in-memory'] },
  queue: { demands: ['jobPeak'], capabilities: [] },
  'event-stream': { demands: [], capabilities: ['fanout', 'replay'] },
  'real-time': { demands: ['connections'], capabilities: [] },
};

/** Points that a question about one component leaves out. */
const WHOLE_SYSTEM: readonly DecisionPointId[] = [
  'language',
  'compute',
  'cache',
  'real-time',
  'api-style',
  'authentication',
  'edge',
  'observability',
  'delivery',
  'infrastructure-code',
  'pattern',
];

export interface Posed {
  readonly problem: Problem;
  /** Figures of the cross constraints, by constraint. */
  readonly limits: LimitFigures;
  readonly yielded: readonly Yielded[];
  /** What provider fees take of the budget before anything is designed, USD/month; absent without both. */
  readonly fees?: number;
}

/** What the domain usually needs of a point and what is given there does not have. */
export interface Yielded {
  readonly decision: DecisionPointId;
  readonly capability: Capability;
}

/** The question that `decide` answers, from the brief's hard requirements and the sized workload. */
export function poseProblem(
  reading: Reading,
  workload: Workload,
  catalogue: Catalogue,
  book: FigureBook,
  pinned: readonly Pin[] = [],
  leniency: Leniency = LENIENCIES[0]!,
): Posed {
  const demand = Object.fromEntries(
    Object.entries(workload.demand).map(([name, figure]) => [name, figure.likely]),
  ) as unknown as Demand;
  const named = namedHomes(reading, catalogue);
  const isPresent = (id: DecisionPointId, capabilities: ReadonlySet<Capability>): boolean => {
    const rule = PRESENCE[id];
    return (
      !rule ||
      named.has(id) ||
      rule.demands.some((name) => demand[name] > 0) ||
      rule.capabilities.some((capability) => capabilities.has(capability))
    );
  };
  const asked = capabilitiesOf(reading, workload, catalogue);
  const own = pins(reading, catalogue, { isPresent: (id) => isPresent(id, asked), carries: carriesAlone(demand) });
  const given = [...pinned, ...own, ...askedCache(reading, catalogue)];
  const wanted = new Set([...asked, ...requiredBy(given, catalogue)]);
  const present = (id: DecisionPointId): boolean => isPresent(id, wanted);
  const narrow = reading.intent === 'choose' || reading.intent === 'estimate';
  const absent = catalogue.decisionPoints
    .map(({ id }) => id)
    .filter((id) => (narrow && WHOLE_SYSTEM.includes(id)) || (!present(id) && !(narrow && id === 'primary-store')));
  const needs: Partial<Record<DecisionPointId, Capability[]>> = {};
  for (const capability of wanted) {
    const home = HOME[capability];
    if (home && !absent.includes(home) && present(home)) (needs[home] ??= []).push(capability);
  }
  if (
    !absent.includes('append-store') &&
    workload.entities.some(({ definition }) => definition.store === 'append' && !definition.lines)
  )
    (needs['append-store'] ??= []).push('typed-columns');
  if (demand.aggregationPeak > 0 && !absent.includes('append-store'))
    needs['append-store'] = [...new Set([...(needs['append-store'] ?? []), 'aggregation' as const])];
  if (demand.aggregationPeak === 0 && needs['append-store'])
    needs['append-store'] = needs['append-store'].filter((capability) => capability !== 'aggregation');
  const limits = limitFigures(reading, demand, workload, book, leniency);
  const anywhere = [...wanted].filter((capability) => ANYWHERE.includes(capability) || isPlace(capability));
  const constraints = {
    ...Object.fromEntries(Object.entries(limits).map(([name, figure]) => [name, figure.likely])),
    prohibited: [
      ...prohibitions(reading),
      ...newDatastores(reading, catalogue),
      ...(wanted.has('on-premises')
        ? []
        : [{ word: 'provider:on-premises', requirement: 'the brief names no machines of one’s own' }]),
    ],
    pinned: given,
  };
  const yielded = yieldToGiven(needs, given, reading, catalogue);
  const fees = limits.budget?.inputs.fees;
  return {
    problem: { demand, needs, anywhere, absent, constraints },
    limits,
    yielded,
    ...(fees !== undefined && { fees: book.need(fees).likely }),
  };
}

/** What every option of something given requires is asked for with it. */
const requiredBy = (given: readonly Pin[], { options }: Catalogue): readonly Capability[] =>
  given.flatMap((pin) => {
    const [first, ...others] = options.filter(({ id }) => pin.options.includes(id));
    return (first?.requires ?? []).filter(
      (word): word is Capability => CAPABILITY_WORDS.has(word) && others.every(({ requires }) => requires.includes(word)),
    );
  });

/**
 * What a domain usually needs yields to what is given: a capability that nobody asked for in words is not required of a point
 * where no option given has it.
 *
 * @param needs - by point; what yields is taken out
 */
function yieldToGiven(
  needs: Partial<Record<DecisionPointId, Capability[]>>,
  given: readonly Pin[],
  { requirements }: Reading,
  { options }: Catalogue,
): readonly Yielded[] {
  const asked = new Set(requirements.filter(({ key }) => key === 'capability').map(({ subject, value }) => subject ?? value));
  return given.flatMap(({ decision, options: allowed }) => {
    const real = options.filter((option) => allowed.includes(option.id) && !isNone(option));
    const lacking = (needs[decision] ?? []).filter(
      (capability) => !asked.has(capability) && real.length > 0 && !real.some(({ provides }) => provides.includes(capability)),
    );
    if (lacking.length > 0) needs[decision] = needs[decision]!.filter((capability) => !lacking.includes(capability));
    return lacking.map((capability) => ({ decision, capability }));
  });
}

/** Kinds of technologies that have one point of their own, and serve there whatever the workload is. */
const HOMES_OF_KINDS: Readonly<Record<string, DecisionPointId>> = { 'in-memory-store': 'cache' };

/** Where a technology that the brief names has its place: it is there, whether the workload alone would ask for it or not. */
function homeOf({ key, subject, at, detail }: Requirement, { technologies }: Catalogue): DecisionPointId | undefined {
  const isNamed = ['existing', 'preference'].includes(key) && at?.source === 'brief' && detail !== 'to be replaced';
  const kind = isNamed ? technologies.find(({ id }) => id === subject)?.kind : undefined;
  return kind === undefined ? undefined : HOMES_OF_KINDS[kind];
}

const namedHomes = ({ requirements }: Reading, catalogue: Catalogue): ReadonlySet<DecisionPointId> =>
  new Set(requirements.flatMap((requirement) => homeOf(requirement, catalogue) ?? []));

function capabilitiesOf(reading: Reading, workload: Workload, catalogue: Catalogue): ReadonlySet<Capability> {
  const regimes = reading.requirements.filter(({ key }) => key === 'compliance').map(({ value }) => value);
  const homes = reading.requirements.filter(({ key }) => key === 'residency').map(({ value }) => `${value}-region`);
  const asked = reading.requirements
    .filter(({ key }) => key === 'capability')
    .map(({ subject, value }) => subject ?? value ?? '');
  const places = reading.requirements.some(({ key, value }) => key === 'provider' && value === 'on-premises')
    ? ['on-premises']
    : [];
  const spoken: readonly string[] = [...homes, ...places, ...asked.flatMap((word) => ASKED[word] ?? []), ...asked];
  const patterns = reading.requirements.filter(({ key }) => key === 'query-pattern').map(({ value }) => value);
  const unsearched = patterns.length > 0 && !patterns.includes('search');
  return new Set<Capability>([
    ...workload.contexts.flatMap(({ archetype }) => archetype.needs).filter((need) => need !== 'full-text' || !unsearched),
    ...catalogue.compliance.filter(({ id }) => regimes.includes(id)).flatMap(({ requires }) => requires),
    ...spoken.filter((word): word is Capability => CAPABILITY_WORDS.has(word)),
  ]);
}

/** Words of a brief for capabilities that have another name here. */
const ASKED: Readonly<Record<string, readonly Capability[]>> = {
  'real-time': ['long-lived-connections'],
  'multi-tenant': ['row-level-security'],
  'file-upload': ['object-storage'],
  search: ['full-text'],
  replay: ['replay'],
  'scheduled-jobs': ['delayed-delivery'],
};
const CAPABILITY_WORDS = new Set<string>([...Object.keys(HOME), ...ANYWHERE, ...PLACES]);

/** By what has to be survived, the placement that does not. */
const FALLS_WITH: Readonly<Record<string, string>> = { 'disaster-recovery': 'zones:one', 'region-loss': 'regions:one' };

const prohibitions = ({ requirements }: Reading): readonly Prohibition[] =>
  requirements.flatMap(({ id, key, subject, value }) => {
    const words = key === 'prohibition' ? [subject, value] : key === 'capability' ? [FALLS_WITH[subject ?? value ?? '']] : [];
    return words.filter((word): word is string => Boolean(word)).map((word) => ({ word, requirement: id }));
  });

/** Points where a product that is in use may stand beside what is chosen. */
const COMPLEMENTS: ReadonlySet<DecisionPointId> = new Set(['observability', 'edge', 'api-style']);

/** Whether what is given may stand beside another choice: a repository holds clients of many things, a brief names what is to be used. */
export const standsBeside = ({ key, detail, at }: Requirement, point: DecisionPointId): boolean =>
  key === 'existing' && detail !== 'required' && at?.source === 'file' && COMPLEMENTS.has(point);

/** Whether an option keeps its own limits under a demand, whatever stands beside it. */
function carriesAlone(demand: Demand): (option: Option) => boolean {
  const values = sharedValues(demand);
  return (option) => firstExceeded(prepareOption(option), values) < 0;
}

/** Where a technology that can do several things does what it is named for. */
const MAIN_POINTS: Readonly<Record<string, DecisionPointId>> = {
  ...HOMES_OF_KINDS,
  'relational-database': 'primary-store',
  'document-db': 'primary-store',
  'nosql-db': 'primary-store',
  baas: 'primary-store',
  'wide-column-db': 'append-store',
};
const OTHER_USES: ReadonlySet<DecisionPointId> = new Set([
  'primary-store',
  'append-store',
  'search-store',
  'queue',
  'event-stream',
]);

/**
 * A technology in use, or wished for, settles each decision point where options lead with it; `none` stays possible. Beside its main
 * use it settles what it can carry: who names PostgreSQL for a billion events a day has not said that they are kept there too.
 */
function pins(
  reading: Reading,
  catalogue: Catalogue,
  {
    isPresent,
    carries,
  }: { readonly isPresent: (point: DecisionPointId) => boolean; readonly carries: (option: Option) => boolean },
): readonly Pin[] {
  const given = reading.requirements.filter(
    ({ key, detail }) => ['existing', 'provider', 'preference'].includes(key) && detail !== 'to be replaced',
  );
  const all = given.flatMap((requirement) => {
    const word = requirement.subject ?? requirement.value ?? '';
    const fitting = catalogue.options.filter((option) => fits(option, word, catalogue));
    const main = MAIN_POINTS[catalogue.technologies.find(({ id }) => id === word)?.kind ?? ''];
    const hasMain = main !== undefined && isPresent(main) && fitting.some(({ decision }) => decision === main);
    return catalogue.decisionPoints.flatMap(({ id, optional }): Pin[] => {
      if (standsBeside(requirement, id)) return [];
      const options = catalogue.options.filter((option) => option.decision === id);
      const fittingHere = fitting.filter(({ decision }) => decision === id);
      if (fittingHere.length === 0 || fittingHere.length === options.length) return [];
      if (hasMain && id !== main && OTHER_USES.has(id) && !fittingHere.some(carries)) return [];
      const mayBeNone = optional && homeOf(requirement, catalogue) !== id;
      const allowed = [...fittingHere, ...(mayBeNone ? options.filter(isNone) : [])];
      return [{ decision: id, options: allowed.map((option) => option.id), requirement: requirement.id }];
    });
  });
  return intersected(all);
}

/** Who speaks of the cache wants one, even where it does not pay. */
const askedCache = ({ requirements }: Reading, { options }: Catalogue): readonly Pin[] =>
  requirements
    .filter(({ key, subject }) => key === 'capability' && subject === 'cache')
    .map(({ id }) => ({
      decision: 'cache',
      options: options.filter((one) => one.decision === 'cache' && one.provides.includes('in-memory')).map((one) => one.id),
      requirement: id,
    }));

/** Points where a compatible product takes the place of one of which there is no option. */
const SUBSTITUTED: ReadonlySet<DecisionPointId> = new Set(['cache', 'search-store']);

/** Whether an option is what a word of the brief or a repository names; a compatible drop-in (its alternative of the same kind) counts. */
function fits(option: Option, word: string, { technologies }: Catalogue): boolean {
  const lead = option.technologies[0];
  if (lead === word || option.id === word) return true;
  if (option.decision === 'provider') return option.tags.includes(`provider:${word}`);
  if (option.decision === 'pattern') return wordsOf(option).includes(word);
  if (option.decision === 'language') return option.technologies.includes(word);
  const [named, led] = [technologies.find(({ id }) => id === word), technologies.find(({ id }) => id === lead)];
  return (
    named !== undefined &&
    led !== undefined &&
    named.kind === led.kind &&
    named.migrationPaths.some(({ to }) => to === led.id) &&
    SUBSTITUTED.has(option.decision)
  );
}

/** Several givens for one decision narrow each other; those that share nothing are all kept, and the conflict is reported. */
function intersected(all: readonly Pin[]): readonly Pin[] {
  const byPoint = new Map<DecisionPointId, Pin>();
  for (const pin of all) {
    const before = byPoint.get(pin.decision);
    const both = before?.options.filter((id) => pin.options.includes(id)) ?? [];
    if (!before) byPoint.set(pin.decision, pin);
    else if (both.length > 0)
      byPoint.set(pin.decision, { ...before, options: both, requirement: `${before.requirement}, ${pin.requirement}` });
    else
      byPoint.set(pin.decision, {
        ...before,
        options: [...before.options, ...pin.options],
        requirement: `${before.requirement}, ${pin.requirement}`,
      });
  }
  return [...byPoint.values()];
}

const DATASTORES: readonly DecisionPointId[] = ['primary-store', 'append-store', 'search-store', 'cache'];

/** "No new datastores": every store option that does not lead with a technology in use is ruled out. */
function newDatastores(reading: Reading, catalogue: Catalogue): readonly Prohibition[] {
  const rule = reading.requirements.find(
    ({ key, value, subject }) => key === 'prohibition' && (value === 'new-datastore' || subject === 'new-datastore'),
  );
  if (!rule) return [];
  const used = new Set(reading.requirements.filter(({ key }) => key === 'existing').map(({ subject }) => subject));
  return catalogue.options
    .filter(
      (option) => DATASTORES.includes(option.decision) && option.parts > 0 && !option.technologies.some((id) => used.has(id)),
    )
    .map(({ id }) => ({ word: id, requirement: rule.id }));
}
