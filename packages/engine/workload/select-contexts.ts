import { slug } from '@archwright/kernel';
import type { Archetype, Reading } from '@archwright/model';
import { genericArchetype } from './generic-archetype.ts';
import type { Context } from './workload.ts';

/** Matches weaker than this share of the strongest are words in passing, not bounded contexts. */
const RELATIVE_SCORE = 0.34;
const MOST_CONTEXTS = 5;

/**
 * The bounded contexts of a brief, strongest first: one per archetype that it matches; a brief that fits none gets one
 * context from its own nouns and verbs. Nouns that people write about and no archetype covers become a further context.
 */
export function selectContexts(reading: Reading, archetypes: readonly Archetype[]): readonly Context[] {
  const known = new Map(archetypes.map((archetype) => [archetype.id, archetype]));
  const strongest = Math.max(0, ...reading.domains.map(({ score }) => score));
  const matched = reading.domains
    .filter(({ score }) => score >= strongest * RELATIVE_SCORE)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ archetype }) => known.get(archetype) ?? [])
    .slice(0, MOST_CONTEXTS)
    .map((archetype): Context => ({ id: slug(archetype.context), name: archetype.context, purpose: archetype.summary, archetype, generic: false }));
  const own = genericArchetype(reading, matched.map(({ archetype }) => archetype));
  const generic: Context[] = own ? [{ id: slug(own.context), name: own.context, purpose: own.summary, archetype: own, generic: true }] : [];
  return uniqueIds([...matched, ...generic]);
}

function uniqueIds(contexts: readonly Context[]): readonly Context[] {
  const seen = new Set<string>();
  return contexts.filter(({ id }) => !seen.has(id) && seen.add(id));
}
