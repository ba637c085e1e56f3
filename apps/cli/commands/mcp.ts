import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { createContext, isLoopback, serveOnHttp, serveOnStdio } from '@archwright/mcp';
import { mcpToken, mcpWorker, today } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { printable, say } from '../output/terminal.ts';

export interface McpOptions {
  readonly http?: boolean;
  readonly host: string;
  readonly port: string;
  readonly allowHost?: readonly string[];
  readonly allowOrigin?: readonly string[];
  readonly root?: readonly string[];
  readonly offline?: boolean;
}

const SHORTEST_TOKEN = 16;
const HIGHEST_PORT = 65_535;

const refuse = (code: string, message: string, hint: string): never => {
  throw new Refusal(EXIT.usage, [{ code, severity: 'error', message, hint }]);
};

/** `archwright mcp`: serves until the client goes away, or until it is told to stop. */
export async function mcpCommand(options: McpOptions, version: string): Promise<ExitCode> {
  const roots = (options.root ?? (options.http ? [] : ['.'])).map((root) => resolve(root));
  const missing = roots.find((root) => !existsSync(root));
  if (missing !== undefined) refuse('mcp/no-such-root', `there is no folder ${missing}`, 'check --root');
  const context = createContext({ version, workerFile: mcpWorker(), roots, offline: options.offline === true, today });
  const onError = (error: Error): void => say(`mcp: ${printable(error.message)}`);
  try {
    if (options.http) await overHttp(context, options, onError);
    else {
      serveOnStdio(context, onError);
      await stopped(() => process.stdin.readableEnded || process.stdin.destroyed);
    }
  } finally {
    await context.pool.close();
  }
  return EXIT.answered;
}

async function overHttp(context: ReturnType<typeof createContext>, options: McpOptions, onError: (error: Error) => void) {
  const { host, allowHost = [], allowOrigin = [] } = options;
  const port = Number(options.port);
  if (port > HIGHEST_PORT) refuse('mcp/port', `${port} is not a port`, `ports go up to ${HIGHEST_PORT}`);
  const token = mcpToken();
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    refuse('mcp/weak-token', `ARCHWRIGHT_MCP_TOKEN has ${token.length} characters`, `use ${SHORTEST_TOKEN} random ones or more`);
  if (!isLoopback(host) && token === undefined)
    refuse(
      'mcp/no-token',
      `${host} can be reached from other machines, and no token is set`,
      'set ARCHWRIGHT_MCP_TOKEN to a long random value, or listen at 127.0.0.1',
    );
  const serving = await serveOnHttp(context, {
    host,
    port,
    hosts: [...(isLoopback(host) ? [] : [host]), ...allowHost],
    origins: allowOrigin,
    ...(token !== undefined && { token }),
    onError,
  }).catch((error: NodeJS.ErrnoException) =>
    refuse('mcp/cannot-listen', `${host}:${port}: ${error.message}`, 'choose another --port'),
  );
  say(`MCP at ${serving.url}${token === undefined ? '' : ', bearer token required'}`);
  await stopped(() => false);
  await serving.close();
}

/** Resolves when standard input ends where that ends the work, or on SIGTERM. */
function stopped(isOver: () => boolean): Promise<void> {
  return new Promise((done) => {
    process.once('SIGTERM', done);
    if (isOver()) done();
    process.stdin.once('end', () => {
      if (isOver()) done();
    });
    process.stdin.once('close', () => {
      if (isOver()) done();
    });
  });
}
