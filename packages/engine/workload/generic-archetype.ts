import { assumption, type FigureBook, interval, pascalCase, slug } from '@archwright/kernel';
import type { Archetype, ArchetypeEntity, ArchetypeField, ArchetypeOperation, Clause, Reading } from '@archwright/model';
import { fieldsOf, plainName, statesOf } from './generic-fields.ts';
import { operationsOf, type Spoken } from './generic-operations.ts';

const MOST_ENTITIES = 7;
const OWN_ESTIMATE = 'own estimate for a business application; to be replaced by the brief or a measurement';

const READ_VERBS = new Set([
  'view',
  'read',
  'see',
  'search',
  'browse',
  'find',
  'list',
  'open',
  'look',
  'check',
  'watch',
  'query',
  'get',
  'download',
  'follow',
  'track',
  'compare',
  'monitor',
  'report',
  'show',
  'fetch',
  'access',
]);

const spokenOf = (reading: Reading): readonly Spoken[] => {
  const all = mentionsOf(reading);
  // An activity's figures belong to the name it has: only what has none is renamed.
  const counted = new Set(reading.activities.map(({ object }) => object));
  return all.map((one) => (counted.has(one.object) ? one : { ...one, object: plainName(one.object, all) }));
};

const mentionsOf = (reading: Reading): readonly Spoken[] => [
  ...reading.activities.map(({ object, verb, actor, kind }) => ({ object, verb, actor: actor ?? 'client', kind })),
  ...reading.clauses.map(({ object, verb, actor }: Clause) => ({
    object,
    verb,
    actor: actor ?? 'client',
    kind: READ_VERBS.has(verb) ? ('read' as const) : ('write' as const),
  })),
];

/** Objects of the clauses that made a domain recognisable: they are its own entities under the business's names. */
function describedObjects(reading: Reading, beside: readonly Archetype[]): ReadonlySet<string> {
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
const vocabulary = (archetypes: readonly Archetype[]): ReadonlySet<string> =>
  new Set(
    archetypes.flatMap((archetype) =>
      [
        archetype.id,
        archetype.context,
        ...archetype.entities.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled]),
        ...(archetype.triggers.signs ?? []).flat().flatMap((group) => group.split('|')),
        ...archetype.operations.flatMap(({ id, synonyms }) => [id, ...synonyms]),
        ...archetype.triggers.strong,
        ...archetype.triggers.weak,
      ].flatMap((text) => slug(text).split('-')),
    ),
  );

/**
 * An archetype made of the brief's own nouns and verbs: every noun somebody acts on becomes an entity, every verb on it an
 * operation. With archetypes beside it only nouns they do not cover are taken, and only written ones.
 */
export function genericArchetype(reading: Reading, beside: readonly Archetype[], figures: FigureBook): Archetype | undefined {
  const covered = vocabulary(beside);
  const actors = new Set(reading.actors.map(({ name }) => slug(name)));
  const described = describedObjects(reading, beside);
  const spoken = spokenOf(reading).filter(({ object }) => {
    if (described.has(object)) return false;
    const words = slug(object).split('-');
    return words.length <= 3 && !words.some((word) => covered.has(word) || covered.has(`${word}s`)) && !actors.has(slug(object));
  });
  const counts = new Map<string, number>();
  for (const { object, kind } of spoken) counts.set(object, (counts.get(object) ?? 0) + (kind === 'read' ? 1 : 2));
  const ranked = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .filter(([, weight]) => beside.length === 0 || weight >= 3);
  const objects = ranked.slice(0, beside.length === 0 ? MOST_ENTITIES : 3).map(([object]) => object);
  if (objects.length === 0) {
    if (beside.length > 0) return undefined;
    const named = reading.entities.slice(0, 3).map(({ name }) => name);
    objects.push(...(named.length ? named : ['record']));
  }
  return assemble(reading, objects, spoken, beside.length === 0, figures);
}

