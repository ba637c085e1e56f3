import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Contract, ContractOperation, ContractParameter, ContractResponse, Json, Place } from './contract.ts';
import type { Validate } from './schema-validator.ts';

const LARGEST_BODY = 1_000_000;

export interface MockServer {
  readonly origin: string;
  /** Requests answered, by operation. */
  readonly answered: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

/**
 * A server made of nothing but the contract: it routes, asks for the credential, checks parameters and body against their
 * schemas, and answers with the example of the first success, or with the problem of the status that applies.
 */
export async function startMockServer(contract: Contract, validate: Validate): Promise<MockServer> {
  const answered = new Map<string, number>();
  const routes = contract.operations.map((operation) => ({ operation, matches: pathMatcher(operation.path) }));
  // A literal path before a templated one, as OpenAPI has it.
  routes.sort((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://mock.invalid');
    const onPath = routes.flatMap(({ operation, matches }) => {
      const values = matches(url.pathname);
      return values ? [{ operation, values }] : [];
    });
    const found = onPath.find(({ operation }) => operation.method === request.method?.toLowerCase());
    const body = await readBody(request);
    if (!found) {
      response.writeHead(onPath.length > 0 ? 405 : 404).end();
      return;
    }
    const { operation, values } = found;
    const status = refusal(operation, { values, url, request, body }, validate) ?? successOf(operation)?.status;
    answered.set(operation.id, (answered.get(operation.id) ?? 0) + 1);
    answer(
      response,
      operation.responses.find((one) => one.status === status),
      status ?? '500',
    );
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroyed || response.writeHead(500).end());
  });
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 501 Not Implemented\r\n\r\n'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, answered, close: () => close(server) };
}

export const successOf = ({ responses }: ContractOperation): ContractResponse | undefined =>
  responses.find(({ status }) => /^[123]/.test(status));

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Compares piece by piece, so that no name in a path can make a pattern slow. */
function pathMatcher(path: string): (actual: string) => ReadonlyMap<string, string> | undefined {
  const wanted = path.split('/');
  return (actual) => {
    const given = actual.split('/');
    if (given.length !== wanted.length) return undefined;
    const values = new Map<string, string>();
    for (const [index, part] of wanted.entries()) {
      const value = decodeURIComponent(given[index]!);
      const name = /^\{([^{}]{1,100})\}$/.exec(part)?.[1];
      if (name !== undefined && value !== '') values.set(name, value);
      else if (part !== value) return undefined;
    }
    return values;
  };
}

interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly body: string | undefined;
}

/** The status with which a request is refused; nothing for one that is sound. */
function refusal(operation: ContractOperation, given: Given, validate: Validate): string | undefined {
  const declared = (status: string): string => (operation.responses.some((one) => one.status === status) ? status : '400');
  if (given.body === undefined) return declared('413');
  if (operation.schemes.length > 0 && !hasCredential(given.request)) return '401';
  for (const parameter of operation.parameters)
    if (parameterFault(parameter, given, validate)) return declared(parameter.in === 'path' ? '404' : '400');
  return bodyFault(operation, given, validate, declared);
}

const hasCredential = ({ headers }: IncomingMessage): boolean =>
  ['authorization', 'x-api-key', 'cookie', 'webhook-signature', 'x-client-certificate'].some(
    (name) => headers[name] !== undefined,
  );

function parameterFault(parameter: ContractParameter, { values, url, request }: Given, validate: Validate): boolean {
  const { name, required, schema } = parameter;
  const raw =
    parameter.in === 'path'
      ? values.get(name)
      : parameter.in === 'query'
        ? url.searchParams.get(name)
        : request.headers[name.toLowerCase()];
  if (raw === undefined || raw === null) return required;
  return readings(String(raw)).every((value) => validate(schema, value) !== undefined);
}

/** What a piece of text may stand for: itself, a number, a truth value, a list. */
const readings = (text: string): readonly Json[] => [
  text,
  ...(/^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? [Number(text)] : []),
  ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
  text.split(','),
];

function bodyFault(
  operation: ContractOperation,
  { request, body }: Given,
  validate: Validate,
  declared: (status: string) => string,
): string | undefined {
  if (!operation.body) return undefined;
  if (body === '') return operation.body.required ? declared('400') : undefined;
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]!.trim();
  const content = operation.body.content.find((one) => one.mediaType === mediaType);
  if (!content) return declared('415');
  try {
    return validate(content.schema, JSON.parse(body!) as Json) === undefined ? undefined : declared('422');
  } catch {
    return declared('400');
  }
}

/** `undefined` where it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function answer(response: ServerResponse, declared: ContractResponse | undefined, status: string): void {
  const content = declared?.content[0];
  // 101 would change the protocol: the mock says that it would.
  response.statusCode = status === '101' ? 426 : Number(status);
  for (const [name, { example }] of declared?.headers ?? [])
    if (example !== undefined && status !== '101') response.setHeader(name, String(example));
  if (!content) {
    response.end();
    return;
  }
  response.setHeader('content-type', content.mediaType);
  response.end(typeof content.example === 'string' ? content.example : JSON.stringify(content.example ?? null));
}

/** Where the schema of an answer's content stands. */
export const contentSchema = (response: ContractResponse): Place | undefined => response.content[0]?.schema;
