import { pascalCase } from '@archwright/kernel';

export type Severity = 'page' | 'ticket';

/** Series that make an alert fire, and the same series at a level at which it must stay silent; values at one-minute steps. */
export interface AlertTest {
  readonly fires: readonly Series[];
  readonly silent: readonly Series[];
  /** Minutes after which both are looked at. */
  readonly after: number;
}
export interface Series {
  readonly series: string;
  /** promtool's notation: `0+6x30`. */
  readonly values: string;
}

/** One alert with everything the rule file, its tests, the runbook and the roll-back table say about it. */
export interface Alert {
  /** PascalCase, unique in the design; its lower case is the anchor in the runbooks. */
  readonly name: string;
  readonly group: 'objectives' | 'saturation' | 'queues' | 'providers' | 'upkeep' | 'roadmap';
  readonly expression: string;
  /** PromQL duration. */
  readonly for: string;
  readonly severity: Severity;
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What it means for users. */
  readonly meaning: string;
  /** The first three things to look at. */
  readonly look: readonly [string, string, string];
  readonly actions: readonly string[];
  /** Component ids it concerns: their risks stand in its runbook. */
  readonly components: readonly string[];
  /** Whether a release may be the cause, so that the roll-back table lists it. */
  readonly afterRelease: boolean;
  /** Labels of the firing series, which a test has to expect beside the rule's own. */
  readonly seriesLabels?: Readonly<Record<string, string>>;
  readonly test: AlertTest;
}

export const alertName = (...words: readonly string[]): string => words.map(pascalCase).join('');

/** Link from the rule to its runbook. */
export const runbookLink = (alert: Pick<Alert, 'name'>): string => `operate/runbooks.md#${alert.name.toLowerCase()}`;

/** Names made unique by a number where two parts of a design lead to the same one. */
export function uniquelyNamed(alerts: readonly Alert[]): readonly Alert[] {
  const seen = new Map<string, number>();
  return alerts.map((alert) => {
    const key = alert.name.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? alert : { ...alert, name: `${alert.name}${count}x` };
  });
}
