/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { initCommand, type InitOptions } from '../commands/init.ts';
import { Refusal } from '../exit-codes.ts';
import { ASSISTANTS } from './assistants.ts';

const BIN = join(import.meta.dirname, '../bin/archwright.js');
const LAUNCH = { command: 'npx', args: ['-y', 'archwright', 'mcp'] };

let place: string;
let project: string;
let home: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'archwright-init-'));
  [project, home] = [join(place, 'shop'), join(place, 'home')];
  for (const folder of [project, home]) mkdirSync(folder);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
/** The command in this process, with its output caught: eleven assistants in a process each would take a minute. */
async function init(options: Partial<InitOptions>): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const catching = (add: (text: string) => void) =>
    ((text: string, done?: () => void) => {
      add(text);
      done?.();
      return true;
    }) as never;
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching((text) => (stdout += text)));
  const error = vi.spyOn(process.stderr, 'write').mockImplementation(catching((text) => (stderr += text)));
  const config = join(home, '.config');
  const places = { project, home, config, code: join(config, 'Code/User') };
  try {
    const code = await initCommand({ scope: 'project', ...options }, { places, records: join(home, 'state/init') });
    return { code, stdout, stderr };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const said = refusal.diagnostics.map(({ code, message, hint }) => `${code} ${message} hint: ${hint}`);
    return { code: refusal.code, stdout, stderr: stderr + said.join('\n') };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}
function put(root: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
/** Every file below the project and the home, but for the record of what was done. */
function snapshot(): Readonly<Record<string, string>> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = files.map((item) => join(item.parentPath, item.name)).filter((path) => !path.startsWith(join(home, 'state')));
  return Object.fromEntries(paths.sort().map((path) => [relative(place, path), readFileSync(path).toString('base64')]));
}
const folders = (): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => relative(place, join(item.parentPath, item.name)))
    .filter((path) => !path.startsWith('home/state'))
    .sort();

type Sample = readonly [
  assistant: string,
  scope: 'project' | 'user',
  path: string,
  content: string,
  server: (text: string) => unknown,
  agent: string | undefined,
];
const json = (text: string): Record<string, Record<string, unknown>> => parseJsonc(text, [], { allowTrailingComma: true });
const plain = { command: LAUNCH.command, args: LAUNCH.args };
const stdio = { type: 'stdio', ...plain };

/** What people have in these files: other servers, comments where they are allowed, tabs, CRLF, a byte order mark. */
const SAMPLES: readonly Sample[] = [
  [
    'claude-code',
    'project',
    '.mcp.json',
    '{\n  "mcpServers": {\n    "github": { "type": "http", "url": "https://example.com/mcp" }\n  }\n}\n',
    (text) => json(text)['mcpServers']?.['archwright'],
    '.claude/agents/backend-architect.md',
  ],
  [
    'claude-code',
    'user',
    '.claude.json',
    '{"numStartups":12,"projects":{"/a":{"mcpServers":{}}},"mcpServers":{}}',
    (text) => json(text)['mcpServers']?.['archwright'],
    '.claude/agents/backend-architect.md',
  ],
  [
    'cursor',
    'project',
    '.cursor/mcp.json',
    '{\r\n\t// ours\r\n\t"mcpServers": {\r\n\t\t"db": { "command": "db" }, // local\r\n\t}\r\n}\r\n',
    (text) => json(text)['mcpServers']?.['archwright'],
    '.cursor/rules/backend-architect.mdc',
  ],
  [
    'vscode',
    'project',
    '.vscode/mcp.json',
    '{\n    /* inputs are asked for */\n    "inputs": [],\n    "servers": {}\n}',
    (text) => json(text)['servers']?.['archwright'],
    '.github/agents/backend-architect.agent.md',
  ],
  [
    'vscode',
    'user',
    '.config/Code/User/mcp.json',
    '{"servers":{"a":{"type":"stdio","command":"a"}}}',
    (text) => json(text)['servers']?.['archwright'],
    undefined,
  ],
  [
    'codex',
    'project',
    '.codex/config.toml',
    '# trusted\nmodel = "gpt-5" # ours\n\n[mcp_servers.docs]\nurl = "https://example.com/mcp"\nsince = 2026-01-02\n',
    (text) => (parseToml(text)['mcp_servers'] as Record<string, unknown>)['archwright'],
    '.codex/agents/backend-architect.toml',
  ],
  [
    'codex',
    'user',
    '.codex/config.toml',
    'model = "x"',
    (text) => (parseToml(text)['mcp_servers'] as Record<string, unknown>)['archwright'],
    '.codex/agents/backend-architect.toml',
  ],
  [
    'gemini-cli',
    'project',
    '.gemini/settings.json',
    '{\n  // theme\n  "theme": "Dracula"\n}\n',
    (text) => json(text)['mcpServers']?.['archwright'],
    '.gemini/agents/backend-architect.md',
  ],
  [
    'windsurf',
    'user',
    '.codeium/windsurf/mcp_config.json',
    '{\n  "mcpServers": {\n    "z": { "serverUrl": "https://example.com" }\n  }\n}\n',
    (text) => json(text)['mcpServers']?.['archwright'],
    undefined,
  ],
  [
    'zed',
    'user',
    '.config/zed/settings.json',
    '\uFEFF// Zed settings\n{\n  "theme": "One Dark", // dark\n  "context_servers": {\n    "x": { "command": "x", "args": [] },\n  },\n}\n',
    (text) => json(text.slice(1))['context_servers']?.['archwright'],
    '.config/zed/AGENTS.md',
  ],
  [
    'opencode',
    'project',
    'opencode.jsonc',
    '{\n  "$schema": "https://opencode.ai/config.json",\n  "mcp": { "a": { "type": "local", "command": ["a"] } },\n}\n',
    (text) => json(text)['mcp']?.['archwright'],
    '.opencode/agents/backend-architect.md',
  ],
];
const WANTED: Readonly<Record<string, unknown>> = {
  'claude-code': stdio,
  vscode: stdio,
  opencode: { type: 'local', command: ['npx', '-y', 'archwright', 'mcp'], enabled: true },
};

