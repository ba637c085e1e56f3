/// <reference types="node" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpServing, serveHttp } from './http/serve-http.ts';
import { conformanceServer } from './testing/conformance-server.ts';
import { type HttpServer, startHttp } from './testing/connect.ts';
import { type OfficialTools, officialTools } from './testing/official-tools.ts';

const INSTALL_MS = 400_000;
const SUITE_MS = 180_000;
const BIN = join(import.meta.dirname, '../cli/bin/archwright.js');
const results = mkdtempSync(join(tmpdir(), 'archwright-conformance-'));

let tools: OfficialTools;
let product: HttpServer;
let fixture: HttpServing;
beforeAll(async () => {
  tools = await officialTools();
  product = await startHttp();
  fixture = await serveHttp(conformanceServer, { host: '127.0.0.1', port: 0, hosts: [], origins: [] });
}, INSTALL_MS);
afterAll(async () => {
  await Promise.all([product?.stop(), fixture?.close()]);
  rmSync(results, { recursive: true, force: true });
});

test(
  'the official suite passes whole on our HTTP layer',
  async () => {
    const { code, output } = await tools.conformance(['server', '--url', fixture.url, '-o', results]);
    const failed = output.match(/^✗.*$/gm) ?? [];
    expect({ failed, code }).toEqual({ failed: [], code: 0 });
    expect(output.match(/^✓/gm)?.length ?? 0).toBeGreaterThanOrEqual(30);
  },
  SUITE_MS,
);

/** The scenarios of the suite that call nothing by a name of its own. */
test.each([
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'prompts-list',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
])(
  'the product itself passes %s',
  async (scenario) => {
    const { code, output } = await tools.conformance(['server', '--url', product.url, '--scenario', scenario, '-o', results]);
    expect(code, output.slice(-2_000)).toBe(0);
  },
  SUITE_MS,
);

test(
  'the official inspector lists the tools over stdio and calls one',
  async () => {
    const server = [process.execPath, BIN, 'mcp', '--offline', '--connect-timeout', '120000'];
    const listed = await tools.inspector(['--cli', ...server, '--method', 'tools/list']);
    expect(listed.code, listed.output.slice(-2_000)).toBe(0);
    const names = (JSON.parse(listed.stdout) as { tools: { name: string; outputSchema?: object }[] }).tools;
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['clarify', 'design', 'why', 'compare', 'prove']));
    expect(names.every(({ outputSchema }) => outputSchema !== undefined)).toBe(true);
    const called = await tools.inspector([
      '--cli',
      ...server,
      '--method',
      'tools/call',
      '--tool-name',
      'read_catalogue',
      '--tool-arg',
      'query=postgresql',
    ]);
    expect(called.output).toContain('archwright://catalogue/technology/postgresql');
  },
  SUITE_MS,
);
