import { slug } from '@archwright/kernel';
import type { Activity, Archetype, ArchetypeOperation } from '@archwright/model';

const words = (text: string): readonly string[] =>
  slug(text)
    .split('-')
    .map((word) => (word.length > 3 ? word.replace(/(?:ies)$/, 'y').replace(/s$/, '') : word));

const overlap = (a: readonly string[], b: readonly string[]): number => a.filter((word) => b.includes(word)).length;

/** How well an activity of the brief fits an operation: shared object words count double, and the kind must not contradict. */
function fit(activity: Activity, operation: ArchetypeOperation): number {
  const kind = activity.kind === 'job' ? 'write' : activity.kind;
  if (kind !== operation.kind && !(kind === 'stream' && operation.kind === 'write')) return 0;
  const verb = words(activity.verb);
  const object = words(activity.object);
  const phrases = [operation.id, ...operation.synonyms];
  return Math.max(...phrases.map((phrase) => {
    const own = words(phrase);
    const objectHit = overlap(object, own.slice(1));
    const verbHit = overlap(verb, own.slice(0, 1));
    return objectHit === 0 ? 0 : 2 * objectHit + verbHit;
  }));
}

/** The operation an activity means, or undefined when the archetype has none like it. */
export function matchActivity(activity: Activity, archetype: Archetype): { operation: ArchetypeOperation; score: number } | undefined {
  const scored = archetype.operations.map((operation) => ({ operation, score: fit(activity, operation) + (operation.id === archetype.mainOperation ? 0.5 : 0) }));
  const best = scored.filter(({ score }) => score >= 2).sort((a, b) => b.score - a.score)[0];
  return best;
}
