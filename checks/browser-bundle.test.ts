import { build } from 'esbuild';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { answerBrief } from '@archwright/engine';
import { catalogue } from '@archwright/catalogue';
import type { Answer } from '@archwright/model';
import { ROOT } from './source/source-file.ts';

const REQUEST = {
  brief: 'Design a notification service. We have 100K users and expect 1M notifications/day.',
  date: '2026-11-24',
  seed: 1,
  assume: true,
};
const ENTRY = "export { answerBrief } from './packages/engine/index.ts'; export { catalogue } from '@archwright/catalogue';";

/** The engine and its catalogue as one script for a browser; nothing is left outside, so a Node built-in fails the build. */
async function bundle(): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'archwright',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  expect(warnings.map(({ text }) => text)).toEqual([]);
  return outputFiles[0]!.text;
}

const plain = (answer: Answer): unknown => JSON.parse(JSON.stringify(answer)) as unknown;

test('the engine runs where there is no Node, and says there what it says here', async () => {
  const script = await bundle();
  // What every page has beside the language itself; no process, require, Buffer, fetch or module.
  const page = createContext({ atob, setTimeout, clearTimeout, TextEncoder, TextDecoder, URL });
  runInContext('globalThis.window = globalThis.self = globalThis;', page);
  runInContext(`${script}; globalThis.archwright = archwright;`, page);
  const text = (await runInContext(
    `archwright.answerBrief({ ...${JSON.stringify(REQUEST)}, catalogue: archwright.catalogue }).then((answer) => JSON.stringify(answer))`,
    page,
  )) as string;
  const there = JSON.parse(text) as Answer;
  expect(there.design.depth).toBe('full');
  expect(there.design.decisions.length).toBeGreaterThan(8);
  expect(there.response).toContain('```mermaid');
  expect(there).toEqual(plain(await answerBrief({ ...REQUEST, catalogue })));
}, 60_000);
