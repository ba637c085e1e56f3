import { serveStdio, type StdioServerHandle } from '@modelcontextprotocol/server/stdio';
import type { Context } from './context.ts';
import { type Host, TIME_LIMITS } from './host.ts';
import { type HttpOptions, type HttpServing, serveHttp } from './http/serve-http.ts';
import { createServer } from './server.ts';
import { createDesignStore } from './store/design-store.ts';
import { createPool } from './work/pool.ts';

export type { Host, TimeLimits } from './host.ts';
export { isLoopback } from './http/guards.ts';
export type { HttpOptions, HttpServing } from './http/serve-http.ts';
export { workflowText } from './workflow/workflow.ts';

/** What all connections of one process share. */
export const createContext = (host: Host): Context => ({
  host,
  pool: createPool({ workerFile: host.workerFile }),
  store: createDesignStore(),
  timeLimits: host.timeLimits ?? TIME_LIMITS,
});

/** Serves MCP on standard input and output until the client closes them. */
export function serveOnStdio(context: Context, onError: (error: Error) => void): StdioServerHandle {
  return serveStdio(() => createServer(context), { onerror: onError });
}

/** Serves MCP over streamable HTTP. The caller makes sure that a token is set for any address but loopback. */
export const serveOnHttp = (context: Context, options: HttpOptions): Promise<HttpServing> =>
  serveHttp(() => createServer(context), options);
