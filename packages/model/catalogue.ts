import type { Fact, Interval, Source, Unit } from '@archwright/kernel';
import type { EntityStore } from './architecture.ts';
import type { ExportedVariable } from './demand.ts';

/** What a store or service can be asked for. The engine matches these words; it never names a technology. */
export const CAPABILITIES = {
  transactions: 'several rows change together or not at all',
  'unique-constraint': 'the store refuses a duplicate',
  joins: 'one query over several entities',
  'point-read': 'one record by key',
  'range-scan': 'records of one key in order',
  'conditional-write': 'write only if the record is as expected',
  'append-heavy': 'a stream of new rows, rarely changed',
  'typed-columns': 'rows have columns that queries filter and add up by',
  aggregation: 'sums and groups over many rows',
  'time-partition': 'old rows are dropped by the partition',
  ttl: 'records expire by themselves',
  'full-text': 'ranked text search',
  vector: 'similarity search',
  geo: 'near and within',
  'flexible-schema': 'documents of varying shape',
  'object-storage': 'large binary objects',
  'in-memory': 'sub-millisecond reads from memory',
  'sorted-set': 'rank and range by score',
  'work-queue': 'each message to one worker, with acknowledgement',
  'delayed-delivery': 'a message becomes visible later',
  priority: 'urgent work overtakes bulk work',
  'dead-letter': 'failed messages are set aside',
  fanout: 'each consumer group sees every message',
  replay: 'consumers can read the past again',
  ordering: 'order is kept within a key',
  'long-lived-connections': 'connections stay open for hours',
  'long-running': 'work of more than 15 minutes',
  'scale-to-zero': 'no cost while idle',
  'global-placement': 'runs within tens of milliseconds of users everywhere',
  'row-level-security': 'the store enforces who sees which row',
  'eu-region': 'can be confined to the EU',
  'us-region': 'can be confined to the US',
  'on-premises': 'runs on the user’s own machines',
  baa: 'the provider signs a business associate agreement',
  'pci-attested': 'the provider is attested for card data',
  'soc-2-attested': 'the provider has a SOC 2 report',
} as const;
export type Capability = keyof typeof CAPABILITIES;

/** Capabilities that are true of whoever holds the data, and so have to be true of every holder. */
export const PLACES = [
  'eu-region',
  'us-region',
  'on-premises',
  'baa',
  'pci-attested',
  'soc-2-attested',
] as const satisfies readonly Capability[];
export type Place = (typeof PLACES)[number];

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
  /** Hours of people; formulas in `h` and `h/month`. */
  readonly build: { readonly formula: string; readonly reason: string };
  readonly run: { readonly formula: string; readonly reason: string };
  /** Things that must be kept running. */
  readonly parts: number;
  /** What is given up by choosing it, and what is gained: the reader's words. */
  readonly gains: string;
  readonly gives: string;
  readonly rollback: string;
}

