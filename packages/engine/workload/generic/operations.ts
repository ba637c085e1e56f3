import { pascalCase, slug } from '@archwright/kernel';
import type { ArchetypeEntity, ArchetypeOperation } from '@archwright/model';
import { deedOf } from '../../intake/words/index.ts';
import { actionNoun } from './action-noun.ts';
import { isReadVerb, type Spoken } from './spoken.ts';
import type { Thing } from './things.ts';

export interface Draft {
  readonly operation: Omit<ArchetypeOperation, 'share'>;
  /** How often beside the other operations of the brief; chosen by us. */
  readonly weight: number;
}

/**
 * Weights: an account is made once and a thing that deeds are done to is entered rarely, deeds happen all the time; a row is read
 * some times for each change. They only set proportions: a rate of the brief scales them all.
 */
const WEIGHT = {
  account: 0.05,
  entered: 0.1,
  happens: 1,
  offered: 0.3,
  billed: 0.05,
  changed: 0.3,
  read: 3,
  listed: 2,
  file: 10,
} as const;
const MOST_SPECIAL = 4;

const CREATE_VERBS: ReadonlySet<string> = new Set(
  'create add record register submit post make place send upload enter store write file lodge log keep report sample import scan pick apply propose'.split(
    ' ',
  ),
);
/** Reads that say more than "get": each is an operation of its own. */
const OWN_READS = /^(?:download|stream|play|listen|compare|search)$/;

const article = (object: string): string => `${/^[aeiou]/.test(object) ? 'an' : 'a'} ${object}`;
export const plural = (word: string): string =>
  /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** What can be done with a thing: made, read, listed, changed, and whatever else the brief says is done to it. */
export function operationsOf(thing: Thing, things: readonly Thing[], entity: ArchetypeEntity): readonly Draft[] {
  if (thing.role === 'deed') return deedOperations(thing, things, entity);
  const made = creation(thing, things);
  // What came from a machine and is never changed is only appended and read.
  if (entity.store === 'append') return [made, listing(thing)];
  // The row of a file is read in lists; what is fetched by key are its bytes.
  const read = entity.store === 'blob' ? [] : [reading(thing)];
  return [made, ...transitions(thing), change(thing), ...read, listing(thing), ...ownReads(thing, entity)];
}

const base = (thing: Thing): Pick<ArchetypeOperation, 'actor' | 'entity' | 'latencyP99Ms'> => ({
  actor:
    thing.by ??
    thing.spoken.find(({ actor }) => actor !== undefined)?.actor ??
    (thing.role === 'person' ? thing.name : 'member of staff'),
  entity: pascalCase(thing.name),
  latencyP99Ms: 300,
});
const collectionOf = (name: string): string => `/${plural(slug(name))}`;

/** Rows of a thing come about in the course of business, are put up for others to act on, or are entered once. */
function creationWeight(thing: Thing, things: readonly Thing[]): number {
  if (thing.role === 'person') return WEIGHT.account;
  const isMade = thing.spoken.some(({ verb, actor }) => CREATE_VERBS.has(verb) && actor !== undefined);
  if (things.some(({ role, of }) => role === 'deed' && of === thing.name)) return isMade ? WEIGHT.offered : WEIGHT.entered;
  if (thing.spoken.some(({ rate }) => rate !== undefined)) return WEIGHT.happens;
  return isMade || thing.spoken.every(({ verb }) => !isReadVerb(verb)) ? WEIGHT.happens : WEIGHT.entered;
}

/** Whether a rate of the thing's noun is that of making it; where deeds are done to it, it is theirs. */
const takesRate = (thing: Thing, things: readonly Thing[]): boolean =>
  !things.some(({ role, of }) => role === 'deed' && of === thing.name);

function creation(thing: Thing, things: readonly Thing[]): Draft {
  const { name, role, spoken } = thing;
  const said = spoken.filter(({ verb }) => CREATE_VERBS.has(verb));
  return {
    weight: creationWeight(thing, things),
    operation: {
      ...base(thing),
      ...(said[0]?.actor !== undefined && { actor: said[0].actor }),
      id: `create-${slug(name)}`,
      summary: `${capital(said[0] && said[0].verb !== name ? said[0].verb : role === 'person' ? 'register' : 'create')} ${article(name)}`,
      method: 'POST',
      path: collectionOf(name),
      kind: 'write',
      requestBytes: 600,
      responseBytes: 500,
      idempotent: true,
      synonyms: [
        ...new Set([
          ...(takesRate(thing, things) ? ['create', 'handle', name] : []),
          'add',
          'record',
          'register',
          'submit',
          'post',
          'make',
          'place',
          'send',
          'upload',
          ...said.map(({ verb }) => verb),
        ]),
      ].map((verb) => `${verb} ${name}`),
    },
  };
}

/** What the brief says is done to a row: each moves it from one state to another, in a place of its own below the row. */
function transitions(thing: Thing): readonly Draft[] {
  const { name, spoken } = thing;
  const special = spoken.filter(
    ({ verb, kind, object }) =>
      (kind !== 'read' || !isReadVerb(verb)) &&
      !CREATE_VERBS.has(verb) &&
      deedOf(verb) === undefined &&
      verb !== object &&
      actionNoun(slug(verb)) !== slug(object),
  );
  return [...new Map(special.map((one) => [one.verb, one])).values()].slice(0, MOST_SPECIAL).map(({ verb, actor }) => ({
    weight: WEIGHT.happens,
    operation: {
      ...base(thing),
      ...(actor !== undefined && { actor }),
      id: `${slug(verb)}-${slug(name)}`,
      summary: `${capital(verb)} ${article(name)}`,
      method: 'POST' as const,
      path: `${collectionOf(name)}/{id}/${actionNoun(slug(verb))}`,
      kind: 'write' as const,
      // What is to happen stands in the path; the thing itself is already known.
      body: [],
      requestBytes: 300,
      responseBytes: 500,
      idempotent: true,
      synonyms: [`${verb} ${name}`],
    },
  }));
}

