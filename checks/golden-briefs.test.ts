/// <reference types="node" />
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { catalogue } from '@archwright/catalogue';
import { answerBrief } from '@archwright/engine';
import { shippedSnapshot, snapshotSource, verifyTechnologies } from '@archwright/evidence';
import type { Answer } from '@archwright/model';
import { closeDatabase, proveArtefacts } from '@archwright/proof';
import { parse } from 'yaml';

/**
 * One brief to all its deliverables, with date, seed and knowledge pinned. `UPDATE_GOLDEN=1` writes what is expected; the
 * difference is then reviewed like code. The answer is kept whole, the other files by their digests.
 */
const ROOT = join(import.meta.dirname, '../fixtures/briefs');
const DATE = '2026-11-24';
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

interface Case {
  readonly name: string;
  readonly folder: string;
  readonly brief: string;
  readonly answers: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = readdirSync(ROOT)
  .sort()
  .flatMap((folder): Case[] => {
    const at = join(ROOT, folder);
    const brief = readFileSync(join(at, 'brief.txt'), 'utf8').trim();
    const variants = readdirSync(at)
      .filter((file) => file.startsWith('answers-'))
      .sort();
    return [
      { name: folder, folder: at, brief, answers: {} },
      ...variants.map((file) => ({
        name: `${folder}, ${file}`,
        folder: at,
        brief,
        answers: parse(readFileSync(join(at, file), 'utf8')) as Record<string, string>,
      })),
    ];
  });

const known = new Map<string, Promise<Answer>>();
function answer(one: Case): Promise<Answer> {
  const made = known.get(one.name) ?? design(one);
  known.set(one.name, made);
  return made;
}

const design = ({ brief, answers }: Case): Promise<Answer> =>
  answerBrief(
    { brief, answers, date: DATE, seed: 1, catalogue, assume: false },
    {
      verify: (technologies) =>
        verifyTechnologies(technologies, [snapshotSource(shippedSnapshot)], new Date(`${DATE}T12:00:00Z`)),
    },
  );

const digests = ({ artefacts }: Answer): string =>
  `${artefacts
    .map(({ path, content }) => `${createHash('sha256').update(content).digest('hex').slice(0, 16)}  ${path}`)
    .sort((a, b) => (a.slice(18) < b.slice(18) ? -1 : 1))
    .join('\n')}\n`;

function holdsAgainst(file: string, content: string): void {
  if (UPDATE) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
  }
  expect(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(content).toBe(readFileSync(file, 'utf8'));
}

afterAll(closeDatabase);

describe.each(cases)('$name', (one) => {
  const suffix = one.name.includes(', ') ? one.name.replace(/^.*, answers-|\.yaml$/g, '') : 'plain';

  test('gives the expected answer and files, gated', async () => {
    const found = await answer(one);
    holdsAgainst(join(one.folder, 'expected', `${suffix}.md`), found.response);
    if (found.artefacts.length > 0) holdsAgainst(join(one.folder, 'expected', `${suffix}.files`), digests(found));
    expect(found.gate.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  test('has every file accepted by the tool that will consume it', async () => {
    const { design, artefacts } = await answer(one);
    const proofs = await proveArtefacts(artefacts, design);
    expect(proofs.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
    if (design.depth === 'full')
      for (const tool of ['mermaid', '@redocly/openapi-core'])
        expect(proofs.some((proof) => proof.tool === tool && proof.outcome === 'accepted')).toBe(true);
  });
});
