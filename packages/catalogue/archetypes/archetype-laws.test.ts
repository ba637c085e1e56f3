import { SECONDS_PER_DAY, slug } from '@archwright/kernel';
import type { Archetype, ArchetypeField } from '@archwright/model';
import { CAPABILITIES, REQUIREMENT_KEYS } from '@archwright/model';
import { describe, expect, test } from 'vitest';

const idsIn = (files: Record<string, unknown>): ReadonlySet<string> =>
  new Set(Object.keys(files).map((path) => path.replace(/^.*\//, '').replace(/\.ts$/, '')));

const modules = import.meta.glob(['./*.ts', '!./*.test.ts'], { eager: true }) as Record<string, { default: Archetype }>;
const archetypes = Object.entries(modules).map(([path, module]) => [path.replace(/^\.\//, '').replace(/\.ts$/, ''), module.default] as const);
const failureModeIds = idsIn(import.meta.glob(['../failure-modes/*.ts', '!../failure-modes/*.test.ts']));
const mechanismIds = idsIn(import.meta.glob(['../mechanisms/*.ts', '!../mechanisms/*.test.ts']));

const ROLES = ['client', 'api', 'worker', 'primary-store', 'append-store', 'queue', 'cache', 'search-store', 'blob-store', 'event-stream', 'real-time'];
const TYPES = /^(uuid|text|timestamptz|date|jsonb|bigint|int|smallint|boolean|inet|bytea|real|double precision|interval|char\(\d{1,3}\)|numeric\(\d{1,2},\d{1,2}\)|vector\(\d{1,5}\))(\[\])?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const duplicates = (names: readonly string[]): readonly string[] => names.filter((name, index) => names.indexOf(name) !== index);

/** Whether a value of an example could be stored in a column of this type; `jsonb` takes anything. */
function fits(value: unknown, type: string, values?: readonly string[]): boolean {
  if (type.endsWith('[]')) return Array.isArray(value) && value.every((item) => fits(item, type.slice(0, -2), values));
  if (values !== undefined && !(typeof value === 'string' && values.includes(value))) return false;
  if (type === 'jsonb') return value !== undefined;
  if (type === 'boolean') return typeof value === 'boolean';
  if (['bigint', 'int', 'smallint'].includes(type)) return Number.isInteger(value);
  if (['real', 'double precision'].includes(type)) return typeof value === 'number';
  if (type.startsWith('numeric')) return typeof value === 'number' || (typeof value === 'string' && Number.isFinite(Number(value)));
  if (type.startsWith('vector')) return Array.isArray(value);
  if (typeof value !== 'string') return false;
  if (type === 'uuid') return UUID.test(value);
  if (type === 'timestamptz' || type === 'date') return Number.isFinite(Date.parse(value));
  return true;
}

/** Fields of an operation's body that its example misses, does not know, or fills with another type. */
function exampleProblems(body: readonly ArchetypeField[], example: Readonly<Record<string, unknown>>, complete: boolean): readonly string[] {
  const known = new Map(body.map((field) => [field.name, field]));
  const wrong = Object.entries(example).flatMap(([name, value]) => {
    const field = known.get(name);
    if (field === undefined) return [`${name} is not a field of the body`];
    return fits(value, field.type, field.values) ? [] : [`${name} is not ${field.type}`];
  });
  const missing = complete ? body.filter((field) => field.nullable !== true && !(field.name in example)).map((field) => `${field.name} is missing`) : [];
  return [...wrong, ...missing];
}

const fieldsOf = (archetype: Archetype, entity: string): readonly ArchetypeField[] => archetype.entities.find(({ name }) => name === entity)?.fields ?? [];
const wordIn = (words: Readonly<Record<string, string>>, word: string): boolean => Object.hasOwn(words, word);

describe.each(archetypes)('%s', (fileName, archetype) => {
  const entities = archetype.entities.map(({ name }) => name);
  const operations = archetype.operations.map(({ id }) => id);

  test('is named after its file, and ids repeat nowhere', () => {
    expect(archetype.id).toBe(fileName);
    const lists = [entities, operations, ...(['flows', 'accessPatterns', 'externals', 'questions'] as const).map((key) => archetype[key].map(({ id }) => id)), archetype.events.map(({ name }) => name), archetype.mechanisms, ...archetype.entities.map(({ fields }) => fields.map(({ name }) => name))];
    expect(lists.flatMap(duplicates)).toEqual([]);
  });

  test('shares of the operations add up to 1', () => {
    expect(archetype.operations.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(archetype.operations.filter(({ share }) => share <= 0).map(({ id }) => id)).toEqual([]);
    expect(operations).toContain(archetype.mainOperation);
  });

  test('every entity has a key, PostgreSQL types and references that resolve', () => {
    expect(archetype.entities.filter(({ fields }) => !fields.some(({ key }) => key === true)).map(({ name }) => name)).toEqual([]);
    const fields = [...archetype.entities.flatMap((entity) => entity.fields), ...archetype.operations.flatMap(({ body }) => body ?? [])];
    expect(fields.filter(({ type }) => !TYPES.test(type)).map(({ name, type }) => `${name}: ${type}`)).toEqual([]);
    const unresolved = fields.flatMap(({ references }) => {
      const [entity = '', name] = references?.split('.') ?? [];
      const target = fieldsOf(archetype, entity).find((field) => field.name === name);
      // PostgreSQL accepts a foreign key only to a unique column: one part of a composite key is not.
      const onlyKey = target?.key === true && fieldsOf(archetype, entity).filter(({ key }) => key === true).length === 1;
      return references === undefined || onlyKey || target?.unique === true ? [] : [references];
    });
    expect(unresolved).toEqual([]);
    expect(archetype.entities.flatMap(({ createdBy }) => (createdBy === undefined || operations.includes(createdBy) ? [] : [createdBy]))).toEqual([]);
  });

  test('operations, flows, access patterns and events name what exists', () => {
    const unknown = [
      ...[...archetype.operations, ...archetype.accessPatterns, ...archetype.events].flatMap(({ entity }) => (entities.includes(entity) ? [] : [entity])),
      ...[...archetype.flows, ...archetype.accessPatterns].flatMap(({ operation }) => (operation === undefined || operations.includes(operation) ? [] : [operation])),
      ...archetype.accessPatterns.flatMap(({ entity, by, order }) => {
        const names = fieldsOf(archetype, entity).map(({ name }) => name);
        return [...by, ...(order === undefined ? [] : order.split(',').map((part) => part.trim().split(' ')[0] ?? ''))].filter((name) => !names.includes(name)).map((name) => `${entity}.${name}`);
      }),
      ...archetype.flows.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to])).filter((role) => !ROLES.includes(role) && !archetype.externals.some(({ id }) => role === `external:${id}`)),
    ];
    expect(unknown).toEqual([]);
    expect(archetype.flows.filter(({ steps }) => steps.length < 2).map(({ id }) => id)).toEqual([]);
  });

  test('a synonym means one operation, and examples fit their bodies', () => {
    expect(duplicates(archetype.operations.flatMap(({ synonyms }) => synonyms))).toEqual([]);
    expect(archetype.operations.filter(({ synonyms }) => synonyms.length === 0 || synonyms.some((phrase) => phrase !== phrase.toLowerCase())).map(({ id }) => id)).toEqual([]);
    const problems = archetype.operations.flatMap(({ id, entity, body, example }) =>
      example === undefined ? [] : exampleProblems(body ?? fieldsOf(archetype, entity), example, body !== undefined).map((problem) => `${id}: ${problem}`),
    );
    expect(problems).toEqual([]);
    expect(archetype.operations.filter(({ kind, body, example }) => kind === 'write' && example === undefined && body?.length !== 0 && body !== undefined).map(({ id }) => id)).toEqual([]);
  });

  test('speaks the words of the model', () => {
    expect(archetype.needs.filter((need) => !wordIn(CAPABILITIES, need))).toEqual([]);
    expect([...archetype.questions, ...archetype.defaults].map(({ key }) => key).filter((key) => !wordIn(REQUIREMENT_KEYS, key))).toEqual([]);
    const intervals = [...archetype.defaults.map(({ value }) => value), archetype.operationsPerUserPerDay, archetype.peakFactor, ...Object.values(archetype.jobs ?? {})];
    expect(intervals.filter(({ low, likely, high }) => !(low >= 0 && low <= likely && likely <= high))).toEqual([]);
    expect(archetype.peakFactor.low).toBeGreaterThanOrEqual(1);
  });

  test('defaults agree with the entities and operations they speak of', () => {
    const shareOf = (kind: string) => archetype.operations.filter((operation) => operation.kind === kind).reduce((sum, { share }) => sum + share, 0);
    const disagreeing = archetype.defaults.flatMap(({ key, subject = '', value }) => {
      const days = archetype.entities.find(({ name }) => slug(name) === subject)?.retentionDays;
      if (key === 'retention' && days !== undefined) return Math.abs(value.likely / (days * SECONDS_PER_DAY) - 1) < 0.02 ? [] : [`${key} of ${subject}`];
      if (key === 'read-write-ratio') return Math.abs((value.likely * shareOf('write')) / shareOf('read') - 1) < 0.25 ? [] : [key];
      return [];
    });
    expect(disagreeing).toEqual([]);
    const volumes = [...archetype.defaults, ...archetype.questions].filter(({ key }) => key.startsWith('volume'));
    expect(volumes.flatMap(({ subject }) => (subject !== undefined && operations.includes(subject) ? [] : [subject ?? 'no subject']))).toEqual([]);
    expect(duplicates(archetype.defaults.map(({ key, subject = '' }) => `${key} ${subject}`))).toEqual([]);
  });

  test('asks its questions in an order', () => {
    expect(archetype.questions.length).toBeGreaterThanOrEqual(4);
    const priorities = archetype.questions.map(({ priority }) => priority);
    expect(Math.min(...priorities)).toBe(1);
    expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
  });

  test('risks lead to failure modes of the catalogue', () => {
    expect(archetype.risks.flatMap(({ failureModes }) => failureModes).filter((id) => !failureModeIds.has(id))).toEqual([]);
  });

  test('mechanisms are in the catalogue', () => {
    expect(archetype.mechanisms.filter((id) => !mechanismIds.has(id))).toEqual([]);
  });
});
