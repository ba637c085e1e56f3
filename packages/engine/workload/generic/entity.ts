import { type FigureBook, pascalCase, slug } from '@archwright/kernel';
import type { ArchetypeEntity, ArchetypeField, Reading } from '@archwright/model';
import { isMachineNoun } from '../../intake/words/index.ts';
import { fieldsOf, statesOf } from './fields.ts';
import { isReadVerb } from './spoken.ts';
import type { Thing } from './things.ts';

const column = (name: string): string => slug(name).replaceAll('-', '_');

/** The entity a thing becomes, with its keys, states and columns. */
export function entityOf(thing: Thing, things: readonly Thing[], reading: Reading, figures: FigureBook): ArchetypeEntity {
  if (thing.role === 'person') return person(thing);
  if (thing.role === 'deed') return asObject(thing, deed(thing, things, reading), reading, figures);
  if (isStream(thing, reading)) return appended(thing);
  return asObject(thing, record(thing, things, reading), reading, figures);
}

const HEAD: readonly ArchetypeField[] = [{ name: 'id', type: 'uuid', key: true }];
const TAIL: readonly ArchetypeField[] = [
  { name: 'version', type: 'integer' },
  { name: 'created_at', type: 'timestamptz' },
  { name: 'updated_at', type: 'timestamptz' },
];

/** A reference to the person or record of this name, where the design keeps it; else the account behind the call. */
function reference(name: string | undefined, things: readonly Thing[], key = false): ArchetypeField {
  const people = things.filter(({ role, isCounted }) => role === 'person' && isCounted === true);
  // Where it is for one kind of people, what nobody is named for is theirs.
  const target = things.find((one) => one.name === name) ?? (people.length === 1 ? people[0] : undefined);
  if (target === undefined) return { name: 'owner_id', type: 'uuid', classification: 'internal', ...(key && { key }) };
  // Rows under a pair of keys have no id of their own to refer to.
  const refers = target.deed?.once !== true;
  return {
    name: `${column(target.name)}_id`,
    type: 'uuid',
    ...(key && { key }),
    ...(refers && { references: `${pascalCase(target.name)}.id` }),
  };
}

const person = ({ name, spoken }: Thing): ArchetypeEntity => ({
  name: pascalCase(name),
  purpose: `a ${name} with an account`,
  rowBytes: 400,
  store: 'record',
  perUser: 1,
  fields: [
    ...HEAD,
    { name: 'display_name', type: 'text', classification: 'pii' },
    { name: 'email', type: 'text', unique: true, classification: 'pii' },
    { name: 'phone', type: 'text', nullable: true, classification: 'pii' },
    { name: 'status', type: 'text', values: statesOf(name, spoken) },
    ...TAIL,
  ],
});

function record(thing: Thing, things: readonly Thing[], reading: Reading): ArchetypeEntity {
  const { name, spoken, by, kinds } = thing;
  const stated = reading.entities.find((term) => slug(term.name) === slug(name));
  const parent = parentOf(thing, things, reading);
  return {
    name: pascalCase(name),
    purpose: stated?.at?.quote ? `“${stated.at.quote}” in the brief` : `the ${name} of the brief`,
    rowBytes: 500,
    store: 'record',
    rowsPerOperation: 1,
    fields: [
      ...HEAD,
      reference(by, things),
      ...(parent ? [{ ...reference(parent, things), nullable: true }] : []),
      ...(kinds ? [{ name: 'kind', type: 'text', values: kinds }] : []),
      { name: 'name', type: 'text' },
      { name: 'status', type: 'text', values: statesOf(name, spoken) },
      ...fieldsOf(name, spoken),
      { name: 'attributes', type: 'jsonb' },
      ...TAIL,
    ],
  };
}

/** The record that stands with it in one clause of the brief: earlier ones hold later ones. */
function parentOf({ name }: Thing, things: readonly Thing[], reading: Reading): string | undefined {
  const records = things.filter(({ role }) => role === 'record');
  const rank = records.findIndex((one) => one.name === name);
  return records
    .slice(0, Math.max(0, rank))
    .find((other) =>
      reading.clauses.some(
        ({ at, object }) => object === name && (at.quote ?? '').toLowerCase().includes(other.name.toLowerCase()),
      ),
    )?.name;
}

