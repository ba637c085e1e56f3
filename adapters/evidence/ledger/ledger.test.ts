import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { observe } from '../observation.ts';
import { brokenAt, chain, Ledger } from './ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'archwright-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const observations = ['1.0.0', '1.0.1', '1.1.0', '2.0.0'].map((value) =>
  observe({
    subject: 'lib',
    claim: 'version',
    value,
    source: 's',
    locator: 'l',
    retrievedAt: '2026-11-30T00:00:00.000Z',
    origin: 'live',
    tier: 'B',
  }),
);

test('a chain is whole; a line taken out, changed, doubled or put elsewhere breaks it', () => {
  const entries = chain(observations);
  expect(brokenAt(entries)).toBeUndefined();
  const changed = { ...entries[1]!, observation: { ...entries[1]!.observation, value: '9.9.9' } };
  for (const spoilt of [
    entries.toSpliced(1, 1),
    entries.toSpliced(1, 1, changed),
    entries.toSpliced(1, 0, entries[0]!),
    [entries[1]!, entries[0]!, ...entries.slice(2)],
    // Hashed again by whoever changed it: the next line does not follow any more.
    entries.toSpliced(1, 1, chain([observe({ ...observations[1]!, value: '9.9.9' })], entries[0])[0]!),
  ])
    expect(brokenAt(spoilt)).toBeDefined();
});

test('the file only grows, holds each observation once, and two runs at the same time leave it whole', async () => {
  const file = join(folder, 'ledger.jsonl');
  expect(await new Ledger(file).append(observations.slice(0, 1))).toBeUndefined();
  const before = readFileSync(file, 'utf8');
  await Promise.all([new Ledger(file).append(observations.slice(0, 3)), new Ledger(file).append(observations.slice(1))]);
  expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
  const read = await new Ledger(file).read();
  expect(read).toMatchObject({ state: 'whole' });
  expect(read.state === 'whole' && read.entries.map(({ observation }) => observation.value).sort()).toEqual([
    '1.0.0',
    '1.0.1',
    '1.1.0',
    '2.0.0',
  ]);
});

test('a ledger that was tampered with is told, set aside, and a new one begun', async () => {
  const file = join(folder, 'tampered.jsonl');
  await new Ledger(file).append(observations);
  writeFileSync(file, readFileSync(file, 'utf8').replace('1.0.1', '6.6.6'));
  expect(await new Ledger(file).read()).toMatchObject({ state: 'broken', reason: expect.stringContaining('line 2') as string });
  await new Ledger(file).append(observations);
  expect(await new Ledger(file).read()).toMatchObject({ state: 'whole' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.aside'))).toHaveLength(1);
});

test('a place that cannot be written is said, not thrown', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await new Ledger(join(folder, 'file', 'ledger.jsonl')).append(observations)).toMatch(/not written/);
});
