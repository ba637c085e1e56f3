import { slug, snakeCase } from '@archwright/kernel';
import type { ArchetypeOperation, Architecture, Entity, Field, Operation } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { SizedOperation } from '../workload/workload.ts';
import { callerOf } from './caller.ts';
import { companions } from './companions.ts';
import { entityId } from './entities.ts';
import { chosenOption, type Synthesis } from './synthesis.ts';

/** Columns the server fills: never part of a request body. */
const SERVER_SIDE = /^(?:id|created_at|updated_at|received_at|deleted_at|version|tenant_id|owner_id|idempotency_key)$/;
/** Where something stands is decided by what happens to it, so a new one does not say. */
const LIFECYCLE = /^(?:status|state)$/;

/** Below this, interactive use would meet 429. */
const LEAST_CALLS_A_MINUTE = 60;

export function synthesiseApi(entities: readonly Entity[], synthesis: Synthesis): Architecture['api'] {
  const designed = synthesis.workload.operations.map((sized) => ({ sized, operation: operationOf(sized, entities, synthesis) }));
  const operations = [...designed.map(({ operation }) => operation), ...companions(designed, entities)];
  return {
    basePath: '/api/v1',
    version: '1.0.0',
    style: chosenOption(synthesis, 'api-style')?.name ?? 'REST over HTTP and JSON',
    operations: withUniquePaths(operations),
  };
}

/** RFC 8615: clients look for these at the root of the host and nowhere else. */
const isWellKnown = (path: string): boolean => path.startsWith('/.well-known/');

/** Two contexts may want the same path: the later one gets its context in front. */
function withUniquePaths(operations: readonly Operation[]): Operation[] {
  const seen = new Set<string>();
  return operations.map((operation) => {
    const name = `${operation.method} ${operation.path.replace(/\{[^}]+\}/g, '{}')}`;
    if (!seen.has(name)) {
      seen.add(name);
      return operation;
    }
    return { ...operation, path: operation.path.replace('/api/v1/', `/api/v1/${slug(operation.context)}/`) };
  });
}

function operationOf(sized: SizedOperation, entities: readonly Entity[], { book }: Synthesis): Operation {
  const { definition, context, id } = sized;
  const make = shorthand(book);
  const target = make.assumed(
    `slo.${context}.${id}.latency`,
    `p99 of: ${definition.summary.toLowerCase()}`,
    definition.latencyP99Ms / 1000,
    's',
    'usual target of the domain; the brief names none for this operation',
  );
  const entity = entities.find((one) => one.id === entityId(context, definition.entity));
  const caller = callerOf(definition);
  return {
    id: `${context}.${id}`,
    context,
    summary: definition.summary,
    actor: definition.actor,
    caller,
    method: definition.method,
    path: isWellKnown(definition.path) ? definition.path : `/api/v1${definition.path}`,
    kind: definition.kind,
    entity: entityId(context, definition.entity),
    asynchronous: definition.asynchronous ?? false,
    idempotent: definition.idempotent ?? false,
    list: definition.list ?? false,
    ...(definition.redirect && { redirect: true }),
    scopes: [`${context}:${definition.kind === 'read' ? 'read' : 'write'}`],
    body: [...bodyOf(definition, entity)],
    ...(definition.example && { example: { ...definition.example } }),
    meanRate: sized.mean.id,
    peakRate: sized.peak.id,
    requestBytes: sized.requestBytes.id,
    responseBytes: sized.responseBytes.id,
    latencyTarget: target.id,
    rateLimitPerMinute: rateLimit(sized, caller),
  };
}

/** The fields a caller sends: the catalogue's, else the columns that neither the server nor the path fills. */
function bodyOf({ body, kind, method, path }: ArchetypeOperation, entity: Entity | undefined): readonly Field[] {
  if (body)
    return body.map((field) => ({
      name: snakeCase(field.name),
      type: field.type,
      nullable: field.nullable ?? false,
      key: false,
      ...(field.values && { values: [...field.values] }),
      ...(field.classification && { classification: field.classification }),
    }));
  if (kind === 'read' || method === 'GET' || method === 'DELETE' || !entity) return [];
  const inPath = new Set([...path.matchAll(/\{([^{}]{1,60})\}/g)].map(([, name]) => snakeCase(name!)));
  return entity.fields.filter(
    ({ name, key }) => !key && !SERVER_SIDE.test(name) && !inPath.has(name) && !(method === 'POST' && LIFECYCLE.test(name)),
  );
}

/**
 * Calls a minute and caller. A person gets room for quick hands. A program may be the only caller there is, so it gets the
 * whole planned peak with a fifth of slack, rounded up to 1, 2 or 5 times a power of ten.
 */
function rateLimit({ peak, definition }: SizedOperation, caller: Operation['caller']): number {
  const aMinute = definition.kind === 'read' ? 2 * LEAST_CALLS_A_MINUTE : LEAST_CALLS_A_MINUTE;
  if (caller !== 'machine' && caller !== 'provider') return aMinute;
  const wanted = peak.likely * 60 * 1.2;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  const round = [1, 2, 5, 10].map((step) => step * power).find((step) => step >= wanted) ?? wanted;
  return Math.max(aMinute, round);
}