function assemble(
  reading: Reading,
  objects: readonly string[],
  spoken: readonly Spoken[],
  alone: boolean,
  figures: FigureBook,
): Archetype {
  const entities = objects.map((object) => asObject(object, entityOf(object, reading, objects, spoken), reading, figures));
  const drafts = objects.flatMap((object) =>
    operationsOf(
      object,
      spoken.filter((one) => one.object === object),
    ),
  );
  const total = drafts.reduce((sum, { weight }) => sum + weight, 0);
  const operations = drafts.map(({ operation, weight }): ArchetypeOperation => ({ ...operation, share: weight / total }));
  const context = alone ? contextName(reading, objects) : pascalCase(objects[0]!).replace(/([a-z])([A-Z])/g, '$1 $2');
  const main = operations.find(({ kind }) => kind === 'write') ?? operations[0]!;
  return {
    id: `brief-${slug(context)}`,
    name: context,
    context,
    summary: `what the brief says about ${objects.slice(0, 3).join(', ')}`,
    triggers: { strong: [], weak: [], exclude: [] },
    entities: entities.map((entity) => ({
      ...entity,
      createdBy: operations.find((one) => one.entity === entity.name && one.method === 'POST')?.id ?? main.id,
    })),
    operations,
    mainOperation: main.id,
    flows: [
      {
        id: `accept-${main.id}`,
        title: `${main.summary}, from request to stored row`,
        operation: main.id,
        mode: 'sync',
        steps: [
          { from: 'client', to: 'api', action: `${main.method} ${main.path} with an Idempotency-Key` },
          { from: 'api', to: 'primary-store', action: `insert the ${main.entity} and its audit row in one transaction` },
          { from: 'api', to: 'client', action: '201 with the stored row' },
        ],
      },
    ],
    accessPatterns: operations
      .filter(({ kind }) => kind === 'read')
      .map((operation) =>
        operation.list
          ? {
              id: operation.id,
              entity: operation.entity,
              purpose: operation.summary,
              kind: 'range' as const,
              ...keysOf(operation.entity, entities),
              operation: operation.id,
            }
          : {
              id: operation.id,
              entity: operation.entity,
              purpose: operation.summary,
              kind: 'lookup' as const,
              by: [keyOf(operation.entity, entities)],
              operation: operation.id,
            },
      ),
    events: [],
    externals: [],
    consistency: [
      { scope: main.entity, need: 'read-your-writes', why: 'whoever changes a row expects to see the change at once' },
    ],
    needs: ['transactions', 'unique-constraint', 'point-read', 'range-scan'],
    defaults: [],
    operationsPerUserPerDay: assumption('requests of an active user a day', interval(5, 20, 60), 'count', OWN_ESTIMATE),
    peakFactor: assumption(
      'peak ÷ mean',
      interval(2, 3, 6),
      'ratio',
      'planning default where the brief has no rate profile (practitioner compilation, 3)',
    ),
    risks: [
      { risk: 'the primary store is lost or slow', failureModes: ['db-primary-loss', 'slow-query-regression'] },
      { risk: 'a release breaks a running version', failureModes: ['bad-deploy'] },
    ],
    mechanisms: ['idempotency-key', 'cursor-pagination', 'expand-and-contract', 'audit-hash-chain'],
    questions: [
      {
        id: 'scale',
        question: `How many people use it, and how often does the busiest of them ${main.summary.toLowerCase()}?`,
        default: 'the assumed users and requests',
        changes: 'every rate, instance count and storage figure',
        key: 'users.daily',
        priority: 1,
      },
      {
        id: 'retention',
        question: `How long are ${main.entity} rows kept?`,
        default: 'for ever',
        changes: 'storage, partitions and deletion jobs',
        key: 'retention',
        priority: 3,
      },
    ],
    nonGoals: [],
    sources: [],
  };
}

const contextName = (reading: Reading, objects: readonly string[]): string =>
  reading.title.length > 0 && reading.title.length <= 40
    ? reading.title.replace(/[.:].*$/, '')
    : objects[0]!.replace(/^./, (letter) => letter.toUpperCase());

