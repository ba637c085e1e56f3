import { slug } from '@archwright/kernel';
import type { Activity, Archetype, Clause, Reading } from '@archwright/model';
import { deedNamed, deedOf, isActorNoun, isMeasure } from '../../intake/words/index.ts';
import { plainName } from './fields.ts';

/** Somebody does something to an object: one mention in the brief. */
export interface Spoken {
  readonly object: string;
  readonly verb: string;
  readonly actor?: string;
  readonly kind: Activity['kind'];
  /** Place among the brief's clauses: 0 is what it says first. */
  readonly order?: number;
  /** Occurrences a second, where the brief counts them. */
  readonly rate?: string;
}

const READ_VERBS: ReadonlySet<string> = new Set(
  (
    'view read see search browse find list open look check watch query get download follow track compare monitor show fetch access ' +
    'stream play listen lookup look-up poll'
  ).split(' '),
);
export const isReadVerb = (verb: string): boolean => READ_VERBS.has(verb.split(' ')[0] ?? '');

/** Words of a technical brief that count calls, not things. */
const ANY_CALL = /^(?:api )?(?:request|call|hit|operation|query|get)$/;

/** `searches a day`, `lookups`: an act, and no thing it is done to. */
const isAct = ({ object, verb }: Spoken): boolean => isReadVerb(verb) && isReadVerb(object);

/** `3 million downloads` are reads of what is uploaded: an act without a thing takes the thing most spoken of. */
function withThing(one: Spoken, main: string | undefined): Spoken {
  return isAct(one) && main !== undefined ? { ...one, object: main } : one;
}

/** What a title says is kept: a feature store keeps features. */
const keptBy = (title: string): string | undefined =>
  /^(?:an? |the )?((?:[a-z-]+ )?[a-z-]{3,})s? (?:store|registry|catalogue|catalog|index|repository|library|archive|database|directory|cache)$/i
    .exec(title)?.[1]
    ?.toLowerCase();

/**
 * Everything the brief says is done to something, activities with their rates first; one thing has one name.
 *
 * @param alone - no known domain stands beside
 */
export function spokenOf(reading: Reading, alone: boolean): readonly Spoken[] {
  const all: readonly Spoken[] = [
    ...reading.activities.filter(({ object }) => !ANY_CALL.test(object) && !isMeasure(object)).map(fromActivity),
    ...reading.clauses.map((clause, order) => ({ ...fromClause(clause), order })),
  ];
  const things = new Map<string, number>();
  for (const { object, verb } of all)
    if (object !== verb && !isReadVerb(object) && deedNamed(object) === undefined)
      things.set(object, (things.get(object) ?? 0) + 1);
  const named = reading.entities.find(
    ({ name }) => deedNamed(name) === undefined && !isReadVerb(name) && !isActorNoun(name.split(' ').at(-1)!),
  );
  const main = [...things].sort((a, b) => b[1] - a[1])[0]?.[0] ?? named?.name ?? keptBy(reading.title);
  // An activity's figures belong to the name it has: only what has none is renamed.
  const counted = new Set(
    reading.activities.filter(({ meanRate, peakRate }) => meanRate ?? peakRate).map(({ object }) => object),
  );
  return (
    all
      // Beside a known domain a bare read (`150 searches a second`) is that domain's.
      .flatMap((one) => (alone ? [withThing(one, main)] : isAct(one) ? [] : [one]))
      .map((one) => (counted.has(one.object) ? one : { ...one, object: plainName(one.object, all) }))
  );
}

const fromActivity = ({ object, verb, actor, kind, meanRate, peakRate }: Activity): Spoken => {
  const rate = meanRate ?? peakRate;
  return { object, verb, kind, ...(actor !== undefined && { actor }), ...(rate !== undefined && { rate }) };
};

/** Opening an incident makes one; opening a map shows it. */
const OPENED = /^(?:incident|case|ticket|account|dispute|claim|issue|investigation|project)$/;

const fromClause = ({ object, verb: said, actor }: Clause): Spoken => {
  const verb = said === 'open' && OPENED.test(object.split(' ').at(-1)!) ? 'create' : said;
  return {
    object,
    verb,
    kind: isReadVerb(verb) ? 'read' : 'write',
    ...(actor !== undefined && { actor }),
  };
};

/** Objects of the clauses that made a domain recognisable: they are its own entities under the business's names. */
export function describedObjects(reading: Reading, beside: readonly Archetype[]): ReadonlySet<string> {
  const places = reading.domains
    .filter(({ archetype }) => beside.some(({ id }) => id === archetype))
    .flatMap(({ evidence }) => evidence);
  return new Set(
    reading.clauses
      .filter(({ at }) => places.some(({ start, end }) => start! <= at.start! && at.end! <= end!))
      .map(({ object }) => object),
  );
}

/** Words of an archetype's entities and operations: what it already covers. */
export const vocabularyOf = (archetypes: readonly Archetype[]): ReadonlySet<string> =>
  new Set(
    archetypes.flatMap((archetype) =>
      [
        archetype.id,
        archetype.context,
        ...archetype.entities.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled]),
        ...(archetype.triggers.signs ?? []).flat().flatMap((group) => group.split('|')),
        ...[...archetype.operations, ...(archetype.outside ?? [])].flatMap(({ id, synonyms }) => [id, ...synonyms]),
        ...archetype.triggers.strong,
        ...archetype.triggers.weak,
      ].flatMap((text) => slug(text).split('-')),
    ),
  );

/** Whether doing this leaves a record beside the thing it is done to: a vote on a proposal, a loan of a saw. */
export const leavesRecord = ({ verb, object }: Spoken): boolean => {
  const deed = deedOf(verb);
  // `register lambs` brings the lambs into the register: the lamb is the record.
  return deed !== undefined && deed.noun !== object.split(' ').at(-1) && deedNamed(object) === undefined && verb !== 'register';
};
