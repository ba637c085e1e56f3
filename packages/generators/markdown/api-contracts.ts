import { type FigureOrigin } from '@archwright/kernel';
import type { Operation } from '@archwright/model';
import { markdownCode, markdownFence } from '../escape/markdown.ts';
import { openapiDocument, operationIds } from '../openapi/index.ts';
import { takesIdempotencyKey } from '../openapi/parameters.ts';
import { section, stack, table } from './page.ts';
import { limitPerMinute } from './spoken-quantities.ts';
import type { Material, Writer } from './writer.ts';
import { blockStart, inline, sentence } from './text.ts';

const MOST_OPERATIONS = 24;
const MOST_EVENTS = 12;
const EXAMPLES = 3;
const GIVEN: ReadonlySet<FigureOrigin> = new Set(['stated', 'answered', 'read-by-model']);
const FILE = 'api/openapi.yaml';

/** The part of an OpenAPI operation the examples are taken from. */
interface Contract {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly headers?: Readonly<Record<string, { readonly example?: unknown }>>;
  readonly content?: Readonly<Record<string, { readonly example?: unknown }>>;
}

/** Deliverable 2: every operation with its limits, the main ones with the examples of the OpenAPI file, and the events. */
export function apiContracts(material: Material): string {
  const { design } = material;
  const { api } = design.architecture;
  if (api.operations.length === 0) return '';
  const contracts = contractsOf(material);
  const style = design.decisions.find(({ id }) => id === 'api-style')?.chosenName ?? api.style;
  const count = api.operations.length;
  const intro = `${blockStart(inline(style))}: ${count} ${count === 1 ? 'operation' : 'operations'} under ${markdownCode(api.basePath)}, contract version ${markdownCode(api.version)}. Within the path’s version changes only add; a change that removes gets the next one. Every field and error: ${markdownCode(FILE)}.`;
  return section(
    '## 2. API contracts',
    intro,
    operations(material, contracts),
    ...mainOperations(api.operations, material.write).map((operation) => example(operation, contracts.get(operation.id))),
    section('### Events', events(material)),
  );
}

function contractsOf({ design }: Material): ReadonlyMap<string, Contract> {
  const paths = openapiDocument(design).paths as Record<string, Record<string, Omit<Contract, 'method' | 'path'>>>;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): Contract => ({ ...one, method: method.toUpperCase(), path })),
  );
  const byId = new Map(all.map((contract) => [contract.operationId, contract]));
  const ids = operationIds(design.architecture.api.operations);
  return new Map(
    design.architecture.api.operations.flatMap((operation) => {
      const contract = byId.get(ids.get(operation) ?? '');
      return contract ? [[operation.id, contract] as const] : [];
    }),
  );
}

const peak = (operation: Operation, write: Writer): number =>
  operation.peakRate === undefined ? 0 : write.figure(operation.peakRate).likely;

function operations({ design, write }: Material, contracts: ReadonlyMap<string, Contract>): string {
  const rows = design.architecture.api.operations.map((operation) => {
    const { method = operation.method, path = operation.path, responses = {} } = contracts.get(operation.id) ?? {};
    const errors = Object.keys(responses).filter((status) => status.startsWith('4'));
    return [
      markdownCode(`${method} ${path}`, 'cell'),
      `${inline(operation.summary)}${operation.asynchronous ? '; accepted, done later' : ''}${operation.method === 'STREAM' ? '; stream' : ''}`,
      inline(operation.actor),
      repeats(operation),
      limitPerMinute(operation.rateLimitPerMinute),
      write.cite(operation.peakRate),
      write.value(operation.latencyTarget),
      errors.length === 0 ? '' : markdownCode(errors.join(' '), 'cell'),
    ];
  });
  const head = ['operation', 'does', 'who', 'repeat', 'limit a caller', 'peak', 'p99 target', 'errors'];
  return table(head, rows, { rows: MOST_OPERATIONS, file: FILE });
}

function repeats(operation: Operation): string {
  if (operation.kind !== 'write') return 'read';
  if (takesIdempotencyKey(operation)) return '`Idempotency-Key`';
  return operation.idempotent ? 'idempotent' : 'not safe';
}

/** What the brief gives a rate for comes first, then the busiest write, the busiest read, and the next busiest of either. */
function mainOperations(all: readonly Operation[], write: Writer): readonly Operation[] {
  const ranked = all.filter(({ method }) => method !== 'STREAM').toSorted((a, b) => peak(b, write) - peak(a, write));
  const isGiven = ({ meanRate }: Operation): boolean => meanRate !== undefined && GIVEN.has(write.figure(meanRate).origin);
  const chosen = [
    ranked.find(isGiven),
    ranked.find(({ kind, method }) => kind === 'write' && method === 'POST'),
    ranked.find(({ kind }) => kind === 'read'),
    ...ranked,
  ];
  return [...new Set(chosen.filter((one) => one !== undefined))].slice(0, EXAMPLES);
}

function example(operation: Operation, contract: Contract | undefined): string {
  if (!contract) return '';
  const [status, response] = Object.entries(contract.responses).find(([code]) => code.startsWith('2')) ?? [];
  const body = firstExample(contract.requestBody?.content);
  const answer = firstExample(response?.content);
  const location = response?.headers?.Location?.example;
  const header = takesIdempotencyKey(operation) ? ' with `Idempotency-Key`' : '';
  return section(
    `### ${markdownCode(`${contract.method} ${contract.path}`)}`,
    sentence(operation.summary),
    body === undefined ? '' : stack(`Request${header}:`, json(body)),
    status === undefined
      ? ''
      : stack(
          `Answer ${markdownCode(status)}${typeof location === 'string' ? `, ${markdownCode(`Location: ${location}`)}` : ''}${answer === undefined ? ', no body.' : ':'}`,
          answer === undefined ? '' : json(answer),
        ),
  );
}

const firstExample = (content: Response['content']): unknown => Object.values(content ?? {})[0]?.example;
const json = (value: unknown): string =>
  typeof value === 'string' ? markdownFence('text', value) : markdownFence('json', JSON.stringify(value, null, 2));

function events({ design, write }: Material): string {
  const rows = design.architecture.events.map((event) => [
    markdownCode(`${event.name} v${event.version}`, 'cell'),
    inline(event.when),
    write.component(event.producer),
    event.consumers.map(write.component).join(', '),
    write.cite(event.rate),
  ]);
  return table(['event', 'when', 'from', 'to', 'rate'], rows, { rows: MOST_EVENTS, file: 'model.json' });
}
