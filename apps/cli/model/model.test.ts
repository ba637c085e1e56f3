import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptedReply } from '@archwright/llm/testing/dialects';
import { type Script, type ScriptedProvider, startProvider } from '@archwright/llm/testing/scripted-provider';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerDocument, answerDocumentSchema } from '../output/answer-document.ts';

const BIN = join(import.meta.dirname, '../bin/archwright.js');
const KEY = 'sk-test-4242424242424242';
const NOTIFY = 'Design a notification service for our e-commerce platform. We have 100K users, expect 1M notifications/day.';
const place = mkdtempSync(join(tmpdir(), 'archwright-model-'));
const open: ScriptedProvider[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly transcript: string;
}

async function start(script: Script, dialect: ScriptedProvider['dialect'] = 'anthropic'): Promise<ScriptedProvider> {
  const provider = await startProvider(dialect, script);
  open.push(provider);
  return provider;
}

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: place,
  XDG_CACHE_HOME: join(place, 'cache'),
  XDG_STATE_HOME: join(place, 'state'),
  CI: '1',
  ANTHROPIC_API_KEY: KEY,
  OPENAI_API_KEY: KEY,
  GEMINI_API_KEY: KEY,
  OPENAI_COMPATIBLE_API_KEY: KEY,
};
let runs = 0;

function run(args: readonly string[], input = '', environment: NodeJS.ProcessEnv = ENVIRONMENT): Promise<Ended> {
  const transcript = join(place, `transcript-${runs++}.jsonl`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args, ...(args.includes('doctor') ? [] : ['--transcript', transcript])], {
      cwd: place,
      env: environment,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout, stderr, transcript: existsSync(transcript) ? readFileSync(transcript, 'utf8') : '' }),
    );
    child.stdin.end(input);
  });
}

const design = (provider: ScriptedProvider, brief = NOTIFY, ...more: readonly string[]): Promise<Ended> =>
  run([
    'design',
    brief,
    '--yes',
    '--offline',
    '--no-prove',
    '--json',
    '--date',
    '2026-11-24',
    '--model',
    `${provider.dialect}:scripted`,
    '--model-url',
    provider.address,
    ...more,
  ]);

const documentOf = ({ stdout }: Ended): AnswerDocument => answerDocumentSchema.parse(JSON.parse(stdout));
const submit = (note = ''): ScriptedReply => ({ calls: [{ name: 'submit', input: { note } }] });

test('try', async () => {
  const provider = await start((turn) =>
    turn === 0
      ? { text: 'Let me see.', calls: [{ name: 'design', input: {} }] }
      : submit('The API writes to `notifications` and a queue hands the send to workers.\n\nIt costs {{cost.total}}.'),
  );
  const ended = await design(provider);
  console.log(ended.code, ended.stderr, ended.transcript.slice(0, 9000));
  console.log(documentOf(ended).model, documentOf(ended).response.slice(-1500));
}, 60_000);
