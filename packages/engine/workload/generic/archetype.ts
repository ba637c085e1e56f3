import { assumption, type FigureBook, interval, pascalCase, slug } from '@archwright/kernel';
import type { Archetype, ArchetypeEntity, ArchetypeOperation, Reading } from '@archwright/model';
import { deedNamed, isPersonNoun } from '../../intake/words/index.ts';
import { canBeMain } from '../match-activity.ts';
import { flowsOf, patternsOf } from './access.ts';
import { arrivesInBytes, entityOf } from './entity.ts';
import { mechanismsOf, runsLater } from './mechanisms.ts';
import { type Draft, operationsOf } from './operations.ts';
import { describedObjects, spokenOf, vocabularyOf } from './spoken.ts';
import { type Thing, thingsOf } from './things.ts';

const OWN_ESTIMATE = 'own estimate for a business application; to be replaced by the brief or a measurement';
/** More words than this are a description, not a name. */
const LONGEST_NAME = 3;

/**
 * An archetype made of the brief's own nouns and verbs: what somebody acts on becomes an entity, what they do to it an operation,
 * and a deed that leaves a record (a loan, a vote) an entity of its own. With archetypes beside it only nouns they do not cover are
 * taken, and only what the brief plainly speaks of.
 */
export function genericArchetype(reading: Reading, beside: readonly Archetype[], figures: FigureBook): Archetype | undefined {
  const alone = beside.length === 0;
  const covered = vocabularyOf(beside);
  const described = describedObjects(reading, beside);
  const actors = new Set(reading.actors.map(({ name }) => slug(name)));
  // A counted thing that the known domain cannot be about is the brief's own, whatever words they share.
  const foreign = new Set(
    alone ? [] : reading.activities.filter((one) => !canBeMain(one, beside[0]!)).map(({ object }) => object),
  );
  const adopted = adoptedNouns(reading, beside);
  const accepts = (noun: string): boolean => {
    if ((described.has(noun) && deedNamed(noun) === undefined) || adopted.has(noun)) return false;
    const words = slug(noun).split('-');
    if (words.length > LONGEST_NAME) return false;
    if (alone || foreign.has(noun)) return true;
    if (isPersonNoun(words.at(-1)!)) return false;
    return !words.some((word) => covered.has(word) || covered.has(`${word}s`)) && !actors.has(slug(noun));
  };
  const found = thingsOf(reading, spokenOf(reading, alone), alone, accepts);
  if (found.every(({ role }) => role === 'person') && !alone) return undefined;
  const things: readonly Thing[] = found.some(({ role }) => role !== 'person')
    ? found
    : [...found, { name: 'record', role: 'record', spoken: [] }];
  return assemble(reading, things, alone, figures);
}

/** From this score on a domain is what the brief is about, and a bare count ("140 arrivals a day") is its own rate. */
const SURE = 4;
/** Counted nouns that the brief says nothing else of, and that the domain beside may be about. */
function adoptedNouns(reading: Reading, beside: readonly Archetype[]): ReadonlySet<string> {
  const [first] = beside;
  const isSure = first !== undefined && reading.domains.some(({ archetype, score }) => archetype === first.id && score >= SURE);
  const done = new Set(reading.clauses.map(({ object }) => object));
  return new Set(
    isSure ? reading.activities.filter((one) => !done.has(one.object) && canBeMain(one, first)).map(({ object }) => object) : [],
  );
}

