import type { Archetype, ArchetypeEntity, ArchetypeOperation } from '@archwright/model';
import { slug, snakeCase } from '@archwright/kernel';
import type { Thing } from './things.ts';

type Pattern = Archetype['accessPatterns'][number];
type Operation = Omit<ArchetypeOperation, 'share'>;

const has = (entity: ArchetypeEntity, name: string): boolean => entity.fields.some((field) => field.name === name);

/** How rows are asked for: by key, by whom they belong to, by the state that somebody works through, by the day they are due. */
export function patternsOf(
  entity: ArchetypeEntity,
  operations: readonly Operation[],
  things: readonly Thing[],
): readonly Pattern[] {
  const mine = operations.filter(({ entity: name, kind }) => name === entity.name && kind === 'read');
  return [...mine.map((operation) => patternOf(operation, entity)), ...workLists(entity, things)];
}

function patternOf(operation: Operation, entity: ArchetypeEntity): Pattern {
  const shared = { id: operation.id, entity: entity.name, purpose: operation.summary, operation: operation.id };
  const first = entity.fields[0]?.name ?? 'id';
  if (operation.id.startsWith('search-')) return { ...shared, kind: 'search', by: has(entity, 'name') ? ['name'] : [first] };
  if (!operation.list) return { ...shared, kind: 'lookup', by: [first] };
  if (entity.store === 'append') return { ...shared, kind: 'range', by: [first], order: 'occurred_at desc' };
  const inPath = /\{(\w{1,60})\}/.exec(operation.path)?.[1];
  const owner = inPath ?? entity.fields.find(({ name, type, key }) => !key && type === 'uuid' && name.endsWith('_id'))?.name;
  const order = 'created_at desc';
  return owner
    ? { ...shared, kind: 'range', by: [snakeCase(owner)], order }
    : { ...shared, kind: 'range', by: ['status'], order };
}

/** What a clerk or a job takes next: open rows by state, oldest first; what falls due, in order of its day. */
function workLists(entity: ArchetypeEntity, things: readonly Thing[]): readonly Pattern[] {
  const states = entity.fields.find(({ name }) => name === 'status')?.values ?? [];
  const thing = things.find(({ name }) => slug(name) === slug(entity.name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')));
  const isWorked = states.length > 3 && thing?.role !== 'person';
  const range = (id: string, purpose: string, order: string): Pattern => ({
    id: `${id}-${slug(entity.name)}`,
    entity: entity.name,
    purpose,
    kind: 'range',
    by: ['status'],
    order,
  });
  return [
    ...(isWorked ? [range('work', `rows in one state, oldest first: what waits for the next step`, 'updated_at asc')] : []),
    ...(has(entity, 'due_at') ? [range('due', 'rows that fall due, for reminders and what is overdue', 'due_at asc')] : []),
  ];
}

/** The main write from request to row, and what happens without a caller: the next state, the reminder. */
export function flowsOf(
  main: Operation,
  entities: readonly ArchetypeEntity[],
  operations: readonly Operation[],
  runsLater: boolean,
): Archetype['flows'] {
  const moved = operations.find(
    ({ body, entity }) => body !== undefined && body.length === 0 && entities.some(({ name }) => name === entity),
  );
  const due = entities.find((entity) => has(entity, 'due_at'));
  return [
    {
      id: `accept-${main.id}`,
      title: `${main.summary}, from request to stored row`,
      operation: main.id,
      mode: 'sync',
      steps: [
        {
          from: 'client',
          to: 'api',
          action: `${main.method} ${main.path}${main.kind === 'read' ? '' : ' with an Idempotency-Key'}`,
        },
        main.kind === 'read'
          ? { from: 'api', to: 'primary-store', action: `read the ${main.entity} by its key` }
          : { from: 'api', to: 'primary-store', action: `insert the ${main.entity} and its audit row in one transaction` },
        {
          from: 'api',
          to: 'client',
          action: main.kind === 'read' ? '200, or a redirect to the object' : '201 with the stored row',
        },
      ],
    },
    ...(moved && moved.id !== main.id
      ? [
          {
            id: `move-${moved.id}`,
            title: `${moved.summary}: one state to the next`,
            operation: moved.id,
            mode: 'sync' as const,
            steps: [
              { from: 'client', to: 'api', action: `${moved.method} ${moved.path} with If-Match: version` },
              {
                from: 'api',
                to: 'primary-store',
                action: `update ${moved.entity} where id, version and the states it may come from all match; the history row in the same transaction`,
              },
              { from: 'api', to: 'client', action: '200, or 409 with the state it is in' },
            ],
          },
        ]
      : []),
    ...(runsLater
      ? [
          {
            id: 'run-later',
            title: due
              ? `Remind of ${due.name} rows that fall due`
              : `What follows ${main.summary.toLowerCase()} without a caller`,
            mode: 'batch' as const,
            steps: [
              {
                from: 'worker',
                to: 'primary-store',
                action: due ? 'take rows by (status, due_at) under a lease' : 'take outbox rows under a lease',
              },
              {
                from: 'worker',
                to: 'primary-store',
                action: 'mark them done by conditional update; what failed returns with backoff',
              },
            ],
          },
        ]
      : []),
  ];
}
