import { formatQuantity } from '@archwright/kernel';
import {
  type Catalogue,
  type Change,
  type DecisionPointId,
  MIGRATION_PHASES,
  type MigrationStep,
  type Outline,
  type OutlineChoice,
} from '@archwright/model';
import { SEARCH_ORDER } from '../decide/space.ts';
import { contractSteps } from './steps/contract-steps.ts';
import { additionSteps, type Move, moveSteps, removalSteps } from './steps/option-steps.ts';
import { schemaSteps } from './steps/schema-steps.ts';
import type { StepTemplate } from './steps/step.ts';

export interface MigrationInput {
  readonly before: Outline;
  readonly after: Outline;
  readonly changes: readonly Change[];
  readonly catalogue: Catalogue;
}

/**
 * The ordered way from one design to the other: everything new is put beside the old first, data follows, then use moves, and
 * only then the old goes. Inside a phase: the ground before what stands on it, and the other way round when it is taken down.
 */
export function planMigration(input: MigrationInput): readonly MigrationStep[] {
  const rowsOf = (table: string): number | undefined => {
    const { structure } = input.before;
    return structure?.value(structure.architecture.entities.find((entity) => entity.table === table)?.rowsAtYearOne);
  };
  const steps = [
    ...input.changes.flatMap((change) => (change.subject === 'decision' ? optionSteps(change, input) : [])),
    ...input.changes.flatMap((change) => schemaSteps(change, rowsOf)),
    ...input.changes.flatMap(contractSteps),
  ];
  return MIGRATION_PHASES.flatMap((phase) => {
    const ofPhase = steps.filter((one) => one.phase === phase);
    return phase === 'contract' ? ofPhase.reverse() : ofPhase;
  });
}

/** Decisions in the order in which they are built: the ground first. */
export const byGround = (a: DecisionPointId, b: DecisionPointId): number => SEARCH_ORDER.indexOf(a) - SEARCH_ORDER.indexOf(b);

function optionSteps(change: Change, input: MigrationInput): readonly MigrationStep[] {
  const point = change.id as DecisionPointId;
  const [from, to] = [input.before, input.after].map(({ choices }) => choices.find(({ decision }) => decision === point));
  const switching = input.catalogue.decisionPoints.find(({ id }) => id === point)?.switching.likely;
  if (change.kind === 'appears' && to) return priced(change.name, additionSteps(to.name), 0, to);
  if (change.kind === 'goes' && from) return priced(change.name, removalSteps(from.name), switching, undefined);
  if (change.kind !== 'moves' || !from || !to) return [];
  return priced(change.name, moveSteps(point, moveOf(point, from, to, input)), switching, to);
}

function moveOf(point: DecisionPointId, from: OutlineChoice, to: OutlineChoice, { before, catalogue }: MigrationInput): Move {
  const option = (choice: OutlineChoice) => catalogue.options.find(({ id }) => id === choice.option);
  const how = catalogue.technologies
    .find(({ id }) => id === option(from)?.technologies[0])
    ?.migrationPaths.find((path) => option(to)?.technologies.includes(path.to))?.how;
  const whole = point === 'provider' || point === 'region';
  const stored = whole ? Object.values(before.bytesIn).reduce((sum, bytes) => sum + bytes, 0) : before.bytesIn[point];
  const data = stored ? `${formatQuantity(stored, 'B')} of data` : 'the data it holds';
  return { from: from.name, to: to.name, data, ...(how && { how }) };
}

/**
 * Hours by share of what moving takes; the first step also builds the new part, and from there until the contract step both
 * are paid for.
 */
function priced(
  subject: string,
  templates: readonly StepTemplate[],
  moving: number | undefined,
  to: OutlineChoice | undefined,
): readonly MigrationStep[] {
  const builds = templates.findIndex(({ phase }) => phase === 'expand');
  return templates.map(({ share, ...template }, index) => {
    const hours = (moving === undefined ? 0 : moving * share) + (index === builds && to ? to.build : 0);
    const both = to !== undefined && index === builds && to.monthly > 0;
    return { ...template, subject, ...(hours > 0 && { hours }), ...(both && { monthlyMeanwhile: to.monthly }) };
  });
}
