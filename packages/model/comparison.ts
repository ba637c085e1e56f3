import type { Architecture } from './architecture.ts';
import type { DecisionPointId } from './catalogue.ts';

/** One choice of a design with what it costs. */
export interface OutlineChoice {
  readonly decision: DecisionPointId;
  readonly title: string;
  readonly option: string;
  readonly name: string;
  /** USD/month. */
  readonly monthly: number;
  /** Hours to build it. */
  readonly build: number;
  /** Hours a month to run it. */
  readonly run: number;
}

/** What two designs are compared by. A stage of the roadmap has no structure of its own: growth changes no contract. */
export interface Outline {
  readonly title: string;
  readonly choices: readonly OutlineChoice[];
  readonly structure?: Structure;
  /** USD/month, provider fees included. */
  readonly monthly: number;
  /** Hours a month. */
  readonly run: number;
  /** Data to move if its store changes, bytes; absent where a design does not say. */
  readonly bytesIn: Readonly<Partial<Record<DecisionPointId, number>>>;
}

/** The architecture with its sizes as numbers, by the ids of the model. */
export interface Structure {
  readonly architecture: Architecture;
  /** Figure id → likely value. */
  readonly value: (figure: string | undefined) => number | undefined;
}

export type ChangeKind = 'appears' | 'goes' | 'moves' | 'resized' | 'changed';
export type ChangeSubject =
  | 'decision'
  | 'component'
  | 'connection'
  | 'table'
  | 'column'
  | 'index'
  | 'operation'
  | 'event'
  | 'objective';

/** One difference between two designs. */
export interface Change {
  readonly subject: ChangeSubject;
  /** Id in the model: `notifications.delivery.attempt` for a column. */
  readonly id: string;
  readonly name: string;
  readonly kind: ChangeKind;
  readonly before?: string;
  readonly after?: string;
  /** A caller or consumer written for the first design fails on the second. */
  readonly breaking?: boolean;
}

export const MIGRATION_PHASES = ['prepare', 'expand', 'backfill', 'verify', 'switch', 'contract'] as const;
export type MigrationPhase = (typeof MIGRATION_PHASES)[number];

/** One step from a running design to the next, with its way back. */
export interface MigrationStep {
  readonly phase: MigrationPhase;
  /** What it is about: a decision’s title, a table, an operation. */
  readonly subject: string;
  readonly step: string;
  readonly rollback: string;
  /** The state before can be had again without restoring a backup. */
  readonly reversible: boolean;
  readonly risk: string;
  /** Hours of people; absent where nothing known tells. */
  readonly hours?: number;
  /** USD/month paid on top while old and new run beside each other, from this step until the contract step. */
  readonly monthlyMeanwhile?: number;
}

/** What changes from one design to another, and the ordered way there. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  readonly migration: readonly MigrationStep[];
  readonly monthlyBefore: number;
  readonly monthlyAfter: number;
  readonly runBefore: number;
  readonly runAfter: number;
  /** Sum of the steps’ hours that are known. */
  readonly migrationHours: number;
}
