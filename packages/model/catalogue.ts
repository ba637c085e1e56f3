import type { Fact, Source, Unit } from '@archwright/kernel';
import type { Archetype } from './archetype.ts';
import type { Capability, Place } from './capability.ts';
import type { DemandVariable, ExportedVariable } from './demand.ts';
import type { KeyDesign, KeyStore } from './keyspace.ts';

export interface Deprecation {
  readonly what: string;
  readonly when?: string;
  readonly source: Source;
  readonly replacement?: string;
}

/** A fact sheet about a product: what it serves, where it strains, its limits with sources, and where evidence is found. */
export interface Technology {
  /** = file name. */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly summary: string;
  readonly aliases?: readonly string[];
  /** Frameworks and dialects that are written in it or run on it, of which nothing else is known: who names one has it. */
  readonly carries?: readonly string[];
  readonly licence: string;
  readonly status: 'active' | 'deprecated' | 'end-of-life';
  readonly replacedBy?: readonly string[];
  readonly serves: readonly Capability[];
  readonly bestFor: readonly string[];
  readonly avoidWhen: readonly string[];
  readonly strainsUnder: readonly string[];
  /** Ids of failure-mode entries. */
  readonly failureModes: readonly string[];
  readonly limits: Readonly<Record<string, Fact>>;
  readonly burden: { readonly level: 1 | 2 | 3 | 4 | 5; readonly reason: string };
  readonly alternatives: readonly string[];
  readonly migrationPaths: readonly { readonly to: string; readonly how: string }[];
  readonly deprecations: readonly Deprecation[];
  readonly identifiers: {
    readonly npm?: string;
    readonly pypi?: string;
    readonly go?: string;
    readonly maven?: string;
    readonly oci?: string;
    readonly context7?: string;
    readonly endoflife?: string;
  };
  readonly documentation: string;
  /** Why no option of a decision names it: what is known of it serves repositories, mechanisms or a warning. */
  readonly knowledgeOnly?: string;
  /** Managed services have no version of their own to pin. */
  readonly versioned: boolean;
}

export const DECISION_POINTS = [
  'pattern',
  'provider',
  'region',
  'language',
  'compute',
  'cache',
  'primary-store',
  'append-store',
  'search-store',
  'blob-store',
  'queue',
  'event-stream',
  'real-time',
  'api-style',
  'authentication',
  'edge',
  'observability',
  'delivery',
  'infrastructure-code',
] as const;
export type DecisionPointId = (typeof DECISION_POINTS)[number];

export interface DecisionPoint {
  readonly id: DecisionPointId;
  readonly title: string;
  /** The question it answers, for the reader. */
  readonly question: string;
  /**
   * Capabilities of the demand that must be met at this point by the chosen option; `needs` names the capability groups
   * the engine computes from the workload (`engine/decide/needs.ts`). A point without needs in a workload takes its `none`
   * option or is left out.
   */
  readonly optional: boolean;
  /** Hours to move a running system to another option here, besides building the new one. */
  readonly switching: Fact;
}

/** One line of an option's arithmetic; formulas read demand variables, exported variables, the option's parameters and earlier lines. */
export interface FormulaLine {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly formula: string;
}
export interface CostLine extends FormulaLine {
  readonly unit: 'USD/month';
  readonly dimension: 'compute' | 'storage' | 'requests' | 'traffic' | 'licence' | 'base';
}
/** Feasible when `demand ≤ limit`, both in `unit`. */
export interface LimitLine {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly demand: string;
  readonly limit: string;
  readonly why: string;
}

/** What the loss of the server a part runs on, or of its zone, costs. */
export interface Recovery {
  /** Acknowledged data that is gone, s; absent = it holds none of its own. */
  readonly lost?: Fact;
  /** Time until it serves again, s; a restore comes on top. */
  readonly back: Fact;
  readonly restores?: { readonly bytes: DemandVariable; readonly rate: Fact };
}