const MONEY = /^(?:payment|purchase|order|sale|invoice|pledge|bid|rental)$/;
/** Money where the brief speaks of it; blood and clothes are given too. */
const GIVEN = /^donation$/;
const SPEAKS_OF_MONEY = /[€$£]|\b(?:money|euros?|dollars?|pounds?|fund|funds|fundraising|charity|charities|tax|campaign)\b/i;
const VALUED = /^(?:score|rating|weighing|measurement)$/;
const WORDED = /^(?:comment|answer|reply|complaint|inspection|treatment|visit|application)$/;

const paid = (noun: string, reading: Reading): boolean =>
  MONEY.test(noun) || (GIVEN.test(noun) && SPEAKS_OF_MONEY.test(reading.text));

/** States a deed passes through: what is lent comes back, what is paid settles, the rest is taken back at most. */
function statesOfDeed({ name, deed: kind, spoken }: Thing, reading: Reading): readonly string[] {
  const said = statesOf(name, spoken).filter((state) => state !== 'active' && state !== 'archived');
  if (kind?.due) return [...new Set(['requested', 'active', ...said, 'returned', 'overdue', 'cancelled'])];
  if (paid(kind?.noun ?? '', reading)) return [...new Set(['open', ...said, 'paid', 'failed', 'cancelled'])];
  if (kind?.noun === 'application') return [...new Set(['submitted', ...said, 'accepted', 'rejected', 'withdrawn'])];
  return [...new Set(['recorded', ...said, 'withdrawn'])];
}

function deed(thing: Thing, things: readonly Thing[], reading: Reading): ArchetypeEntity {
  const { name, of, by, deed: kind } = thing;
  const noun = kind?.noun ?? name;
  const isPair = kind?.once === true && of !== undefined;
  const about = of === undefined ? [] : [reference(of, things, isPair)];
  const who = reference(by, things, isPair);
  const isBusy = kind?.due === true;
  const isMoney = paid(noun, reading);
  return {
    name: pascalCase(name),
    purpose: `one ${name}${of ? ` of a ${of}` : ''}${by ? ` by a ${by}` : ''}${isPair ? '; the pair is the key, so there is one at most' : ''}`,
    rowBytes: 350,
    store: 'record',
    rowsPerOperation: 1,
    fields: [
      ...(isPair ? [] : HEAD),
      ...about,
      ...(about.some((field) => field.name === who.name) ? [] : [who]),
      { name: 'status', type: 'text', values: statesOfDeed(thing, reading) },
      ...(isBusy
        ? [
            { name: 'starts_at', type: 'timestamptz' },
            { name: 'due_at', type: 'timestamptz' },
            { name: 'ended_at', type: 'timestamptz', nullable: true },
          ]
        : []),
      ...(isMoney
        ? [
            { name: 'amount_minor', type: 'bigint' },
            { name: 'currency', type: 'char(3)' },
          ]
        : []),
      ...(VALUED.test(noun) ? [{ name: 'value', type: 'numeric(12,3)' }] : []),
      ...(WORDED.test(noun) ? [{ name: 'note', type: 'text', nullable: true }] : []),
      { name: 'occurred_at', type: 'timestamptz' },
      ...TAIL,
    ],
  };
}

/** From this size on a thing is a file, not a row. */
const BLOB_BYTES = 200_000;

