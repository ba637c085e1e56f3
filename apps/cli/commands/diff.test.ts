/// <reference types="node" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../bin/archwright.js');
const place = mkdtempSync(join(tmpdir(), 'archwright-diff-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const run = (...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: place, maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

const SMALL = 'A library of garden tools for 300 members, 40 loans a day, team of 2.';
const LARGE = 'A library of garden tools for 3 million members, 400,000 loans a day, team of 40, on AWS.';

describe('archwright diff', () => {
  test('says what changes between two briefs, the way there, and what cannot be undone', async () => {
    const { code, stdout } = await run('diff', SMALL, LARGE);
    expect(code).toBe(0);
    for (const heading of ['## What changes', '### Decisions', '## Migration', '## What cannot be undone'])
      expect(stdout).toContain(heading);
    expect(stdout).toMatch(/\*\*Expand\*\*, .+Back: .+Risk: /);
  });

  test('a written folder against its own model.json: nothing changes', async () => {
    const folder = join(place, 'design');
    expect(await run('design', SMALL, '--yes', '--offline', '--no-prove', '-o', folder)).toMatchObject({ code: 0 });
    expect(await run('diff', folder, join(folder, 'model.json'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing changes.') as string,
    });
    expect(JSON.parse((await run('diff', folder, folder, '--json')).stdout)).toMatchObject({ changes: [], migration: [] });
  });

  test.each([
    ['no model', () => place, 'model/missing'],
    ['not JSON', () => written('broken.json', '{"title":'), 'model/not-json'],
    ['not a model', () => written('other.json', '{"title":"x","date":"y"}'), 'model/invalid'],
    ['no such file', () => 'missing.yaml', 'brief/no-such-file'],
  ])('%s is bad input', async (_, argument, expected) => {
    expect(await run('diff', argument(), SMALL)).toMatchObject({
      code: 65,
      stderr: expect.stringContaining(expected) as string,
      stdout: '',
    });
  });
});

const written = (name: string, text: string): string => {
  const file = join(place, name);
  writeFileSync(file, text);
  return file;
};
