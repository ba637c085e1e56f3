import { slug } from '@archwright/kernel';
import type { Design, Operation } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import { entityShape, schemaNames } from './entity-schemas.ts';
import { type BuiltOperation, buildOperation, type Context, isBatch } from './operations.ts';
import { SHARED_PARAMETERS, type SharedParameter, takesIdempotencyKey } from './parameters.ts';
import { type ProblemName, problemResponses, problemSchema } from './problems.ts';
import { schemeOf, securitySchemes } from './security.ts';

const HEADERS = {
  RateLimitPolicy: {
    description: 'The limits that apply: quota `q` in a window of `w` seconds (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string' },
    example: '"caller";q=60;w=60',
  },
  RateLimit: {
    description: 'What is left: `r` calls for the next `t` seconds.',
    schema: { type: 'string' },
    example: '"caller";r=42;t=18',
  },
  RetryAfter: {
    description: 'Seconds to wait before the next try (RFC 9110).',
    schema: { type: 'integer', minimum: 0 },
    example: 18,
  },
};

/** The OpenAPI 3.1 document of a design as plain data; see `openapiArtefacts` for the file. */
export function openapiDocument(design: Design): Record<string, unknown> {
  const { entities, contexts, api } = design.architecture;
  const operations = api.operations;
  const scheme = schemeOf(design);
  const names = schemaNames(entities);
  const read = new Map(
    entities.map((entity) => [entity.id, { name: names.get(entity.id)!, shape: entityShape(entity, design) }]),
  );
  const context: Context = { design, scheme, read };
  const built = distinctPaths(operations).map(([operation, path]) => buildOperation(operation, path, context));
  const returned = new Set(operations.filter(returnsEntity).map(({ entity }) => entity));
  const readSchemas = [...read].filter(([id]) => returned.has(id)).map(([, { name, shape }]) => [name, shape.schema]);
  const used = new Set<ProblemName>(built.flatMap(({ problems }) => problems));
  const tagged = contexts.filter(({ id }) => operations.some((operation) => operation.context === id));
  return {
    openapi: '3.1.1',
    info: {
      title: `${oneLine(design.title)} API`,
      version: `${/\d{1,6}/.exec(api.version)?.[0] ?? '1'}.0.0`,
      description: describeApi(design),
    },
    servers: [{ url: `https://api.${slug(design.title)}.example`, description: 'Placeholder; paths carry the version.' }],
    tags: tagged.map(({ id, name, purpose }) => ({
      name: id,
      'x-displayName': oneLine(name),
      description: markdownInline(purpose) || id,
    })),
    paths: pathsOf(built),
    components: {
      securitySchemes: securitySchemes(scheme, operations, design.title),
      parameters: parametersInUse(operations),
      headers: HEADERS,
      responses: problemResponses(used),
      schemas: {
        ...Object.fromEntries(readSchemas),
        ...Object.assign({}, ...built.map(({ schemas }) => schemas)),
        Problem: problemSchema,
      },
    },
  };
}

const returnsEntity = (operation: Operation): boolean =>
  operation.method !== 'STREAM' &&
  (operation.method !== 'DELETE' || operation.asynchronous || operation.list || isBatch(operation));

/** Two operations on one method and path would hide each other: the later one gets a path of its own. */
function distinctPaths(operations: readonly Operation[]): readonly (readonly [Operation, string])[] {
  const taken = new Set<string>();
  const key = (method: string, path: string) => `${method === 'STREAM' ? 'GET' : method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`;
  const ordered = operations.toSorted((a, b) => Number(a.method === 'STREAM') - Number(b.method === 'STREAM'));
  const paths = new Map<Operation, string>();
  for (const operation of ordered) {
    const own = operation.method === 'STREAM' ? 'stream' : slug(operation.id);
    const path = taken.has(key(operation.method, operation.path)) ? `${operation.path}/${own}` : operation.path;
    taken.add(key(operation.method, path));
    paths.set(operation, path);
  }
  return operations.map((operation) => [operation, paths.get(operation)!]);
}

function pathsOf(built: readonly BuiltOperation[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, value } of built) paths[path] = { ...paths[path], [method]: value };
  return paths;
}

function parametersInUse(operations: readonly Operation[]): Record<string, unknown> {
  const uses: Record<SharedParameter, boolean> = {
    limit: operations.some(({ list }) => list),
    cursor: operations.some(({ list }) => list),
    idempotencyKey: operations.some(takesIdempotencyKey),
  };
  return Object.fromEntries(Object.entries(SHARED_PARAMETERS).filter(([name]) => uses[name as SharedParameter]));
}

const describeApi = ({ title, architecture: { api } }: Design): string => `Interface of ${markdownInline(title)}.

**Versions.** The major version is in the path (\`${api.basePath}\`). Within it, changes only add: new operations, optional
parameters, response properties. Clients ignore properties they do not know. Anything else is a new major version.

**Deprecation.** An operation or version on its way out answers with \`Deprecation\` (RFC 9745), \`Sunset\` (RFC 8594) with the
day it stops, and a \`Link\` with \`rel="deprecation"\` to the migration notes. After the sunset it answers 410.

**Pages.** Lists take \`limit\` and \`cursor\`; a cursor stays valid while rows come and go, unlike a page number.

**Repeats.** \`Idempotency-Key\` makes a POST safe to repeat after a time-out.

**Limits.** \`RateLimit-Policy\` and \`RateLimit\` say what is left; 429 and 503 carry \`Retry-After\`. Back off with jitter.

**Problems.** Every error is \`application/problem+json\` (RFC 9457).`;