/** A thing whose stated size is that of a file lives in object storage, with a row beside it. */
function asObject({ name, spoken }: Thing, entity: ArchetypeEntity, reading: Reading, figures: FigureBook): ArchetypeEntity {
  const verbs = new Set(spoken.map(({ verb, object }) => (verb === object ? undefined : verb)));
  const named = reading.requirements.find(
    ({ key, subject }) =>
      key === 'size' &&
      subject !== undefined &&
      (slug(subject) === slug(name) || slug(name).split('-').includes(slug(subject)) || verbs.has(subject)),
  );
  const carried = reading.activities.find((activity) => activity.object === name && activity.kind !== 'read')?.bytes;
  const bytes = named?.quantity?.likely ?? (carried ? figures.get(carried)?.likely : undefined);
  if (bytes !== undefined) return bytes >= BLOB_BYTES ? { ...entity, store: 'blob', rowBytes: bytes } : entity;
  const usual = arrivesInBytes(name, reading) ? FILE_BYTES.find(([words]) => words.test(name))?.[1] : undefined;
  return usual ? { ...entity, store: 'blob', rowBytes: usual } : entity;
}

/** What one file has where only the bytes that come in are known; own estimates, as orders of magnitude. */
const FILE_BYTES: readonly (readonly [RegExp, number])[] = [
  [/(?:^| )(?:scene|video|film|movie|footage|recording|dataset|backup|raster|point cloud)$/, 200e6],
  [/(?:^| )(?:image|photo|picture|scan|document|pdf|file|drawing|audio|song|attachment)$/, 5e6],
];

/** `1.5 TB of new scenes a day`: its bytes a day are what the brief says of it. */
export const arrivesInBytes = (name: string, { requirements }: Reading): boolean =>
  requirements.some(({ key, subject }) => key === 'data.rate' && subject !== undefined && slug(subject) === slug(name));

/** Verbs that say a thing is put on record and left as it is. */
const APPENDING = /^(?:send|report|emit|log|stream|publish|measure|transmit|sample|record|ingest|append|collect)$/;

/** Rows that only grow: sent by machines or without end, counted, and nobody changes them. */
function isStream({ name, spoken, by }: Thing, reading: Reading): boolean {
  const said = spoken.filter(({ verb, object }) => verb !== object && verb !== 'create' && !isReadVerb(verb));
  // Of what is only counted the name says what it is: events have happened, and nobody changes them.
  const isOfMachines = spoken.some(({ actor = '', rate }) => rate !== undefined && isMachineNoun(actor.split(' ').at(-1)!));
  if (said.length === 0)
    return (HAPPENED.test(name) || isOfMachines) && spoken.some(({ rate }) => rate !== undefined) && !isChanged(name, reading);
  if (!said.every(({ verb }) => APPENDING.test(verb))) return false;
  const isCounted = spoken.some(({ rate }) => rate !== undefined);
  const sender = (said.find(({ actor }) => actor !== undefined)?.actor ?? by ?? '').split(' ').at(-1)!;
  return (
    isCounted &&
    (sender === '' ? HAPPENED.test(name) || said.some(({ verb }) => UNMANNED.test(verb)) : isMachineNoun(sender)) &&
    !isChanged(name, reading)
  );
}

const isChanged = (name: string, { clauses }: Reading): boolean =>
  clauses.some(({ object, verb }) => object === name && CHANGING.test(verb));

const HAPPENED =
  /(?:^|[ -])(?:event|reading|measurement|metric|log|log line|log entry|trace|span|click|impression|heartbeat|ping|move|swipe|tick|quote|position|tap|reaction|page view|pageview|keystroke|sample|value)$/;

/** Without a sender these are done by programs; people send and report things too. */
const UNMANNED = /^(?:collect|ingest|emit|log|stream|append|transmit)$/;
const CHANGING = /^(?:edit|update|change|cancel|approve|correct)$/;

const appended = ({ name, by }: Thing): ArchetypeEntity => ({
  name: pascalCase(name),
  purpose: `every ${name} as it came, never changed`,
  rowBytes: 200,
  store: 'append',
  rowsPerOperation: 1,
  fields: [
    { name: `${column(by ?? 'source')}_id`, type: 'uuid', key: true },
    { name: 'occurred_at', type: 'timestamptz', key: true },
    { name: 'sequence', type: 'bigint', key: true },
    { name: 'payload', type: 'jsonb' },
    { name: 'received_at', type: 'timestamptz' },
  ],
});
