import { type Place, slug } from '@archwright/kernel';
import type { Activity, Clause } from '@archwright/model';
import { verbKind, type WordReading } from './words/index.ts';

const MOST_ACTIVITIES = 80;
/** Characters between a verb and its rate; further apart they are about different things. */
const LONGEST_STRETCH = 200;

/**
 * What is done in the system: activities with rates first, then those that the grammar names without one. A clause about a
 * rated activity is not added again, but tells who does it; and where the rate named only a noun ("1,200 visits a day"), the
 * first clause about the noun says what is done ("owners book visits").
 */
export function mergeActivities(rated: readonly Activity[], words: WordReading): readonly Activity[] {
  const merged = new Map(rated.map((activity) => [activity.id, activity]));
  const unnamed = new Map(rated.filter(({ verb, object }) => verb === object).map((activity) => [activity.object, activity.id]));
  for (const { clauses } of words.sentences)
    for (const clause of clauses) {
      if (clause.isNegated || merged.size >= MOST_ACTIVITIES) continue;
      const id = slug(`${clause.verb} ${clause.object}`);
      const known = merged.get(id) ?? merged.get(unnamed.get(clause.object) ?? '');
      if (known)
        merged.set(known.id, {
          ...known,
          ...actorOf(clause, known),
          ...(known.id === id ? {} : { verb: clause.verb, kind: verbKind(clause.verb) }),
        });
      else if (!rated.some((activity) => isSame(activity, clause, words.text)))
        merged.set(id, {
          id,
          verb: clause.verb,
          object: clause.object,
          ...actorOf(clause),
          kind: verbKind(clause.verb),
          at: clause.at,
        });
      unnamed.delete(clause.object);
    }
  return [...merged.values()];
}

const actorOf = (clause: Clause, known?: Activity): { actor?: string } => {
  const actor = known?.actor ?? clause.actor;
  return actor === undefined ? {} : { actor };
};

/** The same verb and object, or the same verb in the stretch the rate was read from: `send position, speed and door state`. */
function isSame(activity: Activity, { verb, object, at }: { verb: string; object: string; at: Place }, text: string): boolean {
  if (activity.verb !== verb) return false;
  if (activity.object === object) return true;
  if (activity.at?.start === undefined) return false;
  const [from, to] = [Math.min(activity.at.start, at.start!), Math.max(activity.at.start, at.start!)];
  return to - from < LONGEST_STRETCH && !/[;:.!?]\s/.test(text.slice(from, to));
}
