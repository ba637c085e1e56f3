import { camelCase, slug } from '@archwright/kernel';
import { type Entity, onlyGrows, type Operation } from '@archwright/model';
import type { SizedOperation } from '../workload/workload.ts';

/** Calls a second at peak from which single calls are worth gathering: below that a round trip each costs nothing that shows. */
const WORTH_GATHERING = 10;
/** Look-ups for each page that say that a page's items are looked up one by one. */
const LOOK_UPS_A_PAGE = 3;
const LARGEST_BATCH = 100;
/** Body of a batch: small enough to check and store within the time of one answer, and to send again after a time-out. */
const LARGEST_BODY = 256 * 1024;

/** A designed operation with the demand it stands for. */
export interface DesignedOperation {
  readonly operation: Operation;
  readonly sized: SizedOperation;
}

/**
 * Operations that a contract needs and a brief does not name: a way to read what an asynchronous call accepted, and many at
 * once where the workload would otherwise call one by one. They add no demand: each stands in for calls that are counted already.
 */
export function companions(designed: readonly DesignedOperation[], entities: readonly Entity[]): readonly Operation[] {
  const operations = designed.map(({ operation }) => operation);
  const readers = operations.flatMap((operation) => readerOf(operation, operations, entities) ?? []);
  const distinct = [...new Map(readers.map((reader) => [reader.id, reader])).values()];
  return [...distinct, ...designed.flatMap((one) => batchOf(one, designed, entities) ?? [])];
}

const namesOne = (path: string): boolean => path.endsWith('}');
const shapeOf = (path: string): string => path.replaceAll(/\{[^{}]{1,60}\}/g, '{}');
const entityOf = ({ entity }: Operation, entities: readonly Entity[]): Entity | undefined =>
  entities.find(({ id }) => id === entity);

/** `GET /broadcasts/{broadcastId}` for a `POST /broadcasts` that answers before the work is done. */
function readerOf(operation: Operation, all: readonly Operation[], entities: readonly Entity[]): Operation | undefined {
  const entity = entityOf(operation, entities);
  const [key, ...more] = entity?.fields.filter((field) => field.key) ?? [];
  const follows = operation.asynchronous && operation.kind === 'write' && operation.method !== 'DELETE';
  if (
    !follows ||
    operation.caller === 'provider' ||
    operation.caller === 'anyone' ||
    !entity ||
    onlyGrows(entity.store) ||
    !key ||
    more.length > 0
  )
    return undefined;
  if (all.some((one) => one.entity === entity.id && one.method === 'GET' && !one.list && namesOne(one.path))) return undefined;
  const collection = operation.path.includes('{') ? `/api/v1/${slug(entity.table)}` : operation.path;
  const wanted = `${collection}/{${key.name === 'id' ? `${camelCase(entity.name)}Id` : camelCase(key.name)}}`;
  const path = all.find((one) => shapeOf(one.path) === shapeOf(wanted))?.path ?? wanted;
  return {
    ...reading(operation),
    id: `${operation.context}.get-${slug(entity.name)}`,
    summary: `Show how far ${article(entity.name)} has come`,
    path,
  };
}

/** Many at once, for calls that machines make in runs and for look-ups that follow a list one by one. */
function batchOf(
  { operation, sized }: DesignedOperation,
  designed: readonly DesignedOperation[],
  entities: readonly Entity[],
): Operation | undefined {
  const entity = entityOf(operation, entities);
  const inRuns = operation.caller === 'machine' && sized.peak.likely >= WORTH_GATHERING;
  if (!entity || isGathered(operation)) return undefined;
  const largest = Math.max(2, Math.min(LARGEST_BATCH, Math.floor(LARGEST_BODY / Math.max(1, sized.requestBytes.likely))));
  const { meanRate: _mean, peakRate: _peak, requestBytes: _in, responseBytes: _out, ...plain } = operation;
  const { example: _example, ...bare } = plain;
  const id = `${operation.id}-batch`;
  if (operation.method === 'POST' && operation.kind === 'write' && inRuns && createsIn(operation, entity))
    return {
      ...bare,
      id,
      summary: `${operation.summary}, many at once`,
      path: `${operation.path}/batch`,
      batch: { of: operation.id, largest },
    };
  const single = operation.method === 'GET' && operation.kind === 'read' && !operation.list && namesOne(operation.path);
  const keys = entity.fields.filter(({ key }) => key);
  if (!single || keys.length !== 1 || !(inRuns || followsList(operation, sized, designed))) return undefined;
  const path = `${operation.path.replace(/\/\{[^{}/]{1,60}\}$/, '')}/batch`;
  return {
    ...bare,
    id,
    summary: `${operation.summary}, many at once`,
    path,
    batch: { of: operation.id, largest: LARGEST_BATCH },
  };
}

/** The body already holds many, or the path says so. */
const isGathered = ({ path, body }: Operation): boolean =>
  /(?:batch|bulk|import|bundle)/.test(path) ||
  body.some(({ type, name }) => /(?:\[\]|jsonb?)$/.test(type) && isPlural(name, path));
const isPlural = (name: string, path: string): boolean =>
  name.endsWith('s') && (path.endsWith(`/${slug(name)}`) || /^(?:items|records|rows|events|points)$/.test(name));

/** The call makes a new one, as against an action on one that is there. */
const createsIn = ({ path }: Operation, entity: Entity): boolean =>
  slug(entity.table).endsWith(slug(path.split('/').at(-1) ?? '')) && !namesOne(path);

function followsList(operation: Operation, sized: SizedOperation, designed: readonly DesignedOperation[]): boolean {
  const pages = designed.filter((one) => one.operation.entity === operation.entity && one.operation.list);
  const rate = pages.reduce((sum, one) => sum + one.sized.mean.likely, 0);
  return rate > 0 && sized.peak.likely >= WORTH_GATHERING && sized.mean.likely >= LOOK_UPS_A_PAGE * rate;
}

const reading = (operation: Operation): Operation => ({
  id: operation.id,
  context: operation.context,
  summary: operation.summary,
  actor: operation.actor,
  ...(operation.caller && { caller: operation.caller }),
  method: 'GET',
  path: operation.path,
  kind: 'read',
  entity: operation.entity,
  asynchronous: false,
  idempotent: true,
  list: false,
  scopes: [`${operation.context}:read`],
  body: [],
  rateLimitPerMinute: operation.rateLimitPerMinute,
});

const article = (name: string): string => {
  const words = slug(name).replaceAll('-', ' ');
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
};
