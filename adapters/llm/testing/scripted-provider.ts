import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Dialect, type ScriptedReply, WIRES } from './dialects.ts';

export interface ScriptedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** @param turn - number of the request, from 0; refused ones count */
export type Script = (turn: number, request: ScriptedRequest) => ScriptedReply;

export interface ScriptedProvider {
  readonly dialect: Dialect;
  readonly address: string;
  readonly requests: readonly ScriptedRequest[];
  close(): Promise<void>;
}

/** A model on this machine that speaks a provider's wire format and follows a script. */
export async function startProvider(dialect: Dialect, script: Script): Promise<ScriptedProvider> {
  const requests: ScriptedRequest[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { url = '', headers } = request;
      const seen = { path: url, headers, body };
      requests.push(seen);
      return send(dialect, script(requests.length - 1, seen), seen, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    dialect,
    address: `http://127.0.0.1:${port}${dialect === 'ollama' ? '/api' : '/v1'}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function send(dialect: Dialect, reply: ScriptedReply, { path }: ScriptedRequest, response: ServerResponse): Promise<void> {
  const wire = WIRES[dialect];
  if (!wire.path.test(path.replace(/\?.*$/, ''))) return void response.writeHead(404).end(`no such path: ${path}`);
  if (reply.delayMs) await pause(reply.delayMs);
  if (reply.status)
    return void response
      .writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      .end(wire.error(reply.status));
  response.writeHead(200, { 'content-type': wire.contentType });
  if (reply.isEndless) return endless(dialect, response);
  const chunks = wire.chunks(reply);
  const share = reply.cutAfter ?? reply.endAfter;
  const sent = share === undefined ? chunks : chunks.slice(0, Math.max(1, Math.floor(chunks.length * share)));
  for (const chunk of sent) {
    response.write(chunk);
    await pause(0);
  }
  if (reply.cutAfter === undefined) response.end();
  else {
    await pause(20);
    response.destroy();
  }
}

/** The same text again and again, as fast as it is taken. */
async function endless(dialect: Dialect, response: ServerResponse): Promise<void> {
  const chunks = WIRES[dialect].chunks({ text: 'and so on, and so forth, '.repeat(400) });
  const body = chunks.slice(0, -3).join('');
  while (!response.destroyed) {
    await new Promise((resolve) => response.write(body, resolve));
  }
}
