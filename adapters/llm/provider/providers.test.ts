import { readFileSync } from 'node:fs';
import type { LanguageModel, ModelEvent, ModelMessage, ModelRequest } from '@archwright/model';
import { afterEach, describe, expect, test } from 'vitest';
import type { Dialect, ScriptedReply } from '../testing/dialects.ts';
import { type ScriptedProvider, startProvider } from '../testing/scripted-provider.ts';
import { connectModel } from './connect.ts';
import { installCommand, PROVIDERS, SDK_VERSIONS } from './provider-table.ts';
import { redactor } from './redact.ts';

const KEY = 'key-1234567890-secret';
const DIALECTS: readonly Dialect[] = ['anthropic', 'openai', 'openai-chat', 'google', 'ollama', 'openai-compatible'];
const TOOL = {
  name: 'add',
  description: 'adds',
  input: { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: false },
};
const open: ScriptedProvider[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(
  dialect: Dialect,
  ...replies: readonly ScriptedReply[]
): Promise<{ model: LanguageModel; provider: ScriptedProvider }> {
  const provider = await startProvider(dialect, (turn) => replies[Math.min(turn, replies.length - 1)]!);
  open.push(provider);
  const variables = Object.fromEntries(PROVIDERS.flatMap(({ keys }) => keys).map((name) => [name, KEY]));
  const connection = await connectModel(`${dialect}:scripted-1`, { variables, address: provider.address });
  if ('code' in connection) throw new Error(connection.message);
  return { model: connection.model, provider };
}

async function ask(
  model: LanguageModel,
  messages: readonly ModelMessage[] = [{ role: 'user', text: 'go' }],
  more: Partial<ModelRequest> = {},
): Promise<readonly ModelEvent[]> {
  const events: ModelEvent[] = [];
  const request = { system: 'be brief', messages, tools: [TOOL], mostOutputTokens: 500, mostMilliseconds: 10_000, ...more };
  for await (const event of model.respond(request)) events.push(event);
  return events;
}

const last = (events: readonly ModelEvent[]): ModelEvent => events.at(-1)!;

describe.each(DIALECTS)('%s', (dialect) => {
  test('text streams in pieces; calls, their arguments and the tokens arrive', async () => {
    const { model, provider } = await start(dialect, {
      text: 'one two three '.repeat(8),
      calls: [{ name: 'add', input: { a: 1 } }],
    });
    const events = await ask(model);
    const pieces = events.filter(({ type }) => type === 'text');
    expect(pieces.length).toBeGreaterThan(1);
    expect(last(events)).toMatchObject({ type: 'done', usage: { inputTokens: 120, outputTokens: 45 } });
    const { parts } = last(events) as Extract<ModelEvent, { type: 'done' }>;
    expect(parts.filter(({ type }) => type === 'call')).toMatchObject([{ call: { name: 'add', input: { a: 1 } } }]);
    expect(
      parts
        .filter(({ type }) => type === 'text')
        .map((part) => (part as { text: string }).text)
        .join(''),
    ).toBe('one two three '.repeat(8));
    expect(provider.requests[0]!.body).toContain('be brief');
  });

  test('a result goes back under the id of its call, with what the provider attached', async () => {
    const { model, provider } = await start(dialect, { calls: [{ name: 'add', input: { a: 1 } }] }, { text: 'done' });
    const { parts } = last(await ask(model)) as Extract<ModelEvent, { type: 'done' }>;
    const [part] = parts.filter(({ type }) => type === 'call');
    const { call } = part as Extract<(typeof parts)[number], { type: 'call' }>;
    const events = await ask(model, [
      { role: 'user', text: 'go' },
      { role: 'model', parts },
      { role: 'tool', results: [{ id: call.id, name: call.name, text: 'the sum is 3', failed: false }] },
    ]);
    expect(last(events).type).toBe('done');
    expect(provider.requests[1]!.body).toContain('the sum is 3');
    if (dialect === 'google') expect(provider.requests[1]!.body).toContain('c2lnbmVk');
  });

  test('arguments that are no JSON object are said to be malformed', async () => {
    const { model } = await start(dialect, { calls: [{ name: 'add', input: '{"a": 1, oops' }] });
    const ending = last(await ask(model));
    // Ollama sends arguments as values, and its SDK drops a line that holds others.
    if (dialect === 'ollama') expect(ending).toMatchObject({ type: 'done', parts: [] });
    else
      expect(ending).toMatchObject({ type: 'done', parts: [{ call: { name: 'add', malformed: expect.any(String) as string } }] });
  });

  test('cut off in the middle is a failure, never a short answer', async () => {
    for (const how of [{ cutAfter: 0.5 }, { endAfter: 0.5 }]) {
      const { model } = await start(dialect, { text: 'a longer text that ends too soon '.repeat(20), ...how });
      expect(last(await ask(model))).toMatchObject({ type: 'failed', failure: { kind: 'cut-off' } });
    }
  });

  test('429 says when to come back; 401 that the key was refused; 500 that nobody is there', async () => {
    const limited = await start(dialect, { status: 429, headers: { 'retry-after': '7' } });
    expect(last(await ask(limited.model))).toMatchObject({
      type: 'failed',
      failure: { kind: 'rate-limited', retryAfterSeconds: 7 },
    });
    expect(limited.provider.requests).toHaveLength(1);
    const refused = await start(dialect, { status: 401 });
    expect(last(await ask(refused.model))).toMatchObject({ failure: { kind: 'unauthorised' } });
    const down = await start(dialect, { status: 500 });
    expect(last(await ask(down.model))).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  test('a reply without end and one that does not come end in time', async () => {
    const huge = await start(dialect, { isEndless: true });
    expect(last(await ask(huge.model))).toMatchObject({ failure: { kind: 'too-large' } });
    const slow = await start(dialect, { text: 'late', delayMs: 3_000 });
    const begin = performance.now();
    expect(last(await ask(slow.model, undefined, { mostMilliseconds: 200 }))).toMatchObject({ failure: { kind: 'too-slow' } });
    expect(performance.now() - begin).toBeLessThan(2_500);
  });
});

test('nobody listens', async () => {
  const { model, provider } = await start('anthropic', { text: 'x' });
  await provider.close();
  expect(last(await ask(model))).toMatchObject({ type: 'failed', failure: { kind: 'unreachable' } });
});

test.each([
  ['no colon', 'anthropic', {}, 'model/reference'],
  ['no model', 'anthropic:', {}, 'model/reference'],
  ['a name with blanks', 'anthropic:a b', {}, 'model/reference'],
  ['an unknown provider', 'acme:x', {}, 'model/unknown-provider'],
  ['no key', 'anthropic:x', {}, 'model/no-key'],
  ['an empty key', 'google:x', { GEMINI_API_KEY: ' ' }, 'model/no-key'],
  ['no address', 'openai-compatible:x', {}, 'model/no-address'],
  ['an address that is none', 'openai-compatible:x', { OPENAI_COMPATIBLE_BASE_URL: 'nowhere' }, 'model/address'],
  ['a key in the clear', 'openai:x', { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: 'http://example.org/v1' }, 'model/address'],
  ['credentials in the address', 'ollama:x', { OLLAMA_BASE_URL: 'http://me:secret@localhost' }, 'model/address'],
  ['a file', 'ollama:x', { OLLAMA_BASE_URL: 'file:///etc/passwd' }, 'model/address'],
])('%s is a diagnostic with a hint', async (_, reference, variables, code) => {
  const found = await connectModel(reference, { variables });
  expect(found).toMatchObject({ code, severity: 'error', hint: expect.any(String) as string });
  expect(JSON.stringify(found)).not.toContain('secret');
});

test('keys are taken out of texts in every form they take', () => {
  const redact = redactor(['a+b/c"d=', undefined, 'abc']);
  expect(redact('x a+b/c"d= y a%2Bb%2Fc%22d%3D z a+b/c\\"d= abc')).toBe('x •••• y •••• z •••• abc');
  expect(redact('Incorrect API key provided: sk-proj-a1b2****c3.')).not.toContain('a1b2');
});

test('the versions named in the hint are those that are tested', () => {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: object;
  };
  expect(devDependencies).toEqual(SDK_VERSIONS);
  for (const one of PROVIDERS) expect(installCommand(one)).toMatch(/^npm install ai@\d+\.\d+\.\d+ \S+@\d+\.\d+\.\d+$/);
});
