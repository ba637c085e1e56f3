/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@archwright/catalogue';
import { answerBrief } from '@archwright/engine';
import { shippedSnapshot, snapshotSource, verifyTechnologies } from '@archwright/evidence';
import type { Answer } from '@archwright/model';

const DATE = '2026-11-24';

/** The answer to a fixture brief, everything assumed that it leaves open, with date, seed and knowledge pinned. */
export function fixtureAnswer(folder: string): Promise<Answer> {
  const brief = readFileSync(join(import.meta.dirname, '../../fixtures/briefs', folder, 'brief.txt'), 'utf8').trim();
  return answerBrief(
    { brief, answers: {}, date: DATE, seed: 1, catalogue, assume: true },
    {
      verify: (technologies) =>
        verifyTechnologies(technologies, [snapshotSource(shippedSnapshot)], new Date(`${DATE}T12:00:00Z`)),
    },
  );
}
