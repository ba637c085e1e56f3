import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import { createMcpHandler, isJsonContentType, isLegacyRequest, type McpServer } from '@modelcontextprotocol/server';
import { type Guard, rejected } from './guards.ts';
import { createSessions } from './sessions.ts';

export const ENDPOINT = '/mcp';
/** A brief, its answers and a few edited files. */
const LARGEST_BODY = 4 * 1024 * 1024;
const MOST_CONNECTIONS = 256;
const HEADERS_MS = 10_000;

export interface HttpOptions extends Guard {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly onError?: (error: Error) => void;
}
export interface HttpServing {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves both protocol generations at one address: each call on its own for 2026-07-28, sessions for those before. */
export async function serveHttp(createServer: () => McpServer, options: HttpOptions): Promise<HttpServing> {
  const onerror = options.onError ?? (() => {});
  const modern = createMcpHandler(createServer, { legacy: 'reject', maxRequestBodySize: LARGEST_BODY, onerror });
  const modernHandler = toNodeHandler(modern, { onerror });
  const sessions = createSessions(createServer);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = rejected(request, options);
    if (refused) return refuse(response, refused.status, refused.message);
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== ENDPOINT)
      return refuse(response, 404, `MCP is served at ${ENDPOINT}`);
    if (request.method !== 'POST') return sessions.handle(request, response, undefined);
    if (!isJsonContentType(request.headers['content-type'])) return refuse(response, 415, 'send application/json');
    // The adapter's types ask for what a request that got here has.
    const post = request as IncomingMessage & { method: string; url: string };
    const body = await readBody(request);
    if (body === undefined) return refuse(response, 413, `a body has at most ${LARGEST_BODY} bytes`);
    let parsed: unknown;
    try {
      parsed = JSON.parse(body);
    } catch {
      return refuse(response, 400, 'the body is not JSON', -32_700);
    }
    const legacy = await isLegacyRequest(await toWebRequest(post, parsed), parsed, { maxRequestBodySize: LARGEST_BODY });
    return legacy ? sessions.handle(request, response, parsed) : modernHandler(post, response, parsed);
  };

  const http = createHttpServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onerror(error instanceof Error ? error : new Error(String(error)));
      if (response.headersSent) response.end();
      else refuse(response, 500, 'the server failed', -32_603);
    });
  });
  http.maxConnections = MOST_CONNECTIONS;
  http.headersTimeout = HEADERS_MS;
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(options.port, options.host, resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}${ENDPOINT}`,
    async close() {
      await Promise.all([sessions.close(), modern.close()]);
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function refuse(response: ServerResponse, status: number, message: string, code = -32_000): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    // What was not read of the body must not be taken for the next request.
    connection: 'close',
  });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }));
}

/** The body as text; undefined when it is larger than it may be. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      // Read on and drop it: an answer on a stream cut short would not reach the caller.
      else resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}
