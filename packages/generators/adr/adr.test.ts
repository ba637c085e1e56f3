import { describe, expect, test } from 'vitest';
import { markdownFaults } from '../markdown/testing/markdown-faults.ts';
import { hostileDesign } from '../testing/hostile-design.ts';
import { HOSTILE_NAMES } from '../testing/hostile.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import { adrArtefacts } from './index.ts';

const design = sampleDesign();
const records = adrArtefacts(design);
const [pattern, store] = records;

test('one record for each decision, numbered', () => {
  expect(records.map(({ path }) => path)).toEqual([
    'decisions/0001-architecture-pattern.md',
    'decisions/0002-primary-datastore.md',
    'decisions/0003-cache.md',
    'decisions/0004-authentication.md',
    'decisions/0005-compute-platform.md',
    'decisions/0006-language-and-framework.md',
    'decisions/0007-delivery.md',
  ]);
});

describe('a record', () => {
  test('has the sections of MADR in order', () => {
    const headings = pattern!.content.split('\n').filter((line) => /^#{2,3} /.test(line));
    expect(headings).toEqual([
      '## Context and Problem Statement',
      '## Decision Drivers',
      '## Considered Options',
      '## Decision Outcome',
      '### Consequences',
      '### Confirmation',
      '## Pros and Cons of the Options',
      '## Flip Points',
      '## Rollback',
    ]);
  });

  test.each([
    ['front matter', pattern, '---\nstatus: proposed\ndate: 2026-11-24\n---\n\n# Architecture pattern: Modular monolith\n'],
    ['requirement that settled it', pattern, '- a team of 4\n'],
    ['figure behind a verdict', pattern, '- infrastructure a month: $436/month ($435/month to $511/month) `monthly-cost`'],
    ['options with their verdicts', pattern, '- Modular monolith (chosen)\n- Serverless (feasible)\n- Microservices (rejected)'],
    ['outcome', pattern, 'Chosen option: “Modular monolith”, because: lowest total cost for four engineers.'],
    ['runner-up', pattern, 'Runner-up: Serverless, $6,000 more in total.'],
    ['robustness', pattern, 'The choice wins in 93 % of 200 draws'],
    ['flip point', pattern, '- Microservices at a team of 22'],
    ['rollback', pattern, '## Rollback\n\nThe seams between modules allow a later split.'],
    ['context figures', store, '- Primary store: asked for by the brief (cost $263/month `database-price`)'],
    ['evidence', store, '- [PostgreSQL](https://example.com/postgresql) 18 (verified'],
  ])('%s', (_, record, text) => expect(record!.content).toContain(text));

  test('reads cleanly', () => {
    for (const { content } of records) expect(markdownFaults(content)).toEqual([]);
  });
});

test.each(HOSTILE_NAMES.map((name) => [name]))('survives %j', (name) => {
  for (const { path, content } of adrArtefacts(hostileDesign(name))) {
    expect(path).toMatch(/^decisions\/\d{4}-[a-z0-9-]+\.md$/);
    expect(markdownFaults(content)).toEqual([]);
  }
});
