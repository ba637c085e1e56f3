import { exactly, type FigureBook, type Interval, type Unit } from '@archwright/kernel';
import type { Catalogue, Reading, Requirement, RequirementKey } from '@archwright/model';
import { leniently } from '../decide/leniently.ts';
import { poseProblem } from '../decide/pose-problem.ts';
import type { Candidate } from '../decide/search.ts';
import { solve } from '../decide/solve.ts';
import { sizeWorkload } from '../workload/size-workload.ts';

/** One end of an unknown's prior. */
export interface Supposition {
  readonly key: RequirementKey;
  readonly subject?: string;
  readonly quantity?: { readonly value: number; readonly unit: Unit };
  readonly value?: string;
}

export interface Redesign {
  readonly candidate: Candidate | undefined;
  readonly choices: ReadonlyMap<string, string>;
}

/**
 * The brief with more requirements, designed again from the start in a book of its own.
 *
 * @param near - the design without them
 */
export function suppose(
  reading: Reading,
  figures: FigureBook,
  catalogue: Catalogue,
  suppositions: readonly Supposition[],
  near?: Candidate,
): Redesign {
  const book = figures.copy();
  const given = suppositions.map((supposition) => asRequirement(supposition, book));
  const changed: Reading = {
    ...reading,
    requirements: [
      ...reading.requirements.filter(({ key, subject }) => !given.some((one) => one.key === key && one.subject === subject)),
      ...given,
    ],
  };
  const workload = sizeWorkload(changed, catalogue.archetypes, book);
  const { found: candidate } = leniently(
    (leniency) => poseProblem(changed, workload, catalogue, book, [], leniency),
    ({ problem }) => solve(problem, catalogue, [near]),
  );
  return { candidate, choices: new Map(candidate?.choices.map(({ point, option }) => [point, option.id])) };
}

function asRequirement({ key, subject, quantity, value }: Supposition, book: FigureBook): Requirement {
  const id = `supposed.${key}${subject ? `.${subject}` : ''}`;
  const bounds: Interval | undefined = quantity && exactly(quantity.value);
  const figure = quantity && bounds && book.leaf({ id, label: id, unit: quantity.unit, origin: 'answered', ...bounds });
  return {
    id,
    key,
    origin: 'answered',
    statement: id,
    ...(subject && { subject }),
    ...(value && { value }),
    ...(quantity && bounds && { quantity: { ...bounds, unit: quantity.unit } }),
    ...(figure && { figure: figure.id }),
  };
}

export interface Information {
  /** Decision points that come out differently at the two ends. */
  readonly flips: readonly string[];
  /** USD/month between the ends. */
  readonly costMoved: number;
  /** One end has no feasible design. */
  readonly losesFeasibility: boolean;
}

/** What knowing an unknown is worth: the difference between the designs at the two ends of its prior. */
export function valueOfInformation(low: Redesign, high: Redesign): Information {
  const points = new Set([...low.choices.keys(), ...high.choices.keys()]);
  const flips = [...points].filter((point) => low.choices.get(point) !== high.choices.get(point));
  return {
    flips,
    costMoved: Math.abs((high.candidate?.monthly ?? 0) - (low.candidate?.monthly ?? 0)),
    losesFeasibility: !low.candidate !== !high.candidate,
  };
}
