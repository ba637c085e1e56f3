import {
  CAPABILITIES,
  type Catalogue,
  type Constraints,
  type DecisionPointId,
  type Option,
  type Place,
  PLACES,
  type Problem,
} from '@archwright/model';
import { prepareOption, type PreparedOption } from './prepared-option.ts';
import { Recent } from './recent.ts';
import { exceededRecovery, type RecoveryLimit, ruledOutByRecovery } from './recovery.ts';

/**
 * Order in which the search decides: an option that exports a variable or brings a tag comes before those that read it
 * where possible. The result does not depend on it; the time does.
 */
export const SEARCH_ORDER: readonly DecisionPointId[] = [
  'provider',
  'pattern',
  'region',
  'language',
  'compute',
  'queue',
  'event-stream',
  'cache',
  'append-store',
  'primary-store',
  'search-store',
  'blob-store',
  'real-time',
  'api-style',
  'authentication',
  'edge',
  'observability',
  'delivery',
  'infrastructure-code',
];

/** Why an option never entered the search. */
export interface StaticRejection {
  readonly option: Option;
  readonly constraint: 'capability' | 'place' | 'prohibition' | 'existing' | 'absent' | RecoveryLimit;
  readonly detail: string;
  readonly requirement?: string;
}

export interface SpacePoint {
  readonly id: DecisionPointId;
  readonly options: readonly PreparedOption[];
}

export interface Space {
  readonly points: readonly SpacePoint[];
  readonly rejected: ReadonlyMap<Option, StaticRejection>;
}

/** A point's way of saying that it is not needed: nothing runs, nothing is paid. */
export const isNone = (option: Option): boolean =>
  option.parts === 0 && option.technologies.length === 0 && option.costs.length === 0;

export const wordsOf = (option: Option): readonly string[] => [
  option.id,
  ...option.tags,
  ...option.provides,
  ...option.technologies,
];

const prohibitedBy = (option: Option, constraints: Constraints) =>
  constraints.prohibited.find(({ word }) => wordsOf(option).includes(word) || option.tags.includes(`kind:${word}`));

function rejection(option: Option, problem: Problem): StaticRejection | undefined {
  const { constraints, needs, absent } = problem;
  if (absent.includes(option.decision))
    return isNone(option) ? undefined : { option, constraint: 'absent', detail: 'nothing in the workload asks for it' };
  const ban = prohibitedBy(option, constraints);
  if (ban) return { option, constraint: 'prohibition', detail: `${ban.word} is ruled out`, requirement: ban.requirement };
  const pin = constraints.pinned.find(({ decision }) => decision === option.decision);
  if (pin && !pin.options.includes(option.id))
    return { option, constraint: 'existing', detail: 'another choice is given', requirement: pin.requirement };
  const missing = (needs[option.decision] ?? []).filter((capability) => !option.provides.includes(capability));
  if (missing.length) return { option, constraint: 'capability', detail: missing.join(', ') };
  const unsaid = placesUnsaid(option, problem);
  if (unsaid.length) return { option, constraint: 'place', detail: unsaid.map((place) => CAPABILITIES[place]).join('; ') };
  const slow = exceededRecovery(option, problem);
  if (slow) return { option, constraint: slow, detail: slow };
  return undefined;
}

export const isPlace = (word: string): word is Place => PLACES.some((place) => place === word);

/** Points whose choice sees no data of users. */
const HOLDS_NO_DATA: readonly DecisionPointId[] = [
  'language',
  'pattern',
  'region',
  'api-style',
  'delivery',
  'infrastructure-code',
];

/** Places asked for that nobody says of the vendor of this service. What runs at the provider is where the provider is. */
function placesUnsaid({ decision, tags, requires, attested = {} }: Option, { anywhere }: Problem): readonly Place[] {
  const ofTheProvider = !tags.includes('managed') || requires.some((word) => word.startsWith('provider:'));
  if (ofTheProvider || decision === 'provider' || HOLDS_NO_DATA.includes(decision)) return [];
  return anywhere.filter(isPlace).filter((place) => !attested[place]);
}

export type Options = Pick<Catalogue, 'options'> & Partial<Pick<Catalogue, 'decisionPoints'>>;

/** Spaces of a catalogue by what makes them differ: of the demand only what recovery limits rule out with it. */
const opened = new WeakMap<Options, Recent<Space>>();
const MOST_KEPT = 64;

/** Every option that could stand at every point, and why the others could not. */
export function openSpace(problem: Problem, catalogue: Options): Space {
  const { needs, anywhere, absent, constraints } = problem;
  let kept = opened.get(catalogue);
  if (!kept) opened.set(catalogue, (kept = new Recent(MOST_KEPT)));
  const key = JSON.stringify([
    needs,
    anywhere.filter(isPlace),
    absent,
    constraints.prohibited,
    constraints.pinned,
    ruledOutByRecovery(problem, catalogue.options),
  ]);
  return kept.get(key, () => filterOptions(problem, catalogue));
}

function filterOptions(problem: Problem, catalogue: Options): Space {
  const rejected = new Map<Option, StaticRejection>();
  const points = SEARCH_ORDER.flatMap((id) => {
    // A choice every system makes has no `none`: where the question leaves it out, it is not part of the answer.
    const mandatory = catalogue.decisionPoints?.find((point) => point.id === id)?.optional === false;
    if (mandatory && problem.absent.includes(id)) return [];
    const all = catalogue.options.filter(({ decision }) => decision === id);
    const options = all.filter((option) => {
      const why = rejection(option, problem);
      if (why) rejected.set(option, why);
      return !why;
    });
    // An absent point without a `none` option is simply not part of the design.
    return all.length === 0 || (options.length === 0 && problem.absent.includes(id))
      ? []
      : [{ id, options: options.map(prepareOption) }];
  });
  return { points, rejected };
}
