import * as z from 'zod';
import { keyspaceSchema } from './keyspace.ts';

/**
 * The one typed architecture model. Deliverables are projections of it; none keeps facts of its own. Numbers are referred
 * to by figure id, so the same rate carries the same value in every artefact.
 */
const figureId = z.string().describe('id of a figure of the design');
const componentId = z.string().describe('id of a component');

export const classification = z.enum(['public', 'internal', 'pii', 'phi', 'card', 'secret']);

export const componentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum([
    'client',
    'edge',
    'gateway',
    'service',
    'worker',
    'database',
    'cache',
    'queue',
    'stream',
    'search',
    'object-store',
    'real-time',
    'external',
    'observability',
    'identity',
  ]),
  /** What a reader sees: `PostgreSQL`. */
  technology: z.string().optional(),
  technologyId: z.string().optional(),
  option: z.string().optional().describe('catalogue option that put it here'),
  decision: z.string().optional(),
  responsibility: z.string(),
  /** The requirement or figure that is the reason for the box. */
  because: z.string(),
  boundary: z.string().describe('trust boundary it stands in'),
  contexts: z.array(z.string()),
  instances: figureId.optional(),
  /** Utilisation of the planned instances at peak. */
  utilisation: figureId.optional(),
  monthlyCost: figureId.optional(),
  availability: figureId.optional(),
  /** Acknowledged data lost with its server or zone, s; absent where it holds none of its own. */
  dataLost: figureId.optional(),
  /** Until it serves again after such a loss, s. */
  timeBack: figureId.optional(),
});

export const connectionSchema = z.strictObject({
  id: z.string(),
  from: componentId,
  to: componentId,
  purpose: z.string(),
  protocol: z.string(),
  mode: z.enum(['sync', 'async']),
  rate: figureId.optional(),
  payload: figureId.optional(),
  timeoutMs: z.number().optional(),
  retry: z.string().optional(),
  authentication: z.string(),
  carries: classification,
});

export const flowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  mode: z.enum(['sync', 'async', 'batch']),
  operation: z.string().optional(),
  steps: z.array(z.strictObject({ from: componentId, to: componentId, action: z.string(), reply: z.boolean().optional() })),
  latencyP50: figureId.optional(),
  latencyP95: figureId.optional(),
  latencyP99: figureId.optional(),
  latencyBound: figureId.optional().describe('sum of the parts’ p99: holds even where they are slow together'),
  target: figureId.optional(),
});

export const fieldSchema = z.strictObject({
  name: z.string().describe('snake_case column'),
  type: z.string().describe('PostgreSQL type'),
  nullable: z.boolean(),
  key: z.boolean(),
  unique: z.boolean().optional(),
  default: z.string().optional(),
  references: z.strictObject({ entity: z.string(), field: z.string() }).optional(),
  classification: classification.optional(),
  values: z.array(z.string()).optional(),
});

/**
 * How rows of an entity live. `record` changes. `journal` only grows, and is written in the transaction of the record it tells
 * of, so it stays beside it. `append` only grows and comes as a stream whose readers look at ranges and may wait a moment.
 * `blob` is an object with a row beside it.
 */
export const ENTITY_STORES = ['record', 'journal', 'append', 'blob'] as const;
export type EntityStore = (typeof ENTITY_STORES)[number];
export const onlyGrows = (store: EntityStore): boolean => store === 'journal' || store === 'append';

export const entitySchema = z.strictObject({
  id: z.string(),
  name: z.string().describe('PascalCase: the name in the API and the diagrams'),
  table: z.string().describe('snake_case, plural'),
  context: z.string(),
  purpose: z.string(),
  store: z.enum(ENTITY_STORES),
  /** The component that holds it. */
  component: componentId,
  fields: z.array(fieldSchema),
  classification,
  retention: figureId.optional(),
  rowBytes: figureId.optional(),
  rowsAtYearOne: figureId.optional(),
  bytesAtHorizon: figureId.optional(),
  /** Column of a range-partitioned table and the period of one partition. */
  partition: z.strictObject({ by: z.string(), period: z.enum(['day', 'week', 'month']) }).optional(),
  tenantKey: z.string().optional(),
});

export const accessPatternSchema = z.strictObject({
  id: z.string(),
  entity: z.string(),
  purpose: z.string(),
  kind: z.enum(['lookup', 'range', 'aggregation', 'search', 'queue', 'geo', 'rank', 'vector']),
  by: z.array(z.string()),
  order: z.strictObject({ by: z.string(), descending: z.boolean() }).optional(),
  operation: z.string().optional(),
  rate: figureId.optional(),
  latencyTarget: figureId.optional(),
  index: z
    .strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      unique: z.boolean(),
      method: z.enum(['btree', 'gin', 'gist', 'brin']),
      where: z.string().optional(),
    })
    .optional(),
  /** On a store that keeps all rows of one key value in one place: how hot the hottest value gets. */
  hottest: z
    .strictObject({
      by: z.array(z.string()).describe('columns whose value decides the place'),
      values: figureId,
      share: figureId.describe('of the rate, on the hottest value'),
      rate: figureId,
      limit: figureId.describe('what one value may get'),
      copies: figureId.describe('parts the value must be spread over: one where it is not too hot'),
      cure: z.string(),
    })
    .optional(),
  component: componentId,
});

