import { catalogue } from '@archwright/catalogue';
import { answerBrief } from '@archwright/engine';
import type { Answer } from '@archwright/model';
import { proveKeyspace } from '@archwright/proof/stores/keyspace/prove-keyspace';
import { expect, test } from 'vitest';

const answer = (brief: string): Promise<Answer> => answerBrief({ brief, date: '2026-11-24', seed: 1, catalogue, assume: true });

test.each([
  [
    'a board and cached records',
    'Use Redis as a cache. Leaderboards for 20 million players, 200,000 score updates per second; AWS; Node.js.',
    ['cache:v1:board_entries:{<id>}', 'board:{<board>}:<period>', 'lease:cache:v1:<entity>:{<id>}'],
    'volatile-lfu',
  ],
  [
    'a queue that keeps its jobs there',
    'Jobs run on BullMQ over ElastiCache. A notification service for an online shop: 2 million e-mails a day, webhooks, retries; AWS ECS; Node.js; PostgreSQL.',
    ['bull:{<queue>}:<job>', 'bull:{<queue>}:<job>:lock'],
    'noeviction',
  ],
])('%s: each key with its figures, accepted by the engine', async (_, brief, patterns, policy) => {
  const { design, artefacts, response } = await answer(brief);
  const keyspaces = design.architecture.keyspaces ?? [];
  const found = keyspaces.flatMap(({ families }) => families);
  expect(found.map(({ pattern }) => pattern)).toEqual(expect.arrayContaining(patterns));
  expect(keyspaces.map((keyspace) => keyspace.policy)).toContain(policy);
  const known = new Set(design.figures.map(({ id }) => id));
  for (const { keys, memory, itemBytes, hottest } of found)
    for (const id of [keys, memory, itemBytes, hottest.rate, hottest.copies]) expect(known).toContain(id);
  const proofs = await proveKeyspace(artefacts, design, {});
  expect(proofs.length).toBeGreaterThanOrEqual(3);
  expect(proofs.filter(({ outcome }) => outcome === 'rejected').map(({ log }) => log)).toEqual([]);
  expect(response).toContain('### Keys in memory');
});

test('a design without an in-memory store has no keys', async () => {
  const { design, artefacts } = await answer(
    'A booking page for one hairdresser, 30 appointments a day, one developer, 20 USD a month.',
  );
  expect(design.architecture.keyspaces).toBeUndefined();
  expect(artefacts.filter(({ path }) => path.includes('keyspace'))).toEqual([]);
});

test.each([
  [
    'DynamoDB',
    'Use DynamoDB. URL shortener with 500 million redirects a day, 20 million links a month, team of 6, AWS.',
    'dynamodb.json',
  ],
  [
    'MongoDB',
    'An alert service: 40 GB of log lines a day from 300 servers, kept 14 days, searched by engineers. Use MongoDB.',
    'mongodb.json',
  ],
])('%s: how hot the hottest key gets, from figures of the design', async (_, brief, name) => {
  const { design, artefacts } = await answer(brief);
  const { accessPatterns } = design.architecture;
  const hot = accessPatterns.flatMap(({ hottest, rate }) => (hottest ? [{ ...hottest, all: rate! }] : []));
  expect(hot.length).toBeGreaterThan(0);
  const value = (id: string): number => design.figures.find((figure) => figure.id === id)!.likely;
  for (const { share, rate, limit, copies, all } of hot) {
    expect(value(rate)).toBeCloseTo(value(all) * value(share), 6);
    expect(value(copies)).toBe(Math.max(1, Math.ceil(value(rate) / value(limit))));
  }
  expect(artefacts.find(({ path }) => path.endsWith(name))?.content).toContain('"perKeyPerSecond"');
});
