import { slug } from '@archwright/kernel';
import type { Activity, Archetype, ArchetypeOperation } from '@archwright/model';
import { isMachineNoun } from '../intake/words/index.ts';

const words = (text: string): readonly string[] =>
  slug(text)
    .split('-')
    .map((word) => (word.length > 3 ? word.replace(/(?:ies)$/, 'y').replace(/s$/, '') : word));

/** Words of one root: "evaluation" and "evaluate", "booking" and "book". */
const STEM = 6;
const related = (a: string, b: string): boolean =>
  a === b || (a.length >= STEM && b.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM));

const overlap = (a: readonly string[], b: readonly string[]): number =>
  a.filter((word) => b.some((other) => related(word, other))).length;

/** Verbs that add nothing to their noun. */
export const verbIsSpecific = ([verb]: readonly string[]): boolean =>
  !/^(?:make|do|perform|create|handle|process|run|have|get|serve|expect)$/.test(verb ?? '');

/** The rows that this operation makes, by their name and by what the business calls them: `piece` for the lots of `create-lot`. */
const calledObjects = (operation: ArchetypeOperation, { entities }: Archetype): readonly string[] =>
  entities
    .filter(({ createdBy, rowsPerOperation = 1 }) => createdBy === operation.id && rowsPerOperation >= 1)
    .flatMap(({ name: own, alsoCalled = [] }) => [own, ...alsoCalled].map((name) => `${operation.id.split('-')[0]} ${name}`));

/** How well an activity of the brief fits an operation: shared object words count double, and the kind must not contradict. */
function fit(activity: Activity, operation: ArchetypeOperation, archetype: Archetype): number {
  const kind = activity.kind === 'job' ? 'write' : activity.kind;
  const verb = words(activity.verb);
  // A noun alone ("evaluations a day") says nothing about reading or writing, and what an operation itself calls it is it: clicks.
  const isOtherKind = (kind === 'read') !== (operation.kind === 'read') && verbIsSpecific(verb);
  const object = words(activity.object);
  const phrases = [operation.id, ...operation.synonyms, ...calledObjects(operation, archetype)];
  return Math.max(
    ...phrases.map((phrase) => {
      const own = words(phrase);
      // An object may be the verb as a noun: "evaluations a day" are what `evaluate-flag` does.
      const objectHit = Math.max(
        overlap(object, own.slice(1)),
        object.length === 1 && !verbIsSpecific(verb) ? overlap(object, own.slice(0, 1)) : 0,
      );
      const verbHit = overlap(verb, own.slice(0, 1));
      if (isOtherKind && verbHit === 0) return 0;
      return objectHit === 0 ? 0 : 2 * objectHit + verbHit;
    }),
  );
}

interface Match {
  readonly operation: ArchetypeOperation;
  readonly score: number;
}
const matched = new WeakMap<Activity, WeakMap<Archetype, Match | null>>();

/** The operation an activity means, or undefined when the archetype has none like it. */
export function matchActivity(activity: Activity, archetype: Archetype): Match | undefined {
  let known = matched.get(activity);
  if (!known) matched.set(activity, (known = new WeakMap()));
  let found = known.get(archetype);
  if (found === undefined) known.set(archetype, (found = findMatch(activity, archetype) ?? null));
  return found ?? undefined;
}

function findMatch(activity: Activity, archetype: Archetype): Match | undefined {
  const scored = archetype.operations.map((operation) => ({
    operation,
    score: fit(activity, operation, archetype) + (operation.id === archetype.mainOperation ? 0.5 : 0),
  }));
  return scored.filter(({ score }) => score >= 2).sort((a, b) => b.score - a.score)[0];
}

/** Callers of operations that only programs and devices make. */
const PROGRAM = /^(?:device|sdk|agent|collector|sensor)$/;

/**
 * Whether an activity that fits no operation by its words may still be what the domain is mainly about. What devices send is not
 * what people do: parking sessions are no readings, even where bays have sensors.
 */
export function canBeMain(activity: Activity, archetype: Archetype): boolean {
  if (matchActivity(activity, archetype)) return true;
  const main = archetype.operations.find(({ id }) => id === archetype.mainOperation);
  if (!main || !PROGRAM.test(main.actor)) return true;
  const verbs = new Set([main.id, ...main.synonyms].map((phrase) => phrase.split(/[- ]/)[0]));
  return (
    verbs.has(activity.verb) ||
    isMachineNoun((activity.actor ?? '').split(' ').at(-1)!) ||
    activity.kind === 'stream' ||
    readsMachines(activity)
  );
}

/** `the utility reads 400,000 meters hourly`: what is read off machines are their readings, whoever asks for them. */
export const readsMachines = ({ verb, object }: Activity): boolean =>
  /^(?:read|poll|query|collect|sample|interrogate)$/.test(verb) && isMachineNoun(object.split(' ').at(-1)!);
