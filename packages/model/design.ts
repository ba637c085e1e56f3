import type { Diagnostic, Figure } from '@archwright/kernel';
import type { ModelContribution } from './contribution.ts';
import type { Architecture } from './architecture.ts';
import type { MigrationStep } from './comparison.ts';
import type { Decision } from './decision.ts';
import type { VersionFinding } from './evidence.ts';
import type { Finding, Gate } from './gate.ts';
import type { Artefact, Proof } from './proof.ts';
import type { Intent, Requirement } from './requirement.ts';

/** A question whose answer would change the design, with what it would change. */
export interface Question {
  readonly id: string;
  readonly question: string;
  /** Requirement key and subject the answer fills. */
  readonly key: string;
  readonly subject?: string;
  readonly default: string;
  readonly changes: string;
  /** Nothing sensible can be designed before it is answered. */
  readonly blocking: boolean;
  /** Value of information: decisions flipped and money moved (USD/month) between the ends of the prior. */
  readonly flips: readonly string[];
  readonly costMoved?: number;
}

/** How large it is taken to be, and what another size would make of it. */
export interface Scope {
  /** People or things that use it and the work they bring, each with where it comes from. */
  readonly scale: readonly { readonly statement: string; readonly reason: string; readonly figure?: string }[];
  /** Figures that follow from the brief by arithmetic alone, what it asks for first. */
  readonly worked: readonly string[];
  /** Nobody gave a size: the lines of `scale` are assumed. */
  readonly assumed: boolean;
  /** The best design at a part and at a multiple of the load. */
  readonly elsewhere: readonly { readonly factor: number; readonly load: string; readonly changes: string }[];
}

export interface Assumption {
  readonly id: string;
  readonly statement: string;
  readonly reason: string;
  readonly figure?: string;
  /** Doubling or halving it changes a decision. */
  readonly fragile: boolean;
  readonly effect: string;
}

export interface Risk {
  readonly id: string;
  readonly title: string;
  readonly component: string;
  readonly trigger: string;
  readonly effect: string;
  readonly signal: string;
  readonly mitigation: string;
  readonly recovery: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly sources: readonly string[];
}

export interface Threat {
  readonly id: string;
  readonly flow: string;
  readonly category:
    | 'spoofing'
    | 'tampering'
    | 'repudiation'
    | 'information-disclosure'
    | 'denial-of-service'
    | 'elevation-of-privilege';
  readonly threat: string;
  readonly control: string;
  /** OWASP API Security Top 10 2023 and ASVS 5.0 ids. */
  readonly owasp: string;
  readonly asvs: string;
}

export interface ControlMapping {
  readonly regime: string;
  readonly control: string;
  readonly asks: string;
  readonly metBy: string;
  readonly source: string;
}

export interface CapacityRow {
  readonly label: string;
  /** Figure ids. */
  readonly figures: readonly string[];
}

export interface CostItem {
  readonly component: string;
  readonly option: string;
  readonly label: string;
  readonly dimension: string;
  readonly figure: string;
}

export interface RoadmapStage {
  readonly id: string;
  readonly title: string;
  /** Multiple of today's load. */
  readonly factor: number;
  readonly load: string;
  readonly trigger: string;
  readonly saturates?: string;
  /** ISO date at the stated or assumed growth. */
  readonly reachedOn?: string;
  readonly alert?: string;
  readonly changes: readonly {
    readonly decision: string;
    readonly from: string;
    readonly to: string;
    readonly because: string;
  }[];
  readonly resizes: readonly string[];
  readonly migration: readonly MigrationStep[];
  readonly monthlyCost: number;
  readonly monthlyCostBefore: number;
}

/** Sentences of the summary are computed, not stored: this is what they are computed from. */
export interface Summary {
  readonly what: readonly string[];
  readonly monthlyCost: string;
  readonly carries: string;
  readonly breaksFirst: string;
  readonly topRisks: readonly string[];
}

/** Everything the pipeline knows at the end: generators are functions of this value. */
export interface Design {
  readonly title: string;
  readonly date: string;
  readonly seed: number;
  readonly catalogueAsOf: string;
  readonly brief: string;
  readonly intent: Intent;
  /** `full` for an architecture task; `short` for a choice, comparison or estimate. */
  readonly depth: 'full' | 'short' | 'questions';
  readonly requirements: readonly Requirement[];
  readonly assumptions: readonly Assumption[];
  readonly questions: readonly Question[];
  readonly nonGoals: readonly string[];
  /** Absent where only questions or a conflict come back. */
  readonly scope?: Scope;
  readonly figures: readonly Figure[];
  readonly decisions: readonly Decision[];
  readonly architecture: Architecture;
  readonly summary: Summary;
  readonly capacity: readonly CapacityRow[];
  readonly costs: readonly CostItem[];
  readonly risks: readonly Risk[];
  readonly threats: readonly Threat[];
  readonly compliance: readonly ControlMapping[];
  readonly limits: readonly string[];
  readonly overEngineered: readonly string[];
  readonly roadmap: readonly RoadmapStage[];
  readonly versions: readonly VersionFinding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly Finding[];
  /** When nothing is feasible: the smallest conflicting set and what each constraint would have to become. */
  readonly conflict?: readonly { readonly constraint: string; readonly wouldHaveToBecome: string }[];
}

/** A design that was written before, with its files as they are now: where a migration starts, and what must stay compatible. */
export interface EarlierDesign {
  readonly design: Design;
  readonly files: readonly Artefact[];
}

/** The whole answer: the design, its files, their proofs and the gate's word on it. */
export interface Answer {
  readonly design: Design;
  readonly artefacts: readonly Artefact[];
  readonly proofs: readonly Proof[];
  readonly gate: Gate;
  /** Markdown. */
  readonly response: string;
  /** What a language model added to it, where one was asked. */
  readonly contribution?: ModelContribution;
}
