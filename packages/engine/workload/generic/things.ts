import { slug } from '@archwright/kernel';
import type { Reading } from '@archwright/model';
import { type Deed, deedNamed, deedOf, isActorNoun, isGeneric, isMachineNoun, isPersonNoun } from '../../intake/words/index.ts';
import { isReadVerb, leavesRecord, type Spoken } from './spoken.ts';

/** A thing the brief speaks of, as something the design keeps. */
export interface Thing {
  readonly name: string;
  /** `person` acts; `record` is kept and changed; `deed` is what somebody did to a record, one row each time. */
  readonly role: 'person' | 'record' | 'deed';
  /** What is said to be done to it. */
  readonly spoken: readonly Spoken[];
  /** The brief says how many of these people there are: they are who it is for. */
  readonly isCounted?: boolean;
  /** Who brings it about. */
  readonly by?: string;
  /** The record it belongs to. */
  readonly of?: string;
  readonly deed?: Deed;
  /** Kinds that the brief lists and treats alike: drills, saws and ladders. */
  readonly kinds?: readonly string[];
}

const MOST = { record: 6, deed: 4, person: 3 } as const;
/** Beside a known domain only what the brief plainly speaks of. */
const MOST_BESIDE = { record: 3, deed: 2, person: 0 } as const;
/** A verb on so many things alike makes them kinds of one thing. */
const FEWEST_KINDS = 3;
/** Words of a compound that say what an institution deals in: `tool library`, `book shop`. */
const DEALS_IN = /^(?:library|shop|store|bank|market|exchange|rental|depot|hire|pool)$/;

/**
 * The things a design of the brief's own words keeps: records, the deeds done to them, and the people who do them.
 *
 * @param accepts - whether a noun is free: no known domain covers it
 */
export function thingsOf(
  reading: Reading,
  spoken: readonly Spoken[],
  alone: boolean,
  accepts: (noun: string) => boolean,
): readonly Thing[] {
  const limit = alone ? MOST : MOST_BESIDE;
  const merged = withKinds(spoken, reading);
  const isKind = (name: string): boolean => [...merged.kinds.values()].some((kinds) => kinds.includes(name));
  const people = alone ? peopleOf(reading, merged.spoken).filter((name) => !isKind(name)) : [];
  const isPerson = (name: string): boolean => people.includes(name);
  const records = recordsOf(reading, merged.spoken, alone)
    .filter((name) => !isPerson(name) && !isKind(name) && accepts(name))
    .slice(0, limit.record);
  const deeds = deedsOf(merged.spoken, records, isPerson, reading, alone)
    .filter(({ name }) => accepts(name))
    .slice(0, limit.deed);
  const own = records.filter((name) => !deeds.some((deed) => deed.name === name));
  return distinct([
    ...people.slice(0, limit.person).map((name): Thing => ({
      name,
      role: 'person',
      isCounted: reading.requirements.some(({ key, subject }) => /^(?:population|users)/.test(key) && subject === slug(name)),
      spoken: merged.spoken.filter(({ object }) => object === name),
    })),
    ...own.map((name): Thing => {
      const mine = merged.spoken.filter(({ object }) => object === name);
      const by = mine.find(({ verb, actor }) => actor !== undefined && !isReadVerb(verb) && deedOf(verb) === undefined)?.actor;
      const kinds = merged.kinds.get(name);
      return { name, role: 'record', spoken: mine, ...(by !== undefined && { by }), ...(kinds && { kinds }) };
    }),
    ...deeds,
  ]);
}

/** One of each name as code has it: `tap-in` and `tap in` are one. */
const distinct = (things: readonly Thing[]): readonly Thing[] => {
  const seen = new Set<string>();
  return things.filter(({ name }) => !seen.has(slug(name)) && seen.add(slug(name)));
};

/** Three and more things under one verb, and nothing else said of any of them, are kinds of one thing. */
function withKinds(
  spoken: readonly Spoken[],
  reading: Reading,
): { spoken: readonly Spoken[]; kinds: ReadonlyMap<string, readonly string[]> } {
  const groups = new Map<string, Set<string>>();
  for (const { verb, actor = '', object } of spoken)
    if (spoken.filter((one) => one.object === object).every((one) => one.verb === verb && one.rate === undefined))
      groups.set(`${verb} ${actor}`, (groups.get(`${verb} ${actor}`) ?? new Set()).add(object));
  const kinds = new Map<string, readonly string[]>();
  const renamed = new Map<string, string>();
  for (const objects of groups.values()) {
    if (objects.size < FEWEST_KINDS) continue;
    const actor = spoken.find(({ object }) => objects.has(object))?.actor;
    const [dealt, place] = actor?.split(' ').slice(-2) ?? [];
    const heads = new Set([...objects].map((object) => object.split(' ').at(-1)!));
    const name = dealt && place && DEALS_IN.test(place) ? dealt : heads.size === 1 ? [...heads][0]! : undefined;
    if (name === undefined || reading.actors.some((one) => one.name === name)) continue;
    kinds.set(
      name,
      [...objects].map((object) => object.replace(new RegExp(` ${name}$`), '')),
    );
    for (const object of objects) renamed.set(object, name);
  }
  return { spoken: spoken.map((one) => ({ ...one, object: renamed.get(one.object) ?? one.object })), kinds };
}