function assemble(reading: Reading, things: readonly Thing[], alone: boolean, figures: FigureBook): Archetype {
  const bare = things.map((thing) => entityOf(thing, things, reading, figures));
  const drafts = distinct(things.flatMap((thing, index) => operationsOf(thing, things, bare[index]!)));
  const total = drafts.reduce((sum, { weight }) => sum + weight, 0);
  const whole = new Map(bare.filter(({ store }) => store === 'blob').map(({ name, rowBytes }) => [name, rowBytes]));
  const operations = drafts.map(({ operation, weight }): ArchetypeOperation => {
    // Of what is known by its bytes alone, a request brings one file.
    const file =
      operation.method === 'POST' && arrivesInBytes(slug(operation.entity), reading) ? whole.get(operation.entity) : undefined;
    return { ...operation, ...(file !== undefined && { requestBytes: file }), share: weight / total };
  });
  const main = mainOf(figures, things, drafts, reading);
  const entities = bare.map((entity): ArchetypeEntity => {
    const creator = operations.find((one) => one.entity === entity.name && one.method === 'POST')?.id ?? main.id;
    return entity.perUser === undefined ? { ...entity, createdBy: creator } : entity;
  });
  const context = alone ? contextName(reading, things) : main.entity.replace(/([a-z])([A-Z])/g, '$1 $2');
  const later = runsLater(reading, things);
  return {
    id: `brief-${slug(context)}`,
    name: context,
    context,
    summary: `what the brief says about ${things
      .filter(({ role }) => role !== 'person')
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ')}`,
    triggers: { strong: [], weak: [], exclude: [] },
    entities,
    operations,
    mainOperation: main.id,
    flows: flowsOf(main, entities, operations, later),
    accessPatterns: entities.flatMap((entity) => patternsOf(entity, operations, things)),
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
    ...(later && { jobs: JOBS }),
    risks: [
      { risk: 'the primary store is lost or slow', failureModes: ['db-primary-loss', 'slow-query-regression'] },
      { risk: 'a release breaks a running version', failureModes: ['bad-deploy'] },
    ],
    mechanisms: mechanismsOf(reading, things, entities, operations),
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

const distinct = (drafts: readonly Draft[]): readonly Draft[] =>
  [...new Map([...drafts].reverse().map((draft) => [draft.operation.id, draft])).values()].reverse();

/** Work after the answer: a reminder, an invoice line, a message. */
const JOBS: NonNullable<Archetype['jobs']> = {
  perMainOperation: assumption(
    'jobs after one main operation',
    interval(0.5, 1, 3),
    'count',
    'one reminder, message or export line each',
  ),
  seconds: assumption('work of one job', interval(0.05, 0.2, 1), 's', 'one row read, one call or document'),
  bytes: assumption('one job', interval(200, 400, 1_000), 'B', 'keys and a reason'),
};

/** What the brief gives the rate of; else the first deed; else what somebody of the business makes. */
function mainOf(figures: FigureBook, things: readonly Thing[], drafts: readonly Draft[], reading: Reading): Draft['operation'] {
  const rated = things
    .flatMap(({ name, spoken }) => spoken.filter(({ rate }) => rate !== undefined).map((one) => ({ name, ...one })))
    .sort((a, b) => figures.need(b.rate!).likely - figures.need(a.rate!).likely)[0];
  // "350 lorries a day" are as many weighings, where lorries are weighed.
  const deedOn =
    rated && rated.verb === 'create' ? things.find(({ role, of: thing }) => role === 'deed' && thing === rated.name) : undefined;
  const of = (name: string): readonly Draft[] => drafts.filter(({ operation }) => operation.entity === pascalCase(name));
  if (deedOn) return of(deedOn.name)[0]!.operation;
  if (rated) {
    const own = of(rated.name);
    const named = own.find(({ operation }) => operation.id === `${slug(rated.verb)}-${slug(rated.name)}`);
    const fits = named ?? own.find(({ operation }) => (rated.kind === 'read') === (operation.kind === 'read'));
    if (fits) return fits.operation;
  }
  const arriving = rated ? undefined : things.find(({ name }) => arrivesInBytes(name, reading));
  if (arriving) return of(arriving.name)[0]!.operation;
  const first = firstDone(things);
  if (first) return of(first)[0]!.operation;
  const writes = drafts.filter(({ operation }) => operation.kind === 'write');
  return (writes.toSorted((a, b) => b.weight - a.weight)[0] ?? drafts[0]!).operation;
}

/** Settling what was done is never what a business is about. */
const SETTLES = /^(?:payment|invoice|signature|rating|comment)$/;

/** The thing of the earliest deed somebody does, or of what is brought about first; the brief puts first what it is about. */
function firstDone(things: readonly Thing[]): string | undefined {
  const done = things
    .filter(({ role, deed }) => role === 'deed' && !SETTLES.test(deed?.noun ?? ''))
    .toSorted((a, b) => Number(b.spoken.length > 0) - Number(a.spoken.length > 0));
  const made = things.filter(({ role, by }) => role === 'record' && by !== undefined);
  const deedOn = (name: string): Thing | undefined => done.find(({ of }) => of === name);
  const lead = made.find(({ spoken }) => spoken.some(({ order }) => order === 0));
  const first = lead ? (deedOn(lead.name) ?? lead) : (done[0] ?? made[0]);
  return first?.name;
}

const mostSpoken = (things: readonly Thing[]): string => things.find(({ role }) => role !== 'person')!.name;

const contextName = (reading: Reading, things: readonly Thing[]): string =>
  reading.title.length > 0 && reading.title.length <= 40
    ? reading.title.replace(/[.:].*$/, '')
    : mostSpoken(things).replace(/^./, (letter) => letter.toUpperCase());
