import { pascalCase, slug } from '@archwright/kernel';
import { actionNoun } from './action-noun.ts';
import type { Activity, ArchetypeOperation } from '@archwright/model';

/** Somebody does something to an object: one mention in the brief. */
export interface Spoken {
  readonly object: string;
  readonly verb: string;
  readonly actor: string;
  readonly kind: Activity['kind'];
}

export interface Draft {
  readonly operation: Omit<ArchetypeOperation, 'share'>;
  readonly weight: number;
}

/** Create, change, read and list, and one operation for each special verb of the brief. */
export function operationsOf(object: string, spoken: readonly Spoken[]): readonly Draft[] {
  const name = pascalCase(object);
  const collection = `/${plural(slug(object))}`;
  const actor = spoken[0]?.actor ?? 'client';
  const base = { actor, entity: name, latencyP99Ms: 300 };
  const special = [
    ...new Map(
      spoken.filter(({ verb, kind }) => kind !== 'read' && !CREATE_VERBS.has(verb)).map((one) => [one.verb, one]),
    ).values(),
  ].slice(0, 3);
  return [
    {
      weight: 1,
      operation: {
        ...base,
        id: `create-${slug(object)}`,
        summary: `Create ${article(object)}`,
        method: 'POST',
        path: collection,
        kind: 'write',
        requestBytes: 600,
        responseBytes: 500,
        idempotent: true,
        synonyms: [...CREATE_VERBS].map((verb) => `${verb} ${object}`),
      },
    },
    ...special.map(({ verb, actor: who }): Draft => ({
      weight: 1,
      operation: {
        ...base,
        actor: who,
        id: `${slug(verb)}-${slug(object)}`,
        summary: `${verb.replace(/^./, (letter) => letter.toUpperCase())} ${article(object)}`,
        method: 'POST',
        path: `${collection}/{id}/${actionNoun(slug(verb))}`,
        kind: 'write',
        // What is to happen stands in the path; the thing itself is already known.
        body: [],
        requestBytes: 300,
        responseBytes: 500,
        idempotent: true,
        synonyms: [`${verb} ${object}`],
      },
    })),
    {
      weight: 1,
      operation: {
        ...base,
        id: `update-${slug(object)}`,
        summary: `Change ${article(object)}`,
        method: 'PATCH',
        path: `${collection}/{id}`,
        kind: 'write',
        requestBytes: 400,
        responseBytes: 500,
        synonyms: [`update ${object}`, `change ${object}`, `edit ${object}`],
      },
    },
    {
      weight: 4,
      operation: {
        ...base,
        id: `get-${slug(object)}`,
        summary: `Read ${article(object)}`,
        method: 'GET',
        path: `${collection}/{id}`,
        kind: 'read',
        requestBytes: 150,
        responseBytes: 700,
        synonyms: [`view ${object}`, `open ${object}`, `read ${object}`],
      },
    },
    {
      weight: 3,
      operation: {
        ...base,
        id: `list-${plural(slug(object))}`,
        summary: `List ${plural(object)}`,
        method: 'GET',
        path: collection,
        kind: 'read',
        requestBytes: 200,
        responseBytes: 12_000,
        list: true,
        synonyms: [`list ${object}`, `browse ${object}`, `search ${object}`, `find ${object}`],
      },
    },
  ];
}

const CREATE_VERBS = new Set([
  'create',
  'add',
  'record',
  'register',
  'submit',
  'post',
  'make',
  'place',
  'send',
  'upload',
  'enter',
  'store',
  'write',
]);
const article = (object: string): string => `${/^[aeiou]/.test(object) ? 'an' : 'a'} ${object}`;
const plural = (word: string): string =>
  /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
