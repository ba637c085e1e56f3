import type { Archetype } from '@archwright/model';

/** What makes a domain recognisable in a brief. */
export interface DomainSignature {
  readonly id: string;
  readonly name: string;
  readonly triggers: {
    /** Phrases that name the domain. */
    readonly strong: readonly string[];
    /** Phrases that go with it. */
    readonly weak: readonly string[];
    /** Phrases that mean another domain. */
    readonly exclude: readonly string[];
    /** Groups of words that a sentence has one of each of, where it speaks of the domain without naming it. */
    readonly signs?: readonly (readonly string[])[];
    /** Groups of which a sentence has the first `must`, and `need` in all, where it speaks of the domain without naming it. */
    readonly facets?: readonly { readonly must: number; readonly need: number; readonly groups: readonly string[] }[];
  };
  /** Its entities and operations as words: `delivery`, `send notification`. */
  readonly terms: readonly string[];
}

const asWords = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();

/** The signature of a catalogue archetype: its triggers, entity names and what its operations are called. */
export const signatureOf = ({ id, name, triggers, entities, operations }: Archetype): DomainSignature => ({
  id,
  name,
  triggers,
  terms: [
    ...new Set([
      ...entities.map((entity) => asWords(entity.name)),
      ...operations.flatMap((operation) => [asWords(operation.id), ...operation.synonyms]),
    ]),
  ],
});
