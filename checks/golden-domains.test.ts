/// <reference types="node" />
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@archwright/catalogue';
import { answerBrief } from '@archwright/engine';
import { shippedSnapshot, snapshotSource, verifyTechnologies } from '@archwright/evidence';
import type { Answer } from '@archwright/model';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { domainDigest } from './domains/domain-digest.ts';

/**
 * One line from somebody who does not know the name of the domain, to what an engineer of that domain looks at first: entities
 * with keys, operations with rates, access patterns, deep dives with their parameters. `UPDATE_GOLDEN=1` writes what is expected.
 */
const ROOT = join(import.meta.dirname, '../fixtures/domains');
const DATE = '2026-11-24';
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const cases = readdirSync(ROOT).sort();

const known = new Map<string, Promise<Answer>>();
const answer = (name: string): Promise<Answer> => {
  const made =
    known.get(name) ??
    answerBrief(
      { brief: readFileSync(join(ROOT, name, 'brief.txt'), 'utf8').trim(), date: DATE, seed: 1, catalogue, assume: true },
      { verify: (used) => verifyTechnologies(used, [snapshotSource(shippedSnapshot)], new Date(`${DATE}T12:00:00Z`)) },
    );
  known.set(name, made);
  return made;
};

describe.each(cases)('%s', (name) => {
  test('is designed as its domain, past the gate', async () => {
    const found = await answer(name);
    const text = stringify(domainDigest(found), { lineWidth: 0 });
    const file = join(ROOT, name, 'expected.yaml');
    if (UPDATE) writeFileSync(file, text);
    expect(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(found.design.conflict).toBeUndefined();
    expect(found.gate.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  test('has deep dives with numbers, indexes or keys for each way of asking, and says where it changes', async () => {
    const { design } = await answer(name);
    const { mechanisms, accessPatterns, contexts } = design.architecture;
    const dives = mechanisms.filter(({ deepDive }) => deepDive);
    expect(dives.length).toBeGreaterThanOrEqual(2);
    expect(dives.filter(({ parameters }) => parameters.length < 3).map(({ id }) => id)).toEqual([]);
    expect(accessPatterns.length).toBeGreaterThanOrEqual(3);
    expect(contexts.some(({ archetype }) => archetype !== undefined)).toBe(true);
    expect(design.scope?.elsewhere.map(({ factor }) => factor)).toEqual([0.1, 10]);
  });
});

describe('the fixtures together', () => {
  test('every archetype of the catalogue designs some brief', async () => {
    const used = new Set(
      (await Promise.all(cases.map(answer))).flatMap(({ design }) =>
        design.architecture.contexts.map(({ archetype }) => archetype),
      ),
    );
    expect(catalogue.archetypes.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('every mechanism is called for by some brief', async () => {
    const used = new Set(
      (await Promise.all(cases.map(answer))).flatMap(({ design }) => design.architecture.mechanisms.map(({ id }) => id)),
    );
    expect(catalogue.mechanisms.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
