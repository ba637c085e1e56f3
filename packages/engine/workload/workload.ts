import type { Figure } from '@archwright/kernel';
import type { Archetype, ArchetypeEntity, ArchetypeOperation, DemandVariable } from '@archwright/model';

import type { ProviderFee } from './provider-fees.ts';

/** A bounded context of the brief: an archetype, or one read from the brief's own nouns and verbs. */
export interface Context {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly archetype: Archetype;
  /** Read from the brief's own words because no archetype fits. */
  readonly generic: boolean;
}

export interface SizedOperation {
  readonly id: string;
  readonly context: string;
  readonly definition: ArchetypeOperation;
  readonly mean: Figure;
  readonly peak: Figure;
  readonly requestBytes: Figure;
  readonly responseBytes: Figure;
  /** The brief states this rate; the others follow from it or from users. */
  readonly stated: boolean;
}

export interface SizedEntity {
  readonly id: string;
  readonly context: string;
  readonly definition: ArchetypeEntity;
  readonly rowBytes: Figure;
  /** Rows created a second, where an operation creates them. */
  readonly rate?: Figure;
  readonly retention?: Figure;
  readonly rowsYearOne: Figure;
  readonly rowsHorizon: Figure;
  readonly bytesHorizon: Figure;
}

/** The demand: what must be carried, before anything is chosen. Every number is a figure of the book. */
export interface Workload {
  readonly contexts: readonly Context[];
  readonly operations: readonly SizedOperation[];
  readonly entities: readonly SizedEntity[];
  readonly demand: Readonly<Record<DemandVariable, Figure>>;
  /** Fees of external services: part of the bill whatever is chosen. */
  readonly fees: readonly ProviderFee[];
  /** Ids of the assumed figures it rests on, in the order they were made. */
  readonly assumed: readonly string[];
  /** What the domain usually has and the brief does not ask for, with the figure that kept it out. */
  readonly leftOut: readonly string[];
}
