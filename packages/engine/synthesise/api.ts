import { slug, snakeCase } from '@archwright/kernel';
import type { Architecture, Entity, Field, Operation } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { SizedOperation } from '../workload/workload.ts';
import { entityId } from './entities.ts';
import { chosenOption, type Synthesis } from './synthesis.ts';

/** Columns the server fills: never part of a request body. */
const SERVER_SIDE = /^(?:id|created_at|updated_at|received_at|deleted_at|version|tenant_id|owner_id)$/;

/** A caller may send this many times a user's mean share before 429; a floor keeps interactive use free of surprises. */
const LEAST_CALLS_A_MINUTE = 60;

export function synthesiseApi(entities: readonly Entity[], synthesis: Synthesis): Architecture['api'] {
  const operations = synthesis.workload.operations.map((operation) => operationOf(operation, entities, synthesis));
  return {
    basePath: '/api/v1',
    version: '1.0.0',
    style: chosenOption(synthesis, 'api-style')?.name ?? 'REST over HTTP and JSON',
    operations: withUniquePaths(operations),
  };
}

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
  const body: readonly Field[] = definition.body
    ? definition.body.map((field) => ({
        name: snakeCase(field.name),
        type: field.type,
        nullable: field.nullable ?? false,
        key: false,
        ...(field.values && { values: [...field.values] }),
        ...(field.classification && { classification: field.classification }),
      }))
    : definition.kind === 'read' || definition.method === 'DELETE'
      ? []
      : (entity?.fields.filter(({ name, key }) => !key && !SERVER_SIDE.test(name)) ?? []);
  return {
    id: `${context}.${id}`,
    context,
    summary: definition.summary,
    actor: definition.actor,
    method: definition.method,
    path: `/api/v1${definition.path}`,
    kind: definition.kind,
    entity: entityId(context, definition.entity),
    asynchronous: definition.asynchronous ?? false,
    idempotent: definition.idempotent ?? false,
    list: definition.list ?? false,
    scopes: [`${context}:${definition.kind === 'read' ? 'read' : 'write'}`],
    body: [...body],
    ...(definition.example && { example: { ...definition.example } }),
    meanRate: sized.mean.id,
    peakRate: sized.peak.id,
    requestBytes: sized.requestBytes.id,
    responseBytes: sized.responseBytes.id,
    latencyTarget: target.id,
    rateLimitPerMinute: rateLimit(sized),
  };
}

/** Twenty times an average caller's share, rounded to a readable number. */
function rateLimit({ mean, definition }: SizedOperation): number {
  const aMinute = definition.kind === 'read' ? 2 * LEAST_CALLS_A_MINUTE : LEAST_CALLS_A_MINUTE;
  return mean.likely > 100 && definition.actor.includes('service') ? aMinute * 100 : aMinute;
}
