import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { isInitializeRequest, type McpServer } from '@modelcontextprotocol/server';

const MOST_SESSIONS = 64;
const IDLE_MS = 30 * 60_000;

interface Session {
  readonly transport: NodeStreamableHTTPServerTransport;
  readonly server: McpServer;
  lastUsed: number;
}

/** Sessions of the 2025 protocol, whose questions to the client need a connection that lasts. */
export interface Sessions {
  handle(request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void>;
  close(): Promise<void>;
}

/** At most 64 sessions; those idle for half an hour are closed, and a full house closes the one idle longest. */
export function createSessions(createServer: () => McpServer): Sessions {
  const sessions = new Map<string, Session>();
  const end = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.server.close();
  };
  const makeRoom = async (now: number): Promise<void> => {
    const byAge = [...sessions].sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    const stale = byAge.filter(([, { lastUsed }], index) => now - lastUsed > IDLE_MS || byAge.length - index > MOST_SESSIONS - 1);
    await Promise.all(stale.map(([id]) => end(id)));
  };
  const open = async (): Promise<NodeStreamableHTTPServerTransport> => {
    await makeRoom(performance.now());
    const server = createServer();
    const transport: NodeStreamableHTTPServerTransport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, { transport, server, lastUsed: performance.now() }),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await server.connect(transport);
    return transport;
  };
  return {
    async handle(request, response, body) {
      const id = request.headers['mcp-session-id'];
      const session = typeof id === 'string' ? sessions.get(id) : undefined;
      if (session) session.lastUsed = performance.now();
      if (session) return session.transport.handleRequest(request, response, body);
      if (id === undefined && isInitializeRequest(body)) return (await open()).handleRequest(request, response, body);
      const [status, message] =
        id === undefined ? [400, 'no session: initialize first'] : [404, 'no such session: initialize again'];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
    },
    async close() {
      await Promise.all([...sessions.keys()].map(end));
    },
  };
}