/** A way to fill a decision point. Everything the search needs is data: code never branches on an option's id. */
export interface Option {
  readonly id: string;
  readonly decision: DecisionPointId;
  readonly name: string;
  /** One line: what it is here. */
  readonly summary: string;
  /** Catalogue ids; the first is the one a component is labelled with. Empty for patterns and `none`. */
  readonly technologies: readonly string[];
  /** Capabilities it brings to the whole design. */
  readonly provides: readonly Capability[];
  /**
   * Of a service whose vendor is not the provider: the places its vendor commits to under the plan that is priced here, and who
   * says so. What no source says is not there.
   */
  readonly attested?: Readonly<Partial<Record<Place, Source>>>;
  /** Tags that must be provided by options already chosen: `provider:aws`, `platform:containers`, a capability. */
  readonly requires: readonly string[];
  /** Tags it brings besides capabilities: `provider:aws`, `platform:containers`. */
  readonly tags: readonly string[];
  /** Tags or option ids it cannot stand beside. */
  readonly conflicts: readonly string[];
  /** Name → sourced fact or labelled assumption; readable in the formulas. */
  readonly parameters: Readonly<Record<string, Fact>>;
  readonly exports?: Partial<Record<ExportedVariable, string>>;
  readonly figures: readonly FormulaLine[];
  readonly costs: readonly CostLine[];
  readonly limits: readonly LimitLine[];
  /**
   * Identical servers behind one queue: how many (count), their use at peak (ratio), and the mean time one request holds one
   * (s). Absent where nobody waits for another: the provider adds a server for each request.
   */
  readonly station?: { readonly servers: string; readonly utilisation: string; readonly service: string };
  /** Seconds added to a synchronous request. */
  readonly latency?: { readonly p50: string; readonly p99: string };
  /** Share of time in service, 0-1, as a formula. Absent = not on the request path. */
  readonly availability?: string;
  /** Absent = it holds no data of record and nobody waits for it. */
  readonly recovery?: Recovery;
  /** Hours of people; formulas in `h` and `h/month`. */
  readonly build: { readonly formula: string; readonly reason: string };
  readonly run: { readonly formula: string; readonly reason: string };
  /** Things that must be kept running. */
  readonly parts: number;
  /**
   * Of a store that keeps all rows of one key value in one place: formula (1/s) for what one value may get, whether the table or
   * each access pattern (by a table or index of its own) chooses the key, and what is done where one value gets more.
   */
  readonly partition?: {
    readonly perKey: string;
    /** The same for a queue, whose every read is followed by a write; where it differs. */
    readonly perQueue?: string;
    readonly chosenBy: 'table' | 'pattern';
    readonly cure: string;
  };
  /** Of an option whose data is keys in an in-memory engine: what they are and what one of them may carry. */
  readonly keyStore?: KeyStore;
  /** What is given up by choosing it, and what is gained: the reader's words. */
  readonly gains: string;
  readonly gives: string;
  readonly rollback: string;
}

/** A subsystem design with computed parameters. Formulas read demand variables and the entry's own parameters. */
export interface Mechanism {
  readonly id: string;
  readonly name: string;
  readonly problem: string;
  /**
   * When it applies: the formula must be above zero, and the brief must ask for one of `asked` (subjects of its capabilities).
   * `needs` says which capabilities it builds on, for readers of the catalogue.
   */
  readonly when: {
    readonly needs?: readonly string[];
    readonly asked?: readonly string[];
    readonly formula?: string;
    readonly reason: string;
    /** Words of a brief, `|` between them, that ask for it whatever the domain. */
    readonly words?: string;
  };
  readonly structure: string;
  readonly steps: readonly string[];
  readonly parameters: Readonly<Record<string, Fact>>;
  readonly computed: readonly (FormulaLine & { readonly meaning: string })[];
  /** What it keeps in an in-memory store, where the design has one; or why it keeps nothing there. */
  /** Of one that tells of changes: the parameter or line (s) that is the age at which a cached record expires all the same. */
  readonly cachedFor?: string;
  readonly inMemory?: readonly KeyDesign[] | { readonly elsewhere: string };
  readonly tradeOff: string;
  readonly rejected: { readonly alternative: string; readonly because: string };
  readonly edgeCase: { readonly case: string; readonly cure: string };
  /** Code or configuration a reader can use; fenced language first. */
  readonly snippet?: { readonly language: string; readonly code: string };
  readonly sources: readonly Source[];
}

export interface FailureMode {
  readonly id: string;
  readonly componentKind: string;
  readonly name: string;
  readonly trigger: string;
  readonly effect: string;
  readonly signal: string;
  readonly threshold: string;
  readonly mitigations: readonly string[];
  readonly recovery: readonly string[];
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly sources: readonly Source[];
}

export interface ComplianceRegime {
  readonly id: string;
  readonly name: string;
  readonly appliesWhen: string;
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly asks: string;
    readonly metBy: string;
    readonly source: Source;
  }[];
  /** Durations and shares the regime fixes, as facts that become figures. */
  readonly figures: Readonly<Record<string, Fact>>;
  /** Capabilities that become hard constraints. */
  readonly requires: readonly Capability[];
}

/** Everything the engine knows, handed in as one value. */
export interface Catalogue {
  readonly asOf: string;
  readonly technologies: readonly Technology[];
  readonly decisionPoints: readonly DecisionPoint[];
  readonly options: readonly Option[];
  readonly archetypes: readonly Archetype[];
  readonly mechanisms: readonly Mechanism[];
  readonly failureModes: readonly FailureMode[];
  readonly compliance: readonly ComplianceRegime[];
}
