import type { Figure } from '@archwright/kernel';
import type { Writer } from './writer.ts';

/** The figures with these ids and everything they were computed from, each once. */
export function ancestorsOf(ids: readonly string[], write: Writer): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  const waiting = [...ids];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const figure = write.figure(next);
    found.set(next, figure);
    waiting.push(...Object.values(figure.inputs));
  }
  return found;
}
