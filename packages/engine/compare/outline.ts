import type { Catalogue, DecisionPointId, DemandVariable, Design, Outline, OutlineChoice } from '@archwright/model';
import type { Candidate } from '../decide/search.ts';
import { id as demandId } from '../workload/demand-parts.ts';

/** Data that moves with the store of each point: bytes at the load compared. */
export type BytesIn = Outline['bytesIn'];

/**
 * A design as it was written, for a comparison.
 *
 * @param design - of `answerBrief` or read from `model.json`: decisions, architecture and figures are looked at
 */
export function outlineOfDesign(design: Pick<Design, 'title' | 'decisions' | 'architecture' | 'figures'>): Outline {
  const figures = new Map(design.figures.map(({ id, likely }) => [id, likely]));
  const value = (figure: string | undefined): number | undefined => (figure === undefined ? undefined : figures.get(figure));
  const choices = design.decisions.map((decision): OutlineChoice => {
    const part = (name: string): number => value(`option.${decision.chosen}.${name}`) ?? 0;
    return {
      decision: decision.id,
      title: decision.title,
      option: decision.chosen,
      name: decision.chosenName,
      monthly: part('monthly'),
      build: part('build'),
      run: part('run'),
    };
  });
  return {
    title: design.title,
    choices,
    structure: { architecture: design.architecture, value },
    monthly: value('cost.infrastructure') ?? sum(choices.map(({ monthly }) => monthly)),
    run: value('hours.run') ?? sum(choices.map(({ run }) => run)),
    bytesIn: storedBytes((name) => value(demandId(name))),
  };
}

/** Which demand is the data of which store. */
export const storedBytes = (demand: (name: DemandVariable) => number | undefined): BytesIn => {
  const entries: readonly (readonly [DecisionPointId, DemandVariable])[] = [
    ['primary-store', 'recordBytes'],
    ['append-store', 'appendBytes'],
    ['search-store', 'searchBytes'],
    ['blob-store', 'blobBytes'],
  ];
  return Object.fromEntries(
    entries.flatMap(([point, name]) => {
      const bytes = demand(name);
      return bytes === undefined || bytes <= 0 ? [] : [[point, bytes]];
    }),
  );
};

/**
 * A stage of the roadmap for a comparison.
 *
 * @param running - the design it starts from: what stays was built there, so its hours are not paid again
 * @param fees - provider fees a month at the stage, USD
 */
export function outlineOfCandidate(
  title: string,
  candidate: Candidate,
  { decisionPoints }: Pick<Catalogue, 'decisionPoints'>,
  { running, fees, bytesIn }: { readonly running?: Candidate; readonly fees: number; readonly bytesIn: BytesIn },
): Outline {
  const choices = candidate.choices.map(({ point, option, monthly, build, run }): OutlineChoice => {
    const known = decisionPoints.find(({ id }) => id === point);
    const before = running?.choices.find((choice) => choice.point === point)?.option;
    // Beside a running design the search adds the hours of moving to those of building.
    const moving = before !== undefined && before !== option ? (known?.switching.likely ?? 0) : 0;
    return {
      decision: point,
      title: known?.title ?? point,
      option: option.id,
      name: option.name,
      monthly,
      build: Math.max(0, build - moving),
      run,
    };
  });
  return { title, choices, monthly: candidate.monthly + fees, run: candidate.run, bytesIn };
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
