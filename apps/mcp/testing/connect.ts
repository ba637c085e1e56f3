import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import {
  Client,
  type ElicitRequestFormParams,
  type ElicitResult,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const BIN = join(import.meta.dirname, '../../cli/bin/archwright.js');

export type Generation = '2025-11-25' | '2026-07-28';

/** How the test's user fills the form; absent for a client that shows none. */
export type FillForm = (form: ElicitRequestFormParams) => ElicitResult;

function clientFor(generation: Generation, fill: FillForm | undefined): Client {
  const client = new Client(
    { name: 'archwright-tests', version: '1.0.0' },
    {
      capabilities: fill ? { elicitation: { form: {} } } : {},
      versionNegotiation: { mode: generation === '2026-07-28' ? { pin: generation } : 'legacy' },
    },
  );
  if (fill) client.setRequestHandler('elicitation/create', ({ params }) => fill(params as ElicitRequestFormParams));
  return client;
}

/** The official client, with the command line as its child. */
export async function overStdio(
  generation: Generation,
  fill?: FillForm,
  args: readonly string[] = ['--offline'],
): Promise<Client> {
  const client = clientFor(generation, fill);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp', ...args],
      cwd: import.meta.dirname,
      stderr: 'pipe',
    }),
  );
  return client;
}

export interface HttpServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** The command line as an HTTP server at a free port. */
export async function startHttp(
  args: readonly string[] = ['--offline'],
  environment: Readonly<Record<string, string>> = {},
): Promise<HttpServer> {
  const child = spawn(process.execPath, [BIN, 'mcp', '--http', '--port', '0', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /MCP at (\S+?),?\s/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url, process: child, stop };
}

/** The official client at an HTTP server. */
export async function overHttp(url: string, generation: Generation, fill?: FillForm, token?: string): Promise<Client> {
  const client = clientFor(generation, fill);
  const requestInit = token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  return client;
}
