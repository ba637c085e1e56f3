import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptedReply } from '@archwright/llm/testing/dialects';
import { type Script, type ScriptedProvider, startProvider } from '@archwright/llm/testing/scripted-provider';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerDocument, answerDocumentSchema } from '../output/answer-document.ts';

const BIN = join(import.meta.dirname, '../bin/archwright.js');
const KEY = 'sk-test-4242424242424242';
const LOGS = 'I need a database for a high-write logging system: 500 events per second, kept for 7 days, single look-ups by id.';
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

function run(args: readonly string[], input = '', environment: NodeJS.ProcessEnv = ENVIRONMENT, bin = BIN): Promise<Ended> {
  const transcript = join(place, `transcript-${runs++}.jsonl`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args, ...(args.includes('doctor') ? [] : ['--transcript', transcript])], {
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

const design = (provider: ScriptedProvider, brief = LOGS, ...more: readonly string[]): Promise<Ended> =>
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

test('design --model: gated answer, figures of the engine, a transcript of whole lines, and the key nowhere', async () => {
  const provider = await start(
    (turn) =>
      turn === 0
        ? {
            text: 'Let me see.',
            calls: [
              {
                name: 'record_requirements',
                input: { requirements: [{ key: 'budget', quantity: '$9 a month', quote: 'a $9 budget' }] },
              },
            ],
          }
        : submit(turn === 1 ? 'It costs $40/month on PostgreSQL 99.' : 'Writes are appended and never changed.'),
    'openai',
  );
  const [ended, alone] = [
    await design(provider),
    await run(['design', LOGS, '--yes', '--offline', '--no-prove', '--json', '--date', '2026-11-24']),
  ];
  expect(ended).toMatchObject({ code: 0 });
  const [document, without] = [documentOf(ended), documentOf(alone)];
  expect(document.figures).toEqual(without.figures);
  expect(document.decisions).toEqual(without.decisions);
  expect(document.model).toMatchObject({
    name: 'openai:scripted',
    outcome: 'accepted',
    rounds: 2,
    note: 'Writes are appended and never changed.',
  });
  expect(document.model?.suggestions[0]?.claim).toBe('budget = $9 a month');
  expect(document.model?.failures.join()).toContain('PostgreSQL 99');
  const records = ended.transcript
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string });
  expect(records.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['session', 'user', 'reply', 'result', 'end', 'closed']),
  );
  expect(ended.stderr).toContain('transcript: ');
  expect(provider.requests[0]!.headers['authorization']).toBe(`Bearer ${KEY}`);
  for (const text of [ended.stdout, ended.stderr, ended.transcript, provider.requests.map(({ body }) => body).join('')])
    expect(text).not.toContain(KEY);
}, 300_000);

test('a model that fails leaves the engine’s own answer, exit code 0, and says so', async () => {
  const ended = await design(await start(() => ({ status: 401 })));
  expect(ended.code).toBe(0);
  expect(documentOf(ended).model).toMatchObject({ outcome: 'unavailable', requirements: [] });
  expect(ended.stderr).toContain('this is the engine’s own answer');
  expect(ended.transcript).toContain('"kind":"unauthorised"');
  expect(ended.stdout + ended.stderr + ended.transcript).not.toContain(KEY);
}, 300_000);

describe('what cannot be asked is said before any work', () => {
  test.each<[string, readonly string[], NodeJS.ProcessEnv, number, string]>([
    ['no such provider', ['design', LOGS, '--model', 'acme:x'], ENVIRONMENT, 64, 'model/unknown-provider'],
    [
      'no key',
      ['design', LOGS, '--yes', '--model', 'anthropic:x'],
      { ...ENVIRONMENT, ANTHROPIC_API_KEY: '' },
      64,
      'ANTHROPIC_API_KEY',
    ],
    [
      'a budget without a price',
      ['design', LOGS, '--yes', '--model', 'ollama:x', '--max-cost', '1'],
      ENVIRONMENT,
      64,
      '--model-price',
    ],
    ['chat without a model', ['chat'], ENVIRONMENT, 64, 'ARCHWRIGHT_MODEL'],
  ])(
    '%s',
    async (_, args, environment, code, said) => {
      const ended = await run(args, '', environment);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toContain(said);
      expect(ended.transcript).toBe('');
    },
    120_000,
  );

  test('without the SDK, the line that installs it', async () => {
    const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
      dependencies: object;
    };
    const elsewhere = join(place, 'installed');
    cpSync(join(import.meta.dirname, '../dist'), join(elsewhere, 'dist'), { recursive: true });
    writeFileSync(join(elsewhere, 'package.json'), '{ "type": "module" }');
    for (const name of Object.keys(dependencies)) {
      mkdirSync(join(elsewhere, 'node_modules', name, '..'), { recursive: true });
      const [own, hoisted] = ['../node_modules', '../../../node_modules'].map((folder) =>
        join(import.meta.dirname, folder, name),
      );
      symlinkSync(existsSync(own!) ? own! : hoisted!, join(elsewhere, 'node_modules', name));
    }
    const ended = await run(
      ['design', LOGS, '--yes', '--model', 'anthropic:x'],
      '',
      ENVIRONMENT,
      join(elsewhere, 'dist/archwright.js'),
    );
    expect(ended.code).toBe(64);
    expect(ended.stderr).toMatch(/model\/sdk-missing[\s\S]*npm install ai@\d\S* @ai-sdk\/anthropic@\d/);
  }, 120_000);
});

