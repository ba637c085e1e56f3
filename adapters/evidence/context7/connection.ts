import { type Failure, failure } from '../outcome.ts';
import type { Environment, Fetch } from '../transport/proxy.ts';
import { isDirect, proxyOf } from '../transport/proxy.ts';
import { Slots } from '../transport/slots.ts';

/** How the documentation server is reached. */
export type Server =
  | { readonly kind: 'stdio'; readonly command: string; readonly args: readonly string[] }
  | { readonly kind: 'http'; readonly url: string };

export interface ConnectionOptions {
  readonly server: Server;
  /** Base of the service behind it, including `/api`. */
  readonly api: string;
  readonly apiKey?: string;
  readonly environment: Environment;
  readonly fetch: Fetch;
  readonly clientVersion: string;
  /** One call, ms. Well below the 60 s after which the server itself gives up, so that the race is always ours. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 25_000;
/** A process of its own starts in about a second, on a busy machine in several. */
const START_MS = 15_000;
const IN_FLIGHT = 4;
const MOST_STARTS = 3;
const LARGEST_MESSAGE = 8 * 1024 * 1024;

interface Client {
  callTool(
    call: { name: string; arguments: Record<string, unknown> },
    options: { timeout: number; maxTotalTimeout: number },
  ): Promise<{ content?: unknown; isError?: boolean }>;
  close(): Promise<void>;
}

/** A lazy connection to the server: started at the first call, again after it broke, ended with `close`. Never throws. */
export class Context7Connection {
  readonly #options: ConnectionOptions;
  readonly #slots = new Slots(IN_FLIGHT);
  #client: Promise<Client> | undefined;
  #starts = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.server.kind === 'stdio' ? 'Context7 (MCP over stdio)' : 'Context7 (MCP over HTTP)';
  }

  /** Text of a tool's answer; errors of protocol, process and time are failures. */
  call(tool: string, arguments_: Record<string, unknown>): Promise<{ readonly text: string } | Failure> {
    return this.#slots.run('calls', async () => {
      const { timeoutMs = TIMEOUT_MS } = this.#options;
      try {
        const client = await this.#connected();
        const result = await client.callTool(
          { name: tool, arguments: arguments_ },
          { timeout: timeoutMs, maxTotalTimeout: timeoutMs },
        );
        const text = textOf(result.content);
        if (result.isError === true) return failure('malformed', `${tool}: ${text.slice(0, 120)}`);
        return { text };
      } catch (error) {
        return failureFrom(error, timeoutMs);
      }
    });
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.then((open) => open.close()).catch(() => undefined);
  }

  #connected(): Promise<Client> {
    if (!this.#client) {
      if (this.#starts >= MOST_STARTS) throw new Error(`the connection broke ${MOST_STARTS} times`);
      this.#starts += 1;
      const client = this.#connect();
      this.#client = client;
      client.catch(() => {
        if (this.#client === client) this.#client = undefined;
      });
    }
    return this.#client;
  }

  async #connect(): Promise<Client> {
    const { server, clientVersion } = this.#options;
    const { Client } = await import('@modelcontextprotocol/client');
    // No capability is declared: the server must not be able to ask the user for anything.
    const client = new Client({ name: 'archwright', version: clientVersion }, { capabilities: {} });
    // eslint-disable-next-line unicorn/prefer-add-event-listener -- it is no event target
    client.onclose = () => (this.#client = undefined);
    const transport = server.kind === 'stdio' ? await this.#stdio(server) : await this.#http(server.url);
    await client.connect(transport, { timeout: START_MS });
    return client as unknown as Client;
  }

  async #stdio({ command, args }: Extract<Server, { kind: 'stdio' }>) {
    const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
    return new StdioClientTransport({
      command,
      args: [...args],
      env: serverEnvironment(this.#options),
      stderr: 'ignore',
      maxBufferSize: LARGEST_MESSAGE,
    });
  }

  async #http(url: string) {
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
    const { apiKey, fetch } = this.#options;
    return new StreamableHTTPClientTransport(new URL(url), {
      fetch: (address, init) => fetch(String(address), init ?? {}),
      ...(apiKey !== undefined && { requestInit: { headers: { authorization: `Bearer ${apiKey}` } } }),
    });
  }
}

/**
 * The environment of the server process, from nothing: what it needs and no secret of the user besides its own key. It knows no
 * NO_PROXY and would send every call through a proxy, so the proxy is left out where the service is reached directly.
 */
export function serverEnvironment({
  api,
  apiKey,
  environment,
}: Pick<ConnectionOptions, 'api' | 'apiKey' | 'environment'>): Record<string, string> {
  const proxy = isDirect(api, environment) ? undefined : proxyOf(environment);
  const kept = ['PATH', 'HOME', 'SYSTEMROOT', 'NODE_EXTRA_CA_CERTS'].flatMap((name) =>
    environment[name] === undefined ? [] : [[name, environment[name]] as const],
  );
  return {
    ...Object.fromEntries(kept),
    CONTEXT7_API_URL: api,
    OTEL_SDK_DISABLED: 'true',
    ...(apiKey !== undefined && { CONTEXT7_API_KEY: apiKey }),
    ...(proxy !== undefined && { HTTPS_PROXY: proxy }),
  };
}

function textOf(content: unknown): string {
  const parts = Array.isArray(content) ? (content as readonly { type?: unknown; text?: unknown }[]) : [];
  return parts.flatMap(({ type, text }) => (type === 'text' && typeof text === 'string' ? [text] : [])).join('\n');
}

function failureFrom(error: unknown, timeoutMs: number): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (/timed? ?out/i.test(message)) return failure('unreachable', `no answer within ${timeoutMs} ms`);
  if (/buffer|exceed/i.test(message))
    return failure('malformed', `an answer larger than ${LARGEST_MESSAGE} bytes ended the connection`);
  return failure('unreachable', message.replaceAll(/\s+/g, ' ').slice(0, 160));
}
