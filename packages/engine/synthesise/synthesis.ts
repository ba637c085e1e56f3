import type { FigureBook } from '@archwright/kernel';
import type { Catalogue, DecisionPointId, Option, Reading } from '@archwright/model';
import type { Decided } from '../decide/decide.ts';
import { isNone } from '../decide/space.ts';
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

export const chosenOption = ({ decided }: Synthesis, point: DecisionPointId): Option | undefined =>
  decided.best.choices.find((choice) => choice.point === point)?.option;

export const optionFigures = ({ decided }: Synthesis, point: DecisionPointId): OptionFigures | undefined =>
  decided.ledger.options.find(({ option }) => option.decision === point);

/** Roles that a reader looks for as a box even where they run inside another part: a queue in the database, a store on the server's disk. */
const ALWAYS_SHOWN: ReadonlySet<DecisionPointId> = new Set([
  'primary-store',
  'blob-store',
  'queue',
  'event-stream',
  'observability',
]);

/** An option stands as a box of its own when it is something to keep running, or a role that is always shown. */
export const standsAlone = (option: Option | undefined): option is Option =>
  option !== undefined && (option.parts > 0 || (ALWAYS_SHOWN.has(option.decision) && !isNone(option)));

export const technologyName = (option: Option | undefined, { catalogue }: Synthesis): string | undefined => {
  const id = option?.technologies[0];
  return id === undefined ? undefined : (catalogue.technologies.find((technology) => technology.id === id)?.name ?? id);
};
