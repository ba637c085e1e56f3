import type { Term } from '@archwright/model';
import { isActorNoun } from './words/index.ts';

/**
 * Terms with the populations the brief counts: a term takes the figure of the same noun, and a counted noun that grammar did
 * not find becomes a term. People and devices go to the actors, things to the entities.
 */
export function mergePopulations(
  terms: readonly Term[],
  populations: readonly Term[],
  role: 'entity' | 'actor',
): readonly Term[] {
  const byName = new Map(populations.map((population) => [population.name.replaceAll('-', ' '), population]));
  const counted = terms.map((term) => {
    const population = byName.get(term.name);
    return population ? { ...population, ...term } : term;
  });
  const known = new Set(terms.map(({ name }) => name));
  const added = [...byName]
    .filter(([name]) => !known.has(name) && isActorNoun(name.split(' ').at(-1) ?? '') === (role === 'actor'))
    .map(([name, population]) => ({ ...population, name }));
  return [...counted, ...added];
}
