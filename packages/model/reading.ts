import type { Place } from '@archwright/kernel';
import type { Intent, Requirement } from './requirement.ts';

/** A thing somebody does, with its rate: "users send ten messages a day" is the activity `send-message`. */
export interface Activity {
  /** `verb-noun` slug, e.g. `send-message`; unique in a reading. */
  readonly id: string;
  readonly verb: string;
  /** Singular noun acted on, as words: `message`, `short link`. */
  readonly object: string;
  readonly actor?: string;
  readonly kind: 'read' | 'write' | 'stream' | 'job';
  /** Figure ids in the book of the reading, base units; absent = not derivable from the brief. */
  readonly meanRate?: string;
  readonly peakRate?: string;
  /** Bytes of one occurrence as it arrives (writes) or leaves (reads). */
  readonly bytes?: string;
  /** Share of occurrences in which a record is kept, and for how long (s); absent = kept for ever / unknown. */
  readonly retention?: string;
  readonly at?: Place;
}

/** A word of the brief that may become an entity. */
export interface Term {
  readonly name: string;
  readonly mentions: number;
  readonly at?: Place;
  /** Figure: how many exist, when stated. */
  readonly population?: string;
  readonly bytes?: string;
}

/** "Customers upload photos": actor, verb, object, from the grammar of the brief and not from an archetype. */
export interface Clause {
  readonly actor?: string;
  readonly verb: string;
  readonly object: string;
  readonly at: Place;
}

export interface DomainMatch {
  readonly archetype: string;
  readonly score: number;
  /** What in the brief pointed there. */
  readonly evidence: readonly Place[];
}

/** What the brief says, as far as it was understood. Figures live in the book that travels with it. */
export interface Reading {
  readonly text: string;
  readonly title: string;
  readonly intent: Intent;
  readonly requirements: readonly Requirement[];
  readonly activities: readonly Activity[];
  readonly entities: readonly Term[];
  readonly actors: readonly Term[];
  readonly clauses: readonly Clause[];
  readonly domains: readonly DomainMatch[];
}
