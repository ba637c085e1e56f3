import type { Fact, Interval, Source, Unit } from '@archwright/kernel';
import type { EntityStore } from './architecture.ts';
import type { Capability } from './capability.ts';

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
  /** Parts that many businesses of the domain do without: in the design only where the brief has one of `words`, or none of `unless`; `|` stands between words. */
  readonly optional?: readonly {
    readonly name: string;
    readonly words?: string;
    readonly unless?: string;
    readonly operations: readonly string[];
    readonly entities: readonly string[];
    readonly externals?: readonly string[];
    readonly mechanisms?: readonly string[];
  }[];
  /** Operations that the brief says make no requests here: their rates are nobody else's. */
  readonly outside?: readonly ArchetypeOperation[];
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