describe('chat', () => {
  test('ask, answer, change the answer, redesign; what is not of the design is withheld', async () => {
    const replies: readonly ScriptedReply[] = [
      { text: 'How many events arrive each second?\n\nOthers pay $77/month for that.' },
      { text: 'The engine knows more than I do.' },
      { calls: [{ name: 'answer_question', input: { id: 'volume', answer: '400 events per second' } }] },
      { text: 'Noted.' },
      {
        calls: [
          { name: 'answer_question', input: { id: 'volume', answer: '900 events per second' } },
          { name: 'answer_question', input: { id: 'retention', answer: '5 years' } },
        ],
      },
      { text: 'Changed.' },
    ];
    const provider = await start((turn) => replies[Math.min(turn, replies.length - 1)]!);
    const lines = [
      'I need a database for a high-write logging system.',
      'About 400 events per second',
      'No, 900 events per second',
      '/design',
      '/nonsense',
      '/quit',
    ];
    const ended = await run(
      ['chat', '--offline', '--date', '2026-11-24', '--model', 'anthropic:scripted', '--model-url', provider.address],
      `${lines.join('\n')}\n`,
    );
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toContain('How many events arrive each second?');
    expect(ended.stdout).not.toContain('$77');
    expect(ended.transcript).toContain('“$77/month” is not a figure');
    expect(ended.transcript).toContain('The user did not say “5 years”');
    expect(ended.stderr).toContain('/nonsense is no command');
    expect(ended.stdout).toContain('answered: volume: 900 events per second');
    expect(ended.stdout + ended.stderr + ended.transcript).not.toContain(KEY);
  }, 300_000);

  test('Ctrl-C leaves a transcript of whole lines', async () => {
    const provider = await start(() => ({ text: 'late', delayMs: 60_000 }));
    const transcript = join(place, 'interrupted.jsonl');
    const child = spawn(
      process.execPath,
      [BIN, 'chat', LOGS, '--offline', '--model', 'anthropic:x', '--model-url', provider.address, '--transcript', transcript],
      { cwd: place, env: ENVIRONMENT },
    );
    while (provider.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(130);
    const records = readFileSync(transcript, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(records.at(-1)).toMatchObject({ type: 'closed', interrupted: true });
    expect(JSON.stringify(records)).toContain('high-write logging system');
    expect(statSync(transcript).mode & 0o077).toBe(0);
  }, 120_000);
});

test('doctor says which providers have a key, by the name of its variable only', async () => {
  const ended = await run(['doctor', '--offline', '--json'], '', { ...ENVIRONMENT, GEMINI_API_KEY: '' });
  const { findings } = JSON.parse(ended.stdout) as { findings: readonly { what: string; state: string; detail: string }[] };
  const of = (id: string) => findings.find(({ what }) => what === `model ${id}`);
  expect(of('anthropic')).toMatchObject({ state: 'ok', detail: expect.stringContaining('key in ANTHROPIC_API_KEY') as string });
  expect(of('google')).toMatchObject({ state: 'off', detail: expect.stringContaining('GEMINI_API_KEY') as string });
  expect(of('openai-compatible')).toMatchObject({
    state: 'off',
    detail: expect.stringContaining('OPENAI_COMPATIBLE_BASE_URL') as string,
  });
  expect(ended.stdout + ended.stderr).not.toContain(KEY);
}, 120_000);