test('every assistant has a sample', () => {
  expect(new Set(SAMPLES.map(([id]) => id))).toEqual(new Set(ASSISTANTS.map(({ id }) => id)));
});

describe.each(SAMPLES)('%s, %s scope', (assistant, scope, path, content, server, agent) => {
  const root = (): string => (scope === 'project' ? project : home);
  const options = { assistant: [assistant], scope, yes: true };

  test('adds the entry and loses nothing, twice changes nothing more, undo restores the bytes', async () => {
    put(root(), path, content);
    put(project, 'README.md', '# Shop\n');
    const before = snapshot();
    const foldersBefore = folders();
    expect(await init(options)).toMatchObject({ code: 0 });

    const after = readFileSync(join(root(), path), 'utf8');
    expect(server(after)).toEqual(WANTED[assistant] ?? plain);
    // Nothing that was written is gone: the old characters are there in order, with the new ones among them.
    let at = 0;
    for (const character of after) if (character === content[at]) at += 1;
    expect(at).toBe(content.length);
    for (const comment of content.match(/(?:\/\/|#|\/\*)[^\r\n]*/g) ?? []) expect(after).toContain(comment);
    if (agent !== undefined) {
      const written = readFileSync(join(root(), agent), 'utf8');
      for (const word of ['clarify', 'verify_technology', 'prove', 'Never recommend a version']) expect(written).toContain(word);
    }

    const once = snapshot();
    const again = await init(options);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain('nothing to change');
    expect(snapshot()).toEqual(once);

    expect(await init({ scope, undo: true })).toMatchObject({ code: 0 });
    expect(snapshot()).toEqual(before);
    expect(folders()).toEqual(foldersBefore);
  }, 60_000);
});

test('the command line runs it in the current folder, for the user whose home it is', () => {
  put(project, '.cursor/mcp.json', '{}');
  const environment = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_STATE_HOME: join(home, 'state'),
    CI: '1',
  };
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [BIN, 'init', ...args], { cwd: project, env: environment, encoding: 'utf8' });
  expect(run('--yes')).toMatchObject({ status: 0 });
  expect(json(readFileSync(join(project, '.cursor/mcp.json'), 'utf8'))['mcpServers']?.['archwright']).toEqual(plain);
  expect(run('--undo')).toMatchObject({ status: 0 });
  expect(readFileSync(join(project, '.cursor/mcp.json'), 'utf8')).toBe('{}');
}, 60_000);

test('finds what is in use, and writes a difference before anything else', async () => {
  put(project, '.cursor/rules/style.mdc', '---\n---\n');
  put(home, '.codex/config.toml', 'model = "x"\n');
  const before = snapshot();
  const dry = await init({ dryRun: true });
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.stderr).toContain('assistants: Cursor, Codex');
  expect(dry.stdout).toMatch(/^\+\[mcp_servers\.archwright\]$/m);
  expect(dry.stdout).toMatch(/^\+ +"archwright": \{$/m);
  expect(snapshot()).toEqual(before);
  const unconfirmed = await init({});
  expect(unconfirmed.code).toBe(64);
  expect(unconfirmed.stderr).toContain('init/not-confirmed');
  expect(snapshot()).toEqual(before);
}, 60_000);

test.each<readonly [string, string, string, string]>([
  ['JSON that breaks off', 'claude-code', '.mcp.json', '{"mcpServers": {'],
  ['comments where none may be', 'claude-code', '.mcp.json', '{\n  // no\n  "mcpServers": {}\n}'],
  ['servers that are a list', 'cursor', '.cursor/mcp.json', '{"mcpServers": []}'],
  ['the same key twice', 'cursor', '.cursor/mcp.json', '{"mcpServers": {}, "mcpServers": {"a": {}}}'],
  ['broken TOML', 'codex', '.codex/config.toml', 'model = \n'],
  ['an inline table', 'codex', '.codex/config.toml', 'mcp_servers = { a = { command = "a" } }\n'],
])('refuses %s and touches nothing, not even the files of others', async (_, assistant, path, content) => {
  put(project, path, content);
  put(project, '.gemini/settings.json', '{}');
  const before = snapshot();
  const ended = await init({ assistant: [assistant, 'gemini-cli'], yes: true });
  expect(ended.code).toBe(65);
  expect(ended.stderr).toContain('init/broken-file');
  expect(ended.stderr).toContain('hint:');
  expect(snapshot()).toEqual(before);
});

test('bytes that are no text are refused', async () => {
  put(project, '.cursor/mcp.json', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
  expect(await init({ assistant: ['cursor'], yes: true })).toMatchObject({ code: 65 });
});

test('an entry or agent file of the user’s own is left alone', async () => {
  put(project, '.cursor/mcp.json', '{"mcpServers":{"archwright":{"command":"mine"}}}');
  put(project, '.cursor/rules/backend-architect.mdc', 'mine');
  const before = snapshot();
  const ended = await init({ assistant: ['cursor'], yes: true });
  expect(ended.code).toBe(0);
  expect(ended.stderr).toContain('left as it is');
  expect(snapshot()).toEqual(before);
});

test('a project cannot send the writing elsewhere by a link', async () => {
  put(home, 'victim.json', '{}');
  mkdirSync(join(project, '.cursor'));
  symlinkSync(join(home, 'victim.json'), join(project, '.cursor/mcp.json'));
  const ended = await init({ assistant: ['cursor'], yes: true });
  expect(ended.code).toBe(65);
  expect(readFileSync(join(home, 'victim.json'), 'utf8')).toBe('{}');
});

test('what was edited after init keeps its edits when init is undone', async () => {
  put(project, '.codex/config.toml', 'model = "x"\n');
  put(project, '.gemini/settings.json', '{\n  "theme": "a"\n}\n');
  await init({ assistant: ['codex', 'gemini-cli'], yes: true });
  const toml = readFileSync(join(project, '.codex/config.toml'), 'utf8');
  put(project, '.codex/config.toml', `${toml}\n[later]\na = 1\n`);
  put(project, '.gemini/settings.json', readFileSync(join(project, '.gemini/settings.json'), 'utf8').replace('"a"', '"b"'));
  expect(await init({ undo: true })).toMatchObject({ code: 0 });
  expect(parseToml(readFileSync(join(project, '.codex/config.toml'), 'utf8'))).toEqual({ model: 'x', later: { a: 1 } });
  expect(json(readFileSync(join(project, '.gemini/settings.json'), 'utf8'))).toEqual({ theme: 'b', mcpServers: {} });
  expect(existsSync(join(project, '.codex/agents'))).toBe(false);
});

test('permissions stay, secrets of the neighbourhood are not shown, and the record is for the user only', async () => {
  put(
    project,
    '.cursor/mcp.json',
    '{\n  "mcpServers": {\n    "a": { "env": { "API_KEY": "sk-abcdefghijklmnop1234" } }\n  }\n}\n',
  );
  const { stdout } = await init({ assistant: ['cursor'], yes: true });
  expect(stdout).not.toContain('sk-abcdefghijklmnop1234');
  const records = readdirSync(join(home, 'state/init'));
  expect(statSync(join(home, 'state/init', records[0]!)).mode & 0o077).toBe(0);
});
