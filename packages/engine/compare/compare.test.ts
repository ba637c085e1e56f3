import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '@archwright/catalogue';
import { type Architecture, type Change, type Design, type Entity, MIGRATION_PHASES, type Operation } from '@archwright/model';
import { designFrom } from '../design.ts';
import { understand } from '../understand.ts';
import { compareArchitectures } from './index.ts';

const design = (brief: string): Design => {
  const { reading, figures, diagnostics } = understand({ brief, catalogue });
  return designFrom(reading, figures, { catalogue, date: '2026-11-24', seed: 1, pinned: [], assume: true, diagnostics });
};

/** Two designs of one domain a hundredfold apart: most decisions move between them. */
let small: Design;
let large: Design;
beforeAll(() => {
  small = design('A booking system for 40 dental clinics, 5,000 bookings a day, team of 3.');
  large = design('A booking system for 40,000 dental clinics, 5 million bookings a day, team of 60, on AWS.');
});

const edited = (change: (architecture: Architecture) => Partial<Architecture>): Design => ({
  ...small,
  architecture: { ...small.architecture, ...change(small.architecture) },
});
const withEntity = (change: (entity: Entity) => Entity): Design =>
  edited(({ entities }) => ({ entities: entities.map((entity, index) => (index === 0 ? change(entity) : entity)) }));
const withOperation = (change: (operation: Operation) => Operation): Design =>
  edited(({ api }) => ({
    api: { ...api, operations: api.operations.map((operation, index) => (index === 0 ? change(operation) : operation)) },
  }));
const onlyChange = (after: Design): Change => {
  const { changes } = compareArchitectures(small, after, catalogue);
  expect(changes.map(({ name, kind }) => `${kind} ${name}`)).toHaveLength(1);
  return changes[0]!;
};
const phasesOf = (after: Design): readonly string[] =>
  compareArchitectures(small, after, catalogue).migration.map(({ phase }) => phase);

describe('two written designs', () => {
  test('a design does not differ from itself', () => {
    for (const one of [small, large])
      expect(compareArchitectures(one, one, catalogue)).toMatchObject({ changes: [], migration: [] });
  });

  test('what appears one way goes the other way', () => {
    const forth = compareArchitectures(small, large, catalogue).changes;
    const back = compareArchitectures(large, small, catalogue).changes;
    const mirrored = { appears: 'goes', goes: 'appears', moves: 'moves', resized: 'resized', changed: 'changed' } as const;
    const signs = (changes: readonly Change[]) => changes.map(({ subject, id, kind }) => `${subject} ${id} ${kind}`).sort();
    expect(signs(back)).toEqual(signs(forth.map((change) => ({ ...change, kind: mirrored[change.kind] }))));
  });

  test('decisions that moved are named with both sides, and the bill is compared', () => {
    const { changes, monthlyBefore, monthlyAfter } = compareArchitectures(small, large, catalogue);
    for (const { id, chosen, chosenName } of small.decisions) {
      const next = large.decisions.find((decision) => decision.id === id);
      if (
        next &&
        next.chosen !== chosen &&
        changes.some((change) => change.subject === 'decision' && change.id === id && change.kind === 'moves')
      )
        expect(changes).toContainEqual(expect.objectContaining({ id, before: chosenName, after: next.chosenName }));
    }
    expect(changes.some(({ subject, kind }) => subject === 'decision' && kind === 'moves')).toBe(true);
    expect(monthlyAfter).toBeGreaterThan(monthlyBefore);
  });

  test('steps come in the order of the phases, each with a way back and a risk, and hours add up', () => {
    const { migration, migrationHours } = compareArchitectures(small, large, catalogue);
    const order = migration.map(({ phase }) => MIGRATION_PHASES.indexOf(phase));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const step of migration) {
      expect(step.rollback).not.toBe('');
      expect(step.risk).not.toBe('');
    }
    expect(migrationHours).toBeCloseTo(migration.reduce((sum, { hours = 0 }) => sum + hours, 0));
    expect(migration.some(({ reversible }) => !reversible)).toBe(true);
  });
});