export const operationSchema = z.strictObject({
  id: z.string(),
  context: z.string(),
  summary: z.string(),
  actor: z.string(),
  /** How the caller proves who it is: nobody signed in, a person, a program of ours or a customer, a provider calling back. */
  caller: z.enum(['anyone', 'person', 'machine', 'provider']).optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'STREAM']),
  /** With version and base path: `/api/v1/notifications/{notificationId}`. */
  path: z.string(),
  kind: z.enum(['read', 'write', 'stream']),
  entity: z.string(),
  asynchronous: z.boolean(),
  idempotent: z.boolean(),
  list: z.boolean(),
  /** Answers with 302 to the address behind the name. */
  redirect: z.boolean().optional(),
  /** Does many of another operation at once, because the workload calls that one in runs. */
  batch: z.strictObject({ of: z.string().describe('id of an operation'), largest: z.number() }).optional(),
  scopes: z.array(z.string()),
  body: z.array(fieldSchema),
  example: z.record(z.string(), z.unknown()).optional(),
  meanRate: figureId.optional(),
  peakRate: figureId.optional(),
  requestBytes: figureId.optional(),
  responseBytes: figureId.optional(),
  latencyTarget: figureId.optional(),
  /** Calls a minute and caller before 429. */
  rateLimitPerMinute: z.number(),
});

export const eventSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  context: z.string(),
  when: z.string(),
  entity: z.string(),
  producer: componentId,
  consumers: z.array(z.string()),
  rate: figureId.optional(),
});

export const mechanismUseSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  problem: z.string(),
  structure: z.string(),
  steps: z.array(z.string()),
  parameters: z.array(z.strictObject({ label: z.string(), figure: figureId, meaning: z.string() })),
  tradeOff: z.string(),
  rejected: z.strictObject({ alternative: z.string(), because: z.string() }),
  edgeCase: z.strictObject({ case: z.string(), cure: z.string() }),
  snippet: z.strictObject({ language: z.string(), code: z.string() }).optional(),
  sources: z.array(z.string()),
  /** Carries the hardest requirement: gets a deep dive; the others get a paragraph. */
  deepDive: z.boolean(),
});

export const boundarySchema = z.strictObject({ id: z.string(), name: z.string(), trust: z.string(), crossing: z.string() });

export const sloSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  flow: z.string().optional(),
  kind: z.enum(['availability', 'latency', 'freshness']),
  /** Share of good events, 0-1. */
  objective: z.number(),
  threshold: figureId.optional(),
  windowDays: z.number(),
  errorBudgetMinutes: figureId.optional(),
  origin: z.enum(['stated', 'assumed']),
});

export const unitSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  runs: z.array(componentId),
  image: z.string(),
  command: z.string(),
  port: z.number().optional(),
  replicas: figureId.optional(),
  cpu: z.string(),
  memory: z.string(),
});

export const architectureSchema = z.strictObject({
  components: z.array(componentSchema),
  connections: z.array(connectionSchema),
  flows: z.array(flowSchema),
  contexts: z.array(z.strictObject({ id: z.string(), name: z.string(), purpose: z.string(), archetype: z.string().optional() })),
  entities: z.array(entitySchema),
  accessPatterns: z.array(accessPatternSchema),
  api: z.strictObject({ basePath: z.string(), version: z.string(), style: z.string(), operations: z.array(operationSchema) }),
  events: z.array(eventSchema),
  boundaries: z.array(boundarySchema),
  slos: z.array(sloSchema),
  units: z.array(unitSchema),
  mechanisms: z.array(mechanismUseSchema),
  /** Absent where nothing is kept in an in-memory store. */
  keyspaces: z.array(keyspaceSchema).optional(),
});

export type Classification = z.infer<typeof classification>;
export type Component = z.infer<typeof componentSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type AccessPattern = z.infer<typeof accessPatternSchema>;
export type Operation = z.infer<typeof operationSchema>;
export type DomainEvent = z.infer<typeof eventSchema>;
export type MechanismUse = z.infer<typeof mechanismUseSchema>;
export type TrustBoundary = z.infer<typeof boundarySchema>;
export type Slo = z.infer<typeof sloSchema>;
export type DeploymentUnit = z.infer<typeof unitSchema>;
export type Architecture = z.infer<typeof architectureSchema>;

/** JSON Schema (2020-12) of `model.json`'s architecture. */
export const architectureJsonSchema = (): unknown => z.toJSONSchema(architectureSchema, { target: 'draft-2020-12' });
