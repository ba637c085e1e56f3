/// <reference types="vite/types/importMeta.d.ts" />
import type { FailureMode } from '@archwright/model';
import { expect, test } from 'vitest';

const files = import.meta.glob<FailureMode>(['./*.ts', '!./*.test.ts'], { eager: true, import: 'default' });
const rows = Object.entries(files).map(([path, entry]) => [path.slice(2, -3), entry] as const);

test('there are enough of them, and at least a third are not a dead machine', () => {
  expect(rows.length).toBeGreaterThanOrEqual(59);
  const crash = new Set(['db-primary-loss', 'region-loss', 'az-loss', 'cache-down', 'broker-partition', 'websocket-node-loss']);
  expect(rows.filter(([id]) => !crash.has(id)).length).toBeGreaterThan(rows.length / 3);
});

test.each(rows)('%s says what starts it, how it shows, from which value on, and what to do', (file, mode) => {
  expect(mode.id).toBe(file);
  expect(mode.name).not.toBe('');
  for (const text of [mode.trigger, mode.effect, mode.signal]) expect(text.length).toBeGreaterThan(15);
  expect(mode.threshold, 'a threshold is a number or an absolute').toMatch(/\d|any |more than one|equals/);
  expect(mode.mitigations.length).toBeGreaterThan(0);
  expect(mode.recovery.length).toBeGreaterThan(0);
  expect(mode.sources.length).toBeGreaterThan(0);
  for (const source of mode.sources) {
    expect(source.asOf).toMatch(/^(?:\d{4}(?:-\d{2}){0,2}|undated)$/);
    expect(source.url).toMatch(/^https:\/\//);
  }
});
