import type { DecisionPointId } from './catalogue.ts';

/** What became of one option at one decision point. */
export interface OptionVerdict {
  readonly id: string;
  readonly name: string;
  readonly verdict: 'chosen' | 'feasible' | 'rejected';
  /** For the reader, with the figure that settled it. */
  readonly reason: string;
  /** The hard constraint that rejected it, or `cost` where it lost on total cost of ownership. */
  readonly constraint?: string;
  /** Figure ids that settled it. */
  readonly figures: readonly string[];
  /** 36-month total cost of the best whole design with this option, when one is feasible (USD). */
  readonly totalCost?: number;
  readonly monthlyCost?: number;
}

/** At which value of one axis another option wins. */
export interface FlipPoint {
  readonly axis: 'load' | 'team' | 'budget' | 'latency';
  /** Value of the axis: load as a multiple of today's, people, USD/month, s. */
  readonly at: number;
  readonly to: string;
  readonly toName: string;
}

export interface Decision {
  readonly id: DecisionPointId;
  readonly title: string;
  readonly question: string;
  readonly chosen: string;
  readonly chosenName: string;
  readonly technologies: readonly string[];
  readonly options: readonly OptionVerdict[];
  readonly runnerUp?: { readonly id: string; readonly name: string; readonly extraCost: number };
  /** Share of plausible workloads in which the choice still wins, 0-1; and of how many draws. */
  readonly robustness?: { readonly share: number; readonly draws: number };
  readonly flips: readonly FlipPoint[];
  readonly gains: string;
  readonly gives: string;
  readonly rollback: string;
  /** Requirement ids that settled it. */
  readonly requirements: readonly string[];
  /** Set where a repository or the user had decided before. */
  readonly existing?: string;
  /** Set where the choice departs from an existing decision. */
  readonly departure?: string;
}
