import type { Fact } from '@archwright/kernel';
import { describe, expect, test } from 'vitest';
import { catalogue } from './index.ts';

const { options, archetypes } = catalogue;
const none = (violations: readonly string[]): void => expect(violations).toEqual([]);

describe('recovery', () => {
  const HOLDS = new Set(['primary-store', 'append-store', 'blob-store', 'queue', 'event-stream']);
  const seconds = (value: Fact | undefined): boolean => value === undefined || (value.unit === 's' && value.low >= 0);

  test('what runs or holds data says what the loss of its server or zone costs; what lives in another store does not', () => {
    none(options.filter(({ decision }) => HOLDS.has(decision) || decision === 'compute').flatMap(({ id, recovery, parts, costs }) => ((recovery !== undefined) === (parts > 0 || costs.length > 0) || recovery ? [] : [id])));
    none(options.flatMap(({ id, decision, recovery }) => (recovery && HOLDS.has(decision) && !recovery.lost ? [`${id} holds data and says nothing of its loss`] : [])));
    none(options.flatMap(({ id, recovery }) => (recovery && !(seconds(recovery.lost) && seconds(recovery.back) && recovery.back.likely > 0) ? [id] : [])));
  });
  test('what stands in one zone loses something or is away for long', () => {
    none(options.flatMap(({ id, requires, recovery }) => (recovery && requires.includes('zones:one') && (recovery.lost?.likely ?? 0) === 0 && recovery.back.likely < 600 ? [id] : [])));
  });
});

test('what a domain takes of lost data and of time away is a range in seconds', () => {
  none(archetypes.flatMap(({ id, defaults }) => defaults.filter(({ key }) => key === 'rpo' || key === 'rto').flatMap(({ unit, value }) => (unit === 's' && value.low <= value.likely && value.likely <= value.high ? [] : [id]))));
});