describe('one edit, one change', () => {
  const column = { name: 'colour', type: 'text', nullable: true, key: false };
  test.each<[string, (entity: Entity) => Entity, Change['kind'], readonly string[]]>([
    ['a nullable column', (entity) => ({ ...entity, fields: [...entity.fields, column] }), 'appears', ['expand']],
    [
      'a required column',
      (entity) => ({ ...entity, fields: [...entity.fields, { ...column, nullable: false }] }),
      'appears',
      ['expand', 'backfill', 'contract'],
    ],
    ['a column less', (entity) => ({ ...entity, fields: entity.fields.slice(0, -1) }), 'goes', ['switch', 'contract']],
    [
      'another type',
      (entity) => ({
        ...entity,
        fields: entity.fields.map((field, at) => (at === entity.fields.length - 1 ? { ...field, type: 'xml' } : field)),
      }),
      'changed',
      ['expand', 'backfill', 'switch', 'contract'],
    ],
    [
      'partitions',
      (entity) => ({ ...entity, partition: { by: 'imagined_at', period: 'day' as const } }),
      'changed',
      ['expand', 'backfill', 'verify', 'switch', 'contract'],
    ],
  ])('%s', (_, change, kind, phases) => {
    const after = withEntity(change);
    expect(onlyChange(after).kind).toBe(kind);
    expect(phasesOf(after)).toEqual(phases);
  });

  test('a table in another store moves, and its copy is sized', () => {
    const after = withEntity((entity) => ({ ...entity, component: 'elsewhere' }));
    expect(onlyChange(after)).toMatchObject({ subject: 'table', kind: 'moves' });
    const rows = small.figures.find(({ id }) => id === small.architecture.entities[0]!.rowsAtYearOne);
    const backfill = compareArchitectures(small, after, catalogue).migration.find(({ phase }) => phase === 'backfill')!;
    expect(backfill.step).toMatch(rows ? /rows in batches, about/ : /in batches/);
  });

  test.each<[string, (operation: Operation) => Operation, boolean]>([
    ['a new optional field', (one) => ({ ...one, body: [...one.body, column] }), false],
    ['a new required field', (one) => ({ ...one, body: [...one.body, { ...column, nullable: false }] }), true],
    ['a further scope', (one) => ({ ...one, scopes: [...one.scopes, 'other:write'] }), true],
    ['a lower limit', (one) => ({ ...one, rateLimitPerMinute: one.rateLimitPerMinute - 1 }), true],
    ['a higher limit', (one) => ({ ...one, rateLimitPerMinute: one.rateLimitPerMinute + 1 }), false],
  ])('%s in the contract', (_, change, breaking) => {
    const found = onlyChange(withOperation(change));
    expect(found).toMatchObject({ subject: 'operation', kind: 'changed' });
    expect(found.breaking === true).toBe(breaking);
    expect(phasesOf(withOperation(change))).toEqual(breaking ? ['expand', 'switch', 'contract'] : ['expand']);
  });

  test('an operation that goes is announced before it is removed', () => {
    const after = edited(({ api }) => ({ api: { ...api, operations: api.operations.slice(1) } }));
    expect(onlyChange(after)).toMatchObject({ kind: 'goes', breaking: true });
    expect(phasesOf(after)).toEqual(['switch', 'contract']);
  });

  test('an index is created before its old form is dropped', () => {
    const after = edited(({ accessPatterns }) => ({
      accessPatterns: accessPatterns.map((pattern) =>
        pattern.index ? { ...pattern, index: { ...pattern.index, unique: !pattern.index.unique } } : pattern,
      ),
    }));
    const { changes, migration } = compareArchitectures(small, after, catalogue);
    expect(changes.every(({ subject, kind }) => subject === 'index' && kind === 'changed')).toBe(true);
    expect(migration.slice(0, changes.length).every(({ phase }) => phase === 'expand')).toBe(true);
    expect(migration).toHaveLength(changes.length * 2);
  });
});

test('sizes within a tenth are the same size, beyond they are said', () => {
  const [rated] = small.architecture.connections.filter(({ rate }) => rate !== undefined);
  const scaled = (factor: number): Design => ({
    ...small,
    figures: small.figures.map((figure) => (figure.id === rated!.rate ? { ...figure, likely: figure.likely * factor } : figure)),
  });
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (factor) => {
      const { changes } = compareArchitectures(small, scaled(factor), catalogue);
      const share = Math.abs(factor - 1) / Math.max(1, factor);
      fc.pre(Math.abs(share - 0.1) > 1e-6);
      expect(changes.some(({ subject, kind }) => subject === 'connection' && kind === 'resized')).toBe(share > 0.1);
    }),
    { numRuns: 40 },
  );
});
