import type { RoadmapStage } from '@archwright/model';
import { markdownFence } from '../escape/markdown.ts';
import { migrationList } from './migration-list.ts';
import { section, stack, table } from './page.ts';
import { stageFactor } from './spoken-quantities.ts';
import { quantity, type Material } from './writer.ts';
import { inline } from './text.ts';

const FILE = 'operate/roadmap.md';

/** Deliverable 7: the stages, what triggers each, what changes, and how to get to the first one and back. */
export function scalingRoadmap({ design }: Material): string {
  const { roadmap } = design;
  const first = roadmap.find(({ changes }) => changes.length > 0);
  return section(
    '## 7. Scaling roadmap',
    stageTable(roadmap, namesOf(design.decisions)),
    first && first.migration.length > 0 ? migration(first, '###') : '',
    roadmap.filter(({ changes }) => changes.length > 0).length > 1 ? `The steps of the later stages are in \`${FILE}\`.` : '',
  );
}

/** Titles of decisions and names of options by id: stages refer to both. */
export const namesOf = (decisions: Material['design']['decisions']): ReadonlyMap<string, string> =>
  new Map(
    decisions.flatMap(({ id, title, options }) => [
      ...options.map((option) => [option.id, option.name] as const),
      [id, title] as const,
    ]),
  );

/** Costs are list prices at the likely load of the stage. */
export function stageTable(roadmap: readonly RoadmapStage[], names: ReadonlyMap<string, string>): string {
  const rows = roadmap.map((stage) => [
    stageFactor(stage.factor),
    inline(stage.load),
    stage.reachedOn ?? '',
    inline(stage.trigger),
    changesOf(stage, names),
    stage.monthlyCostBefore === stage.monthlyCost
      ? quantity(stage.monthlyCost, 'USD/month')
      : `${quantity(stage.monthlyCostBefore, 'USD/month')} → ${quantity(stage.monthlyCost, 'USD/month')}`,
  ]);
  return table(['stage', 'load', 'reached', 'trigger', 'what changes, and why', 'cost'], rows);
}

/** A reason that only says the new choice is cheaper stands in the trigger already. */
function changesOf({ changes, resizes }: RoadmapStage, names: ReadonlyMap<string, string>): string {
  const name = (id: string): string => inline(names.get(id) ?? id);
  const moved = changes.map(({ decision, from, to, because }) => {
    const reason = because.includes(to) ? '' : ` (${inline(because)})`;
    return `${name(decision)}: ${name(from)} → **${name(to)}**${reason}`;
  });
  return [...moved, ...(resizes.length > 0 ? [`grows: ${resizes.map(inline).join(', ')}`] : [])].join('<br>');
}

/** Steps of one stage that the answer shows; `operate/roadmap.md` has them all with their risks. */
const SHOWN_STEPS = 8;

/** The way to a stage: each step with its way back, and the alert that announces the stage. Short inside the answer. */
export function migration(stage: RoadmapStage, level: '##' | '###'): string {
  const short = level === '###';
  return section(
    `${level} The way to: ${inline(stage.title)}`,
    migrationList(stage.migration, { risks: !short, ...(short && { limit: { steps: SHOWN_STEPS, file: FILE } }) }),
    stage.alert === undefined
      ? ''
      : stack('Announced by:', markdownFence(/[\s(>]/.test(stage.alert) ? 'promql' : 'text', stage.alert)),
  );
}