/** A backend domain: what a senior engineer already knows before reading the brief's numbers. */
export interface ArchetypeField {
  readonly name: string;
  /** PostgreSQL type. */
  readonly type: string;
  readonly key?: boolean;
  readonly unique?: boolean;
  readonly nullable?: boolean;
  /** `entity.field` of the same archetype. */
  readonly references?: string;
  readonly classification?: 'internal' | 'pii' | 'phi' | 'secret' | 'card';
  /** Allowed values of a state field. */
  readonly values?: readonly string[];
}
export interface ArchetypeEntity {
  readonly name: string;
  readonly purpose: string;
  /** What businesses call theirs, singular: a `Venue` is a `hall`, a `Lot` a `piece`. */
  readonly alsoCalled?: readonly string[];
  readonly fields: readonly ArchetypeField[];
  readonly rowBytes: number;
  readonly store: EntityStore;
  /** Lines of text found by a few labels and the time, never by a value in them. */
  readonly lines?: boolean;
  /** Rows come from this operation (1 row each, times `rowsPerOperation`), or from a population (`per: 'user'`). */
  readonly createdBy?: string;
  readonly rowsPerOperation?: number;
  readonly perUser?: number;
  readonly retentionDays?: number;
}
export interface ArchetypeOperation {
  /** `verb-noun`. */
  readonly id: string;
  readonly summary: string;
  readonly actor: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'STREAM';
  /** Without version: `/notifications/{notificationId}`. */
  readonly path: string;
  readonly kind: 'read' | 'write' | 'stream';
  /** Share of the domain's requests, 0-1; the archetype's shares add up to 1. */
  readonly share: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly latencyP99Ms: number;
  readonly entity: string;
  /** Returns before the work is done (202). */
  readonly asynchronous?: boolean;
  readonly idempotent?: boolean;
  /** Page of items by cursor. */
  readonly list?: boolean;
  /** Its rate says nothing about the others': what is evaluated inside the caller makes no requests. */
  readonly independent?: boolean;
  /** Open to callers that have not signed in: sign-up, sign-in, published keys. */
  readonly anonymous?: boolean;
  /** Answers with 302 to the address behind the name. */
  readonly redirect?: boolean;
  /** Verbs and nouns of a brief that mean this operation: `send notification`. */
  readonly synonyms: readonly string[];
  /** Request body fields, when not simply the entity's own. */
  readonly body?: readonly ArchetypeField[];
  /** A realistic example of the request body. */
  readonly example?: Readonly<Record<string, unknown>>;
}
export interface ArchetypeFlow {
  readonly id: string;
  readonly title: string;
  readonly operation?: string;
  readonly mode: 'sync' | 'async' | 'batch';
  /** `from -> to: action`; names are roles: client, api, worker, primary-store, append-store, queue, cache, search-store, blob-store, event-stream, real-time, external:<id>. */
  readonly steps: readonly { readonly from: string; readonly to: string; readonly action: string }[];
}
export interface ArchetypeExternal {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** Provider options with the adapter's capability: technology ids or provider names. */
  readonly providers: readonly string[];
  readonly timeoutMs: number;
  /** Share of the main asynchronous jobs that go there, 0-1. */
  readonly share?: number;
  /** Price of one call where the catalogue knows one. */
  readonly unitPrice?: Fact;
}
export interface Archetype {
  readonly id: string;
  readonly name: string;
  /** `Notifications`: the bounded context's name. */
  readonly context: string;
  readonly summary: string;
  readonly triggers: {
    readonly strong: readonly string[];
    readonly weak: readonly string[];
    readonly exclude: readonly string[];
    /**
     * What people say who do not know the domain's name. A sign shows where one sentence has a word of every group; the words
     * of a group stand apart by `|`: `['outbid|higher offer', 'end|close']`.
     */
    readonly signs?: readonly (readonly string[])[];
    /** What such a brief speaks of in one sentence: the first `must` groups of words, and `need` of all. */
    readonly facets?: readonly { readonly must: number; readonly need: number; readonly groups: readonly string[] }[];
  };
  readonly entities: readonly ArchetypeEntity[];
  readonly operations: readonly ArchetypeOperation[];
  /** Parts that many businesses of the domain do without: in the design only where the brief has one of the words, `|` between them. */
  readonly optional?: readonly {
    readonly name: string;
    readonly words: string;
    readonly operations: readonly string[];
    readonly entities: readonly string[];
    readonly externals?: readonly string[];
    readonly mechanisms?: readonly string[];
  }[];
  /** The operation whose rate a brief usually states. */
  readonly mainOperation: string;
  readonly flows: readonly ArchetypeFlow[];
  readonly accessPatterns: readonly {
    readonly id: string;
    readonly entity: string;
    readonly purpose: string;
    readonly by: readonly string[];
    readonly order?: string;
    readonly kind: 'lookup' | 'range' | 'aggregation' | 'search' | 'queue' | 'geo' | 'rank' | 'vector';
    readonly operation?: string;
  }[];
  readonly events: readonly {
    readonly name: string;
    readonly when: string;
    readonly entity: string;
    readonly consumers: readonly string[];
  }[];
  readonly externals: readonly ArchetypeExternal[];
  readonly consistency: readonly { readonly scope: string; readonly need: string; readonly why: string }[];
  readonly needs: readonly Capability[];
  /** What the domain brings where the brief is silent; each with a reason. Keys are requirement keys. */
  readonly defaults: readonly {
    readonly key: string;
    readonly subject?: string;
    readonly value: Interval;
    readonly unit: Unit;
    readonly reason: string;
    readonly source?: Source;
  }[];
  readonly operationsPerUserPerDay: Fact;
  readonly peakFactor: Fact;
  /** Asynchronous jobs started by one main operation, and how long one holds a worker (s). */
  readonly jobs?: { readonly perMainOperation: Fact; readonly seconds: Fact; readonly bytes: Fact };
  readonly risks: readonly { readonly risk: string; readonly failureModes: readonly string[] }[];
  readonly mechanisms: readonly string[];
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly default: string;
    readonly changes: string;
    readonly key: string;
    readonly subject?: string;
    readonly priority: number;
  }[];
  readonly nonGoals: readonly string[];
  readonly sources: readonly Source[];
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
  };
  readonly structure: string;
  readonly steps: readonly string[];
  readonly parameters: Readonly<Record<string, Fact>>;
  readonly computed: readonly (FormulaLine & { readonly meaning: string })[];
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
