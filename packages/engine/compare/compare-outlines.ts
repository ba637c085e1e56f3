import { formatQuantity } from '@archwright/kernel';
import type { Catalogue, Change, Comparison, Design, Option, Outline } from '@archwright/model';
import { isNone } from '../decide/space.ts';
import { compareStructures } from './compare-structures.ts';
import { outlineOfDesign } from './outline.ts';
import { byGround, planMigration } from './plan-migration.ts';

/** A choice that stays is said to change size above this share of its price, and above a dollar. */
const RESIZED_SHARE = 0.1;
const RESIZED_DOLLARS = 1;

/**
 * Compares two written designs: `archwright diff` and the assistants’ tools.
 *
 * @returns what appears, goes, moves and changes size, and the ordered migration; the first design is the one that runs
 */
export const compareArchitectures = (
  before: Pick<Design, 'title' | 'decisions' | 'architecture' | 'figures'>,
  after: Pick<Design, 'title' | 'decisions' | 'architecture' | 'figures'>,
  catalogue: Catalogue,
): Comparison => compareOutlines(outlineOfDesign(before), outlineOfDesign(after), catalogue);

/** The one comparison: of two written designs, and of two stages of the roadmap. */
export function compareOutlines(before: Outline, after: Outline, catalogue: Catalogue): Comparison {
  const optionOf = new Map(catalogue.options.map((option) => [option.id, option]));
  const structural =
    before.structure && after.structure ? compareStructures(before.structure, after.structure) : ([] as readonly Change[]);
  const changes = [...compareChoices(before, after, optionOf), ...structural];
  const migration = planMigration({ before, after, changes, catalogue });
  return {
    from: before.title,
    to: after.title,
    changes,
    migration,
    monthlyBefore: before.monthly,
    monthlyAfter: after.monthly,
    runBefore: before.run,
    runAfter: after.run,
    migrationHours: migration.reduce((total, { hours = 0 }) => total + hours, 0),
  };
}

function compareChoices(before: Outline, after: Outline, optionOf: ReadonlyMap<string, Option>): readonly Change[] {
  const decisions = [...new Set([...before.choices, ...after.choices].map(({ decision }) => decision))].sort(byGround);
  return decisions.flatMap((decision): readonly Change[] => {
    const [from, to] = [before, after].map(({ choices }) => choices.find((choice) => choice.decision === decision));
    const real = (choice: typeof from) => {
      const option = choice && optionOf.get(choice.option);
      return choice !== undefined && !(option && isNone(option));
    };
    const base = { subject: 'decision' as const, id: decision, name: (from ?? to)!.title };
    if (from?.option === to?.option) {
      const [old, next] = [from!.monthly, to!.monthly];
      return Math.abs(next - old) > old * RESIZED_SHARE + RESIZED_DOLLARS
        ? [{ ...base, name: to!.name, kind: 'resized', before: money(old), after: money(next) }]
        : [];
    }
    if (!real(from) && !real(to)) return [];
    const kind = !real(from) ? 'appears' : !real(to) ? 'goes' : 'moves';
    return [{ ...base, kind, ...(from && { before: from.name }), ...(to && { after: to.name }) }];
  });
}

const money = (value: number): string => formatQuantity(value, 'USD/month');