const change = (thing: Thing): Draft => ({
  weight: thing.role === 'person' ? WEIGHT.account : WEIGHT.changed,
  operation: {
    ...base(thing),
    id: `update-${slug(thing.name)}`,
    summary: `Change ${article(thing.name)}`,
    method: 'PATCH',
    path: `${collectionOf(thing.name)}/{id}`,
    kind: 'write',
    requestBytes: 400,
    responseBytes: 500,
    synonyms: [`update ${thing.name}`, `change ${thing.name}`, `edit ${thing.name}`],
  },
});

const reading = (thing: Thing): Draft => ({
  weight: thing.role === 'person' ? WEIGHT.changed : WEIGHT.read,
  operation: {
    ...base(thing),
    id: `get-${slug(thing.name)}`,
    summary: `Read ${article(thing.name)}`,
    method: 'GET',
    path: `${collectionOf(thing.name)}/{id}`,
    kind: 'read',
    requestBytes: 150,
    responseBytes: 700,
    synonyms: [`view ${thing.name}`, `open ${thing.name}`, `read ${thing.name}`, `see ${thing.name}`],
  },
});

const listing = (thing: Thing): Draft => ({
  weight: thing.role === 'person' ? WEIGHT.changed : WEIGHT.listed,
  operation: {
    ...base(thing),
    id: `list-${plural(slug(thing.name))}`,
    summary: `List ${plural(thing.name)}`,
    method: 'GET',
    path: collectionOf(thing.name),
    kind: 'read',
    requestBytes: 200,
    responseBytes: 12_000,
    list: true,
    synonyms: [`list ${thing.name}`, `browse ${thing.name}`, `find ${thing.name}`],
  },
});

/** Reads that the brief names, and of a file always the fetching of its bytes. */
function ownReads(thing: Thing, entity: ArchetypeEntity): readonly Draft[] {
  const said = new Map(
    thing.spoken.filter(({ verb }) => OWN_READS.test(verb)).map((one): [string, Spoken | undefined] => [one.verb, one]),
  );
  if (entity.store === 'blob' && said.size === 0) said.set('download', undefined);
  return [...said].slice(0, 2).map(([verb, one]) => ({
    weight: entity.store === 'blob' ? WEIGHT.file : WEIGHT.read,
    operation: {
      ...base(thing),
      ...(one?.actor !== undefined && { actor: one.actor }),
      id: `${verb}-${slug(thing.name)}`,
      summary: `${capital(verb)} ${article(thing.name)}`,
      method: 'GET',
      path: verb === 'search' ? `${collectionOf(thing.name)}/matches` : `${collectionOf(thing.name)}/{id}/${actionNoun(verb)}`,
      kind: 'read',
      requestBytes: 200,
      responseBytes: verb === 'search' ? 12_000 : 700,
      ...(verb === 'search' && { list: true }),
      synonyms: [`${verb} ${thing.name}`, `${verb} ${verb}`],
    },
  }));
}

function deedOperations(thing: Thing, things: readonly Thing[], entity: ArchetypeEntity): readonly Draft[] {
  const { name, of, deed, spoken } = thing;
  const about = things.find((one) => one.name === of);
  const below =
    about && about.deed?.once !== true
      ? `${collectionOf(about.name)}/{${slug(about.name).replaceAll('-', '_')}_id}${collectionOf(name)}`
      : collectionOf(name);
  const verb = spoken.find(({ object }) => object === of)?.verb;
  // What the brief counts is the thing; each of them is one deed.
  const isCounted = about?.spoken.some(({ rate, verb: said }) => rate !== undefined && said === 'create') === true;
  const hasId = entity.fields[0]?.name === 'id';
  return [
    {
      // A bill gathers what happened since the last one.
      weight: deed?.noun === 'invoice' ? WEIGHT.billed : WEIGHT.happens,
      operation: {
        ...base(thing),
        id: `create-${slug(name)}`,
        summary: verb && of ? `${capital(verb)} ${article(of)}` : `Record ${article(name)}`,
        method: 'POST',
        path: below,
        kind: 'write',
        requestBytes: 500,
        responseBytes: 500,
        idempotent: true,
        synonyms: [
          ...(isCounted ? [`create ${of}`, `handle ${of}`] : []),
          `${verb ?? 'make'} ${of ?? name}`,
          `create ${name}`,
          `handle ${name}`,
          `record ${name}`,
          `${name} ${name}`,
        ],
      },
    },
    ...(deed?.due ? [ending(thing)] : []),
    ...transitions({ ...thing, spoken: spoken.filter(({ object }) => object === name) }),
    ...(hasId ? [reading(thing)] : []),
    { ...listing(thing), operation: { ...listing(thing).operation, path: below } },
  ];
}

const ending = (thing: Thing): Draft => ({
  weight: WEIGHT.happens,
  operation: {
    ...base(thing),
    id: `end-${slug(thing.name)}`,
    summary: `End ${article(thing.name)}`,
    method: 'POST',
    path: `${collectionOf(thing.name)}/{id}/ending`,
    kind: 'write',
    body: [],
    requestBytes: 300,
    responseBytes: 500,
    idempotent: true,
    synonyms: [`return ${thing.of ?? thing.name}`, `end ${thing.name}`, `close ${thing.name}`],
  },
});
