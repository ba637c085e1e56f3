import { pascalCase } from '@archwright/kernel';
import type { Design, Operation } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import { lookup } from '../figure-lookup.ts';
import type { Context } from './context.ts';
import { bodyShape, type Shape } from './entity-schemas.ts';
import { isBatchRead, parametersOf, takesIdempotencyKey } from './parameters.ts';
import { type ProblemName, problemReferences } from './problems.ts';
import { success } from './responses.ts';
import { requirementOf } from './security.ts';
import { httpMethod, staysOpen } from './stream.ts';

/** One operation of the document, with what it adds to the components. */
export interface BuiltOperation {
  readonly path: string;
  readonly method: string;
  readonly value: Record<string, unknown>;
  readonly problems: readonly ProblemName[];
  readonly schemas: Readonly<Record<string, unknown>>;
}

export function buildOperation(operation: Operation, context: Context): BuiltOperation {
  const { design, scheme, transport, ids, paths } = context;
  const path = paths.get(operation)!;
  const method = httpMethod(operation, transport);
  const entity = design.architecture.entities.find(({ id }) => id === operation.entity);
  const single = staysOpen(operation, transport) ? undefined : bodyShape(operation, entity, design);
  const body = single && operation.batch ? batchOf(single, operation.batch.largest) : single;
  const schemaName = `${pascalCase(ids.get(operation)!)}Request`;
  const isTagged = context.isTagged(operation) && method !== 'GET';
  const signed = operation.caller === 'provider';
  const parameters = parametersOf(operation, path, design, { tagged: isTagged, signed });
  const problems = problemsOf(operation, { body: body !== undefined, path, parameters: parameters.length > 0, isTagged, method });
  const mediaType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const value = {
    operationId: ids.get(operation)!,
    tags: [operation.context],
    summary: oneLine(operation.summary) || operation.id,
    description: describe(operation, design),
    security: requirementOf(scheme, operation),
    ...(parameters.length && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { [mediaType]: { schema: { $ref: `#/components/schemas/${schemaName}` }, example: body.example } },
      },
    }),
    responses: { ...success(operation, path, context), ...problemReferences(problems) },
    'x-rate-limit-per-minute': operation.rateLimitPerMinute,
    ...(operation.scopes.length > 0 && scheme !== 'oauth2' && operation.caller !== 'anyone' && !signed
      ? { 'x-required-scopes': operation.scopes }
      : {}),
  };
  return { path, method: method.toLowerCase(), value, problems, schemas: body ? { [schemaName]: body.schema } : {} };
}

function batchOf({ schema, example }: Shape, largest: number): Shape {
  const items = { type: 'array', minItems: 1, maxItems: largest, items: schema };
  return {
    schema: { type: 'object', properties: { items }, required: ['items'], additionalProperties: false },
    example: { items: [example] },
  };
}

function describe(operation: Operation, design: Design): string {
  const { text } = lookup(design);
  const of = design.architecture.api.operations.find(({ id }) => id === operation.batch?.of);
  const lines = [
    `Called by: ${markdownInline(operation.actor)}. At most ${operation.rateLimitPerMinute} calls a minute for each caller.`,
    operation.peakRate === undefined ? '' : `Planned for ${text(operation.peakRate)} at peak.`,
    operation.latencyTarget === undefined ? '' : `Answers within ${text(operation.latencyTarget)} for 99 of 100 calls.`,
    operation.caller === 'provider' ? 'Acknowledged at once and worked off later; what was seen before is dropped.' : '',
    operation.asynchronous && operation.caller !== 'provider' ? 'Answers before the work is done.' : '',
    of?.peakRate === undefined ? '' : `Stands in for calls that come one by one, ${text(of.peakRate)} at peak.`,
    operation.batch && !isBatchRead(operation)
      ? `Up to ${operation.batch.largest} items; each has its own outcome, and one that fails leaves the others done.`
      : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

interface Traits {
  readonly body: boolean;
  readonly path: string;
  readonly parameters: boolean;
  readonly isTagged: boolean;
  readonly method: string;
}

function problemsOf(operation: Operation, { body, path, parameters, isTagged, method }: Traits): readonly ProblemName[] {
  const { caller } = operation;
  const changes = method === 'PUT' || method === 'PATCH' || method === 'DELETE' || takesIdempotencyKey(operation);
  const all: readonly (readonly [boolean, ProblemName])[] = [
    [body || parameters, 'badRequest'],
    [caller !== 'anyone', 'unauthorised'],
    [caller !== 'anyone' && caller !== 'provider', 'forbidden'],
    [path.includes('{'), 'notFound'],
    [changes, 'conflict'],
    [isTagged, 'preconditionFailed'],
    [body, 'contentTooLarge'],
    [body, 'unsupportedMediaType'],
    [body, 'unprocessable'],
    [true, 'tooManyRequests'],
    [true, 'internal'],
    [true, 'unavailable'],
  ];
  return all.flatMap(([applies, name]) => (applies ? [name] : []));
}
