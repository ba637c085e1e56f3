import { oncePer, slug } from '@archwright/kernel';
import type { Design, Operation } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import type { Context } from './context.ts';
import { entityShape, schemaNames } from './entity-schemas.ts';
import { headerComponents } from './headers.ts';
import { distinctPaths, operationIds } from './operation-ids.ts';
import { type BuiltOperation, buildOperation } from './operations.ts';
import { SHARED_PARAMETERS } from './parameters.ts';
import { type ProblemName, problemResponses, problemSchema } from './problems.ts';
import { schemeOf, securitySchemes } from './security.ts';
import { httpMethod, transportOf } from './stream.ts';
import { outgoingSignature, webhooksOf } from './webhooks.ts';

/** The OpenAPI 3.1 document of a design as plain data; see `openapiArtefacts` for the file. */
export const openapiDocument = oncePer((design: Design): Readonly<Record<string, unknown>> => {
  const { entities, contexts, api } = design.architecture;
  const { operations } = api;
  const context = contextOf(design);
  const built = operations.map((operation) => buildOperation(operation, context));
  const paths = pathsOf(built);
  const webhooks = webhooksOf(design);
  const sends = Object.keys(webhooks).length > 0;
  const mentioned = JSON.stringify([paths, webhooks]);
  const readSchemas = entities.flatMap(({ id }) => {
    const { name, shape } = context.read.get(id)!;
    return mentioned.includes(`"#/components/schemas/${name}"`) ? [[name, shape.schema] as const] : [];
  });
  const used = new Set<ProblemName>(built.flatMap(({ problems }) => problems));
  const tagged = contexts
    .filter(({ id }) => operations.some((operation) => operation.context === id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    openapi: '3.1.1',
    info: {
      // Readers show a title as it is: markup in it must be none.
      title: `${oneLine(design.title).replaceAll('<', '‹').replaceAll('>', '›')} API`,
      version: `${/\d{1,6}/.exec(api.version)?.[0] ?? '1'}.0.0`,
      description: describeApi(design),
      contact: {
        name: 'The team that owns this API',
        url: `https://developers.${slug(design.title)}.example`,
        email: `api@${slug(design.title)}.example`,
      },
    },
    servers: [{ url: `https://api.${slug(design.title)}.example`, description: 'Placeholder; paths carry the version.' }],
    tags: tagged.map(({ id, name, purpose }) => ({
      name: id,
      'x-displayName': oneLine(name),
      description: markdownInline(purpose) || id,
    })),
    paths,
    ...(sends && { webhooks }),
    components: {
      securitySchemes: {
        ...securitySchemes(context.scheme, operations, design.title),
        ...(sends && { outgoingSignature }),
      },
      parameters: parametersInUse(mentioned),
      headers: headersInUse(operations, mentioned),
      responses: problemResponses(used),
      schemas: {
        ...Object.fromEntries(readSchemas),
        ...Object.assign({}, ...built.map(({ schemas }) => schemas)),
        Problem: problemSchema,
      },
    },
  };
});

function contextOf(design: Design): Context {
  const { entities, api } = design.architecture;
  const transport = transportOf(design);
  const names = schemaNames(entities);
  const paths = distinctPaths(api.operations, (operation) => httpMethod(operation, transport));
  const changed = new Set(
    api.operations.flatMap((one) => (['PUT', 'PATCH', 'DELETE'].includes(one.method) ? [shapeOf(paths.get(one)!)] : [])),
  );
  const read = new Set(api.operations.flatMap((one) => (one.method === 'GET' && !one.list ? [shapeOf(paths.get(one)!)] : [])));
  return {
    design,
    transport,
    paths,
    scheme: schemeOf(design),
    ids: operationIds(api.operations),
    read: new Map(entities.map((entity) => [entity.id, { name: names.get(entity.id)!, shape: entityShape(entity, design) }])),
    isTagged: (operation) => {
      const shape = shapeOf(paths.get(operation)!);
      return read.has(shape) && changed.has(shape);
    },
  };
}
const shapeOf = (path: string): string => path.replaceAll(/\{[^{}]{1,60}\}/g, '{}');

function pathsOf(built: readonly BuiltOperation[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, value } of built) paths[path] = { ...paths[path], [method]: value };
  return paths;
}

const parametersInUse = (mentioned: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(SHARED_PARAMETERS).filter(([name]) => mentioned.includes(`"#/components/parameters/${name}"`)),
  );

function headersInUse(operations: readonly Operation[], mentioned: string): Record<string, unknown> {
  const every = headerComponents(
    operations.map(({ rateLimitPerMinute }) => rateLimitPerMinute),
    true,
  );
  // Problem responses refer to two of them from the components.
  const isUsed = (name: string): boolean =>
    name === 'RetryAfter' || name === 'RateLimit' || mentioned.includes(`"#/components/headers/${name}"`);
  return Object.fromEntries(Object.entries(every).filter(([name]) => isUsed(name)));
}

const describeApi = ({ title, architecture: { api } }: Design): string => `Interface of ${markdownInline(title)}.

**Versions.** The major version is in the path (\`${api.basePath}\`). Within it, changes only add: new operations, optional
parameters, response properties. Clients ignore properties they do not know. Anything else is a new major version, which
stands beside the old one for at least six months.

**Deprecation.** An operation or version on its way out answers with \`Deprecation\` (RFC 9745), \`Sunset\` (RFC 8594) with the
day it stops, and a \`Link\` with \`rel="deprecation"\` to the migration notes, and is marked \`deprecated\` here. After the
sunset it answers 410.

**Pages.** Lists take \`limit\` and \`cursor\`; a cursor stays valid while rows come and go, unlike a page number.

**Repeats.** \`Idempotency-Key\` makes a POST safe to repeat after a time-out (draft-ietf-httpapi-idempotency-key-header).

**Concurrent changes.** What can be changed is read with an \`ETag\`; sent back as \`If-Match\`, it keeps a change from overwriting
another one: 412 (RFC 9110).

**Limits.** \`RateLimit-Policy\` and \`RateLimit\` (draft-ietf-httpapi-ratelimit-headers-12) say what applies and what is left; 429
and 503 carry \`Retry-After\`. Back off with jitter.

**Problems.** Every error is \`application/problem+json\` (RFC 9457).`;