/** People and institutions that act or are counted: each is an account. */
function peopleOf(reading: Reading, spoken: readonly Spoken[]): readonly string[] {
  const acting = new Set(spoken.flatMap(({ actor }) => actor ?? []));
  const undergoing = new Set(spoken.map(({ object }) => object));
  const counted = new Set(
    reading.requirements.filter(({ key }) => /^(?:population|users)/.test(key)).map(({ subject }) => subject ?? ''),
  );
  const named = [...new Set([...reading.actors.map(({ name }) => name), ...acting, ...undergoing])];
  const people = named.filter((name) => {
    const head = name.split(' ').at(-1)!;
    return (
      name.split(' ').length <= 2 &&
      !isGeneric(head) &&
      (isPersonNoun(head) || (isActorNoun(head) && (counted.has(slug(name)) || acting.has(name)) && !isMachineNoun(head)))
    );
  });
  // "Learners ..., 500k users": the users are the people named.
  const particular = people.filter(
    (name) => !/^(?:user|person|people)$/.test(name) && !people.some((other) => name.endsWith(` ${other}`)),
  );
  return particular.length > 0 ? particular : people;
}

/** What is sent because something happened: a job, no thing that the business keeps. */
const MESSAGES = /^(?:reminder|notification|alert|alarm|e?-?mail|message|sms|feed)s?$/;

/** Beside a known domain: done by somebody, or simply done; "answers must cite entries" is a property. */
const isDone = ({ actor }: Spoken): boolean => actor === undefined || isActorNoun(actor.split(' ').at(-1)!);

/** Names of what is kept, most spoken of first; a brief that names no deed is filled up with its counted and listed nouns. */
function recordsOf(reading: Reading, spoken: readonly Spoken[], alone: boolean): readonly string[] {
  const weights = new Map<string, number>();
  const counts = (one: Spoken): boolean => one.rate !== undefined || (!MESSAGES.test(one.object) && (alone || isDone(one)));
  for (const one of spoken.filter(counts))
    weights.set(one.object, (weights.get(one.object) ?? 0) + (one.rate !== undefined ? 3 : one.kind === 'read' ? 1 : 2));
  const ranked = [...weights]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .filter(([, weight]) => alone || weight >= 3)
    .map(([name]) => name);
  if (!alone) return ranked;
  const title = new Set(slug(reading.title).split('-'));
  const named = reading.entities
    .map(({ name }) => name)
    .filter((name) => !isGeneric(name.split(' ').at(-1)!) && name.length > 3 && !isAct(reading, name) && !MESSAGES.test(name))
    .filter((name) => ![...ranked].some((known) => known === name || known.endsWith(` ${name}`) || name.endsWith(` ${known}`)))
    // What only names the organisation is not kept by it: `choir festival`.
    .filter(
      (name) =>
        !slug(name)
          .split('-')
          .every((word) => title.has(word)) || ranked.length === 0,
    );
  return [...ranked, ...named.filter((name) => !named.some((other) => other.endsWith(` ${name}`)))];
}

/** `3 million downloads`: an act on something else, which is what is kept. */
const isAct = (reading: Reading, name: string): boolean =>
  isReadVerb(name) && reading.activities.some(({ verb }) => verb === name || verb.replace('-', '') === name);

function deedsOf(
  spoken: readonly Spoken[],
  records: readonly string[],
  isPerson: (name: string) => boolean,
  reading: Reading,
  alone: boolean,
): readonly Thing[] {
  const made = new Map<string, Thing>();
  for (const one of spoken.filter(leavesRecord)) {
    if (!records.includes(one.object) && !isPerson(one.object)) continue;
    const deed = deedOf(one.verb)!;
    const name = made.has(deed.noun) && made.get(deed.noun)!.of !== one.object ? `${one.object} ${deed.noun}` : deed.noun;
    const by = one.actor ?? made.get(name)?.by;
    const said = spoken.filter(({ object }) => object === name);
    if (!made.has(name) && (alone || one.rate !== undefined))
      made.set(name, { name, role: 'deed', spoken: [one, ...said], of: one.object, deed, ...(by !== undefined && { by }) });
  }
  // "Loans, fines": named as nouns, done to what the brief counts or speaks of most.
  const thing = records.find((name) => deedNamed(name) === undefined && !isPerson(name));
  for (const name of records) {
    const deed = deedNamed(name);
    if (deed === undefined || made.has(name)) continue;
    const said = spoken.filter(({ object }) => object === name);
    const by = said.find(({ actor }) => actor !== undefined)?.actor ?? reading.actors.find((one) => isPerson(one.name))?.name;
    made.set(name, {
      name,
      role: 'deed',
      spoken: said,
      deed,
      ...(by !== undefined && { by }),
      ...aboutOf(reading, name, records, deed.due === true || ON_SOMETHING.test(name) ? thing : undefined),
    });
  }
  return [...made.values()];
}

/** Deeds that are nothing without what they are done to; one applies, enrols or pays without a thing too. */
const ON_SOMETHING = /^(?:vote|rating|score|signature|bid)$/;

/** `rooms are cleaned, supervisors inspect`: a deed without an object is done to what was spoken of right before. */
function aboutOf(reading: Reading, name: string, records: readonly string[], otherwise: string | undefined): { of?: string } {
  const at = reading.clauses.findIndex(({ object }) => object === name);
  const before = at > 0 ? reading.clauses[at - 1]!.object : undefined;
  const of = before !== undefined && before !== name && records.includes(before) ? before : otherwise;
  return of === undefined ? {} : { of };
}
