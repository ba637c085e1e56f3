/// <reference types="node" />
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { programPath, runProgram, ToolStopped } from '../../optional-tool.ts';
import type { Tool } from '../../proof.ts';

/** Redis-compatible engines with their clients, the one that is asked first. */
const ENGINES = [
  ['valkey-server', 'valkey-cli'],
  ['redis-server', 'redis-cli'],
] as const;
const LONGEST_START_MS = 10_000;
const MEMORY = '256mb';
/** An address of a local socket holds about a hundred bytes. */
const LONGEST_SOCKET = 100;

export interface Programs {
  readonly server: string;
  readonly client: string;
  readonly by: Tool;
}

/** The engine that is installed here, with its version; undefined where there is none. */
export async function findEngine(): Promise<Programs | undefined> {
  for (const [serverName, clientName] of ENGINES) {
    const [server, client] = [programPath(serverName), programPath(clientName)];
    if (server === undefined || client === undefined) continue;
    const { output } = await runProgram(server, ['--version']);
    return { server, client, by: { tool: serverName, version: /\bv=(\d+\.\d+\.\d+)/.exec(output)?.[1] ?? 'unknown' } };
  }
  return undefined;
}

export interface Reply {
  readonly value?: unknown;
  readonly error?: string;
}
/** Runs commands in order and gives each one's reply. */
export type Ask = (commands: readonly (readonly string[])[]) => Promise<readonly Reply[]>;

/**
 * Starts an empty engine on a socket of its own, without a port, disk or anything but commands on data: what a file says cannot
 * reach beyond it. It is ended and its folder removed in every case.
 *
 * @throws ToolStopped where it does not start or its client does not end
 */
export async function withEngine<T>({ server, client }: Programs, use: (ask: Ask) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-'));
  const socket = join(folder, 's');
  const child = spawn(server, ['-'], { stdio: ['pipe', 'ignore', 'ignore'], cwd: folder });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    if (Buffer.byteLength(socket) > LONGEST_SOCKET)
      throw new ToolStopped(`the folder for temporary files is too deep: ${folder}`);
    child.stdin.on('error', () => undefined);
    child.stdin.end(configuration(folder, socket));
    await untilReady(socket, () => child.exitCode !== null);
    return await use((commands) => ask(client, socket, commands));
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const configuration = (folder: string, socket: string): string =>
  [
    'port 0',
    `unixsocket ${socket}`,
    'unixsocketperm 700',
    `dir ${folder}`,
    'save ""',
    'appendonly no',
    'daemonize no',
    `maxmemory ${MEMORY}`,
    'maxmemory-policy noeviction',
    'user default on nopass ~* resetchannels -@all +@read +@write +@keyspace +memory|usage -@dangerous -@blocking -@scripting -@admin',
    '',
  ].join('\n');

async function untilReady(socket: string, hasEnded: () => boolean): Promise<void> {
  const end = Date.now() + LONGEST_START_MS;
  while (Date.now() < end) {
    if (hasEnded()) throw new ToolStopped('it ended before it answered');
    if (existsSync(socket) && (await answers(socket))) return;
    await wait(5);
  }
  throw new ToolStopped('it did not start in time');
}

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });

async function ask(client: string, socket: string, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
  const input = commands.map((command) => command.map(quoted).join(' ')).join('\n');
  const { status, output, errors } = await runProgram(client, ['--json', '-s', socket], { input: `${input}\n` });
  const lines = output.split('\n').filter((line) => line !== '');
  if (status !== 0 || lines.length !== commands.length)
    throw new ToolStopped(
      `the client gave ${lines.length} replies to ${commands.length} commands: ${errors.trim().slice(0, 200)}`,
    );
  return lines.map(replyOf);
}

/** Everything but plain letters as its bytes, so that no argument ends early. */
const quoted = (text: string): string =>
  `"${[...new TextEncoder().encode(text)]
    .map((byte) =>
      /[\w:<>{}.,+-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('')}"`;

function replyOf(line: string): Reply {
  const error = /^\(?error\)?:? ?"?(.*?)"?$/.exec(line)?.[1];
  if (error !== undefined) return { error };
  try {
    return { value: JSON.parse(line) as unknown };
  } catch {
    return { error: line };
  }
}
