import { capitalise, formatNumber } from '@archwright/kernel';
import type { MigrationStep } from '@archwright/model';
import { more, numbered, stack } from './page.ts';
import { inline } from './text.ts';
import { quantity } from './writer.ts';

export interface ListOptions {
  readonly risks: boolean;
  /** Steps shown; the others are counted with the file that has them. */
  readonly limit?: { readonly steps: number; readonly file: string };
}

/** The steps of a migration in their order, each with what it costs and its way back. */
export function migrationList(steps: readonly MigrationStep[], { risks, limit }: ListOptions): string {
  const shown = limit ? steps.slice(0, limit.steps) : steps;
  return stack(numbered(shown.map((step) => stepText(step, risks))), limit ? more(steps.length - shown.length, limit.file) : '');
}

function stepText(step: MigrationStep, withRisk: boolean): string {
  const paid = stepPrice(step);
  const back = step.reversible ? `Back: ${inline(step.rollback)}.` : `**One way.** Afterwards: ${inline(step.rollback)}.`;
  const risk = withRisk ? ` Risk: ${inline(step.risk)}.` : '';
  return `**${capitalise(step.phase)}**, ${inline(step.subject)}: ${inline(step.step)}${paid === '' ? '' : ` (${paid})`}. ${back}${risk}`;
}

/** `36 h; $160/month while both run`: empty where neither is known. */
export const stepPrice = ({ hours, monthlyMeanwhile }: Pick<MigrationStep, 'hours' | 'monthlyMeanwhile'>): string =>
  [
    ...(hours === undefined ? [] : [`${formatNumber(Math.max(1, Math.round(hours)))} h`]),
    ...(monthlyMeanwhile === undefined ? [] : [`${quantity(monthlyMeanwhile, 'USD/month')} while both run`]),
  ].join('; ');
