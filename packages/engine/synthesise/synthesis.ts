import type { FigureBook } from '@archwright/kernel';
import type { Catalogue, DecisionPointId, Option, Reading } from '@archwright/model';
import type { Decided } from '../decide/decide.ts';
import type { OptionFigures } from '../decide/ledger.ts';
import type { Workload } from '../workload/workload.ts';

/** What every part of synthesis reads. */
export interface Synthesis {
  readonly reading: Reading;
  readonly workload: Workload;
  readonly decided: Decided;
  readonly catalogue: Catalogue;
  readonly book: FigureBook;
}

export const chosenOption = ({ decided }: Synthesis, point: DecisionPointId): Option | undefined => decided.best.choices.find((choice) => choice.point === point)?.option;

export const optionFigures = ({ decided }: Synthesis, point: DecisionPointId): OptionFigures | undefined => decided.ledger.options.find(({ option }) => option.decision === point);

/** An option stands as a box of its own when it is something to keep running. */
export const standsAlone = (option: Option | undefined): option is Option => option !== undefined && option.parts > 0;

export const technologyName = (option: Option | undefined, { catalogue }: Synthesis): string | undefined => {
  const id = option?.technologies[0];
  return id === undefined ? undefined : (catalogue.technologies.find((technology) => technology.id === id)?.name ?? id);
};