function entityOf(object: string, reading: Reading, objects: readonly string[], spoken: readonly Spoken[]): ArchetypeEntity {
  const name = pascalCase(object);
  const stated = reading.entities.find((term) => slug(term.name) === slug(object));
  const parent = objects.find((other) => other !== object && spokenTogether(reading, object, other));
  const fields: ArchetypeField[] = [
    { name: 'id', type: 'uuid', key: true },
    { name: 'owner_id', type: 'uuid', classification: 'internal' },
    ...(parent && objects.indexOf(parent) < objects.indexOf(object)
      ? [
          {
            name: `${slug(parent).replaceAll('-', '_')}_id`,
            type: 'uuid',
            nullable: true,
            references: `${pascalCase(parent)}.id`,
          },
        ]
      : []),
    { name: 'name', type: 'text' },
    { name: 'status', type: 'text', values: statesOf(object, spoken) },
    ...fieldsOf(object, spoken),
    { name: 'attributes', type: 'jsonb' },
    { name: 'version', type: 'integer' },
    { name: 'created_at', type: 'timestamptz' },
    { name: 'updated_at', type: 'timestamptz' },
  ];
  if (isStream(object, reading)) return appended(object, reading);
  return {
    name,
    purpose: stated?.at?.quote ? `“${stated.at.quote}” in the brief` : `the ${object} of the brief`,
    fields,
    rowBytes: 500,
    store: 'record',
    rowsPerOperation: 1,
  };
}

/** From this size on a thing is a file, not a row. */
const BLOB_BYTES = 200_000;

/** A thing whose stated size is that of a file lives in object storage, with a row beside it. */
function asObject(object: string, entity: ArchetypeEntity, reading: Reading, figures: FigureBook): ArchetypeEntity {
  const named = reading.requirements.find(
    ({ key, subject }) =>
      key === 'size' &&
      subject !== undefined &&
      (slug(subject) === slug(object) || slug(object).split('-').includes(slug(subject))),
  );
  const carried = reading.activities.find((activity) => activity.object === object)?.bytes;
  const bytes = named?.quantity?.likely ?? (carried ? figures.get(carried)?.likely : undefined);
  return bytes !== undefined && bytes >= BLOB_BYTES ? { ...entity, store: 'blob', rowBytes: bytes } : entity;
}

/** Verbs that say a thing is put on record and left as it is. */
const APPENDING = /^(?:send|report|emit|log|stream|publish|measure|transmit|sample|record|ingest|append)$/;

/** Rows that only grow: sent by machines or without end, and nobody changes them. */
const isStream = (object: string, reading: Reading): boolean =>
  reading.activities.some(
    (activity) =>
      activity.object === object &&
      (activity.kind === 'stream' || (APPENDING.test(activity.verb) && (activity.meanRate ?? activity.peakRate) !== undefined)),
  ) &&
  !reading.clauses.some(
    (clause) => clause.object === object && /^(?:edit|update|change|cancel|approve|correct)$/.test(clause.verb),
  );

function appended(object: string, reading: Reading): ArchetypeEntity {
  const source = reading.activities.find((activity) => activity.object === object)?.actor ?? 'source';
  return {
    name: pascalCase(object),
    purpose: `every ${object} as it came, never changed`,
    rowBytes: 200,
    store: 'append',
    rowsPerOperation: 1,
    fields: [
      { name: `${slug(source).replaceAll('-', '_')}_id`, type: 'uuid', key: true },
      { name: 'occurred_at', type: 'timestamptz', key: true },
      { name: 'sequence', type: 'bigint', key: true },
      { name: 'payload', type: 'jsonb' },
      { name: 'received_at', type: 'timestamptz' },
    ],
  };
}

const spokenTogether = (reading: Reading, a: string, b: string): boolean =>
  reading.clauses.some(({ at, object }) => object === a && (at.quote ?? '').toLowerCase().includes(b.toLowerCase()));

const keyOf = (name: string, entities: readonly ArchetypeEntity[]): string =>
  entities.find((entity) => entity.name === name)?.fields[0]?.name ?? 'id';
const keysOf = (name: string, entities: readonly ArchetypeEntity[]): { by: readonly string[]; order: string } => {
  const entity = entities.find((one) => one.name === name);
  return entity?.store === 'append'
    ? { by: [entity.fields[0]!.name], order: 'occurred_at desc' }
    : { by: ['owner_id'], order: 'created_at desc' };
};
