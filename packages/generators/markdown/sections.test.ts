import { exactly, type Figure, FigureBook, interval } from '@archwright/kernel';
import type { Artefact, Decision, Design, OptionVerdict, VersionFinding } from '@archwright/model';
import { describe, expect, test } from 'vitest';
import { sampleDesign } from '../testing/sample-design.ts';
import { capacitySheet } from './capacity-sheet.ts';
import { bounds, formulaOver, originOf, wholeShare } from './figure-rows.ts';
import { focusOf } from './focus.ts';
import { deploymentStrategy } from './deployment-strategy.ts';
import { pipelineStages } from './pipeline-stages.ts';
import { releaseSteps } from './release-steps.ts';
import { addMonths } from './review-note.ts';
import { flipPlace } from './spoken-quantities.ts';
import { tradeOff } from './trade-offs.ts';
import { tellingRejections, versionOf } from './version-evidence.ts';
import { quantity, writer } from './writer.ts';

const design = sampleDesign();
const [pattern] = design.decisions as [Decision, ...Decision[]];

describe('version evidence', () => {
  const found = (change: Partial<VersionFinding>): VersionFinding => ({
    technology: 'x',
    name: 'X',
    version: '1.2.3',
    status: 'verified',
    reason: 'why',
    asOf: '2026-11-20T08:00:00Z',
    link: 'https://x.example/',
    evidence: [],
    ...change,
  });
  test.each<[string, VersionFinding | undefined, string]>([
    ['never looked up', undefined, 'x: version unverified, not looked up'],
    ['verified', found({}), '[X](https://x.example/) 1.2.3 (verified: 2026-11-20)'],
    ['stale', found({ status: 'stale' }), '[X](https://x.example/) 1.2.3 (source too old: 2026-11-20; why)'],
    ['disagreeing', found({ status: 'conflict' }), '[X](https://x.example/) 1.2.3 (sources disagree: 2026-11-20; why)'],
    [
      'supported',
      found({ endOfLife: '2027-01-31' }),
      '[X](https://x.example/) 1.2.3 (verified: 2026-11-20); supported until 2027-01-31',
    ],
    [
      'ended',
      found({ endOfLife: '2026-01-31' }),
      '[X](https://x.example/) 1.2.3 (verified: 2026-11-20); **1.2.3 ended on 2026-01-31**',
    ],
    ['deprecated', found({ deprecated: 'use Y' }), '[X](https://x.example/) 1.2.3 (verified: 2026-11-20); **deprecated: use Y**'],
  ])('%s', (_, finding, text) => expect(versionOf('x', finding, '2026-11-24')).toBe(text));

  test('without a version no number is shown', () => {
    const { version: _, ...rest } = found({ status: 'unverified' });
    expect(versionOf('x', rest, '2026-11-24')).toBe('[X](https://x.example/): version unverified, why');
    expect(versionOf('x', { ...rest, status: 'verified', reason: 'a managed service' }, '2026-11-24')).toBe(
      '[X](https://x.example/): a managed service',
    );
  });
});

describe('telling rejections', () => {
  const option = (name: string, constraint: string, figures: readonly string[], reason = name): OptionVerdict => ({
    id: name,
    name,
    verdict: 'rejected',
    constraint,
    figures,
    reason,
  });
  test('a broken limit like the chosen option first, one of each kind, combinations last', () => {
    const options = [
      option('Other one', 'limit:size', ['a']),
      option('Needs a cloud', 'combination', []),
      option('Lacks joins', 'capability', []),
      option('PostgreSQL small', 'limit:size', ['b']),
      option('PostgreSQL tiny', 'limit:size', ['c'], 'PostgreSQL small'),
    ];
    const names = tellingRejections({ ...pattern, chosenName: 'PostgreSQL large', options }, 9).map(({ name }) => name);
    expect(names).toEqual(['PostgreSQL small', 'Lacks joins', 'Other one', 'Needs a cloud']);
  });
});

describe('trade-off', () => {
  test.each<[string, Partial<Decision>, string]>([
    ['tie', { robustness: { share: 0.25, draws: 24 } }, 'Close to a tie: wins in 25 % of 24 draws.'],
    ['no alternative', { options: pattern.options.slice(0, 1) }, 'the catalogue has no other option here'],
    ['cheaper runner-up', { runnerUp: { id: 'a', name: 'A', extraCost: -200 } }, 'over A ($200 less)'],
    ['equal runner-up', { runnerUp: { id: 'a', name: 'A', extraCost: 0.2 } }, 'over A (the same total)'],
    [
      'one rival wins at two places',
      {
        flips: [
          { axis: 'load', at: 4.5, to: 'a', toName: 'A' },
          { axis: 'team', at: 21, to: 'a', toName: 'A' },
        ],
      },
      'Flips to A above 4.5 × today’s load or at a team of 21.',
    ],
  ])('%s', (_, change, text) => {
    const { runnerUp: __, ...bare } = pattern;
    expect(tradeOff({ ...bare, ...change })).toContain(text);
  });

  test.each([
    [{ axis: 'load', at: 0.76 }, 'below 76 % of today’s load'],
    [{ axis: 'budget', at: 300 }, 'at a budget of $300/month'],
    [{ axis: 'latency', at: 0.05 }, 'at a p99 target of 50 ms'],
  ] as const)('%j', (flip, text) => expect(flipPlace({ ...flip, to: 'a', toName: 'A' })).toBe(text));
});

describe('figures in rows', () => {
  const book = new FigureBook();
  const leaf = (id: string, value: number): Figure =>
    book.leaf({ id, label: id, unit: 'count', origin: 'chosen', reason: 'because', ...exactly(value) });
  const [a, b, c, d, e] = ['in-a', 'in-b', 'in-c', 'in-d', 'in-e'].map((id, index) => leaf(id, index + 1)) as [
    Figure,
    Figure,
    Figure,
    Figure,
    Figure,
  ];
  const product = book.compute('product', 'p', 'count', 'max(1, a * b)', { a, b });
  const sum = book.compute('sum', 's', 'count', 'a + b + c + d + e', { a, b, c, d, e });

  test('formulas over ids', () => {
    expect(formulaOver(product)).toBe('max(1, in-a * in-b)');
    expect(originOf(product)).toBe('`max(1, in-a * in-b)`');
    expect(originOf(sum)).toBe('sum of 5 figures');
    expect(originOf(a)).toBe('chosen: because');
  });
  test('a formula too long to read is named, not cut', () => {
    const long = { ...product, formula: `a * ${'b * '.repeat(60)}a` };
    expect(originOf(long)).toBe('formula over 2 figures');
  });
  test.each([
    [interval(1, 2, 3), 'count', '1 to 3'],
    [exactly(2), 'count', ''],
    [interval(0.5, 0.6, 0.7), 'ratio', '50 % to 70 %'],
    [interval(1, 2, 27.6), 'ratio', '1 × to 27.6 ×'],
  ])('bounds %j %s', (values, unit, text) => expect(bounds({ ...a, ...values, unit })).toBe(text));
  test.each([
    [0.9995, '99.95 %'],
    [0.99939, '99.94 %'],
    [0.999, '99.9 %'],
    [0.9014, '90.1 %'],
    [0.5, '50 %'],
    [1, '100 %'],
  ])('share %d', (value, text) => expect(quantity(value, 'ratio')).toBe(text));
  test.each([
    [1, 3, '33 %'],
    [0, 3, '0 %'],
    [1, 1000, '< 1 %'],
    [999, 1000, 'all'],
    [1, 0, '0 %'],
  ])('%d of %d', (part, whole, text) => expect(wholeShare(part, whole)).toBe(text));
});

describe('capacity', () => {
  test('of many rows of one shape the largest stay, with their last figure', () => {
    const book = new FigureBook();
    const rows = Array.from({ length: 9 }, (_, index) => {
      const figures = ['mean', 'peak'].map(
        (name, at) =>
          book.leaf({
            id: `op${index}.${name}`,
            label: `op ${index}, ${name}`,
            unit: '1/s',
            origin: 'chosen',
            reason: 'r',
            ...exactly((index + 1) * (at + 1)),
          }).id,
      );
      return { label: `op ${index}`, figures };
    });
    const many: Design = { ...design, figures: book.all(), capacity: rows };
    const text = capacitySheet({ design: many, artefacts: [], proofs: [], write: writer(many) });
    expect(text.match(/`op\d\.\w+`/g)).toEqual(['`op4.peak`', '`op5.peak`', '`op6.peak`', '`op7.peak`', '`op8.peak`']);
    expect(text).toContain('Every quantity of the design is in `operate/capacity.csv`.');
  });
  test('only what leads to the figures in question', () => {
    const text = capacitySheet({ design, artefacts: [], proofs: [], write: writer(design) }, ['storage-cost']);
    expect(text).toContain('`listing-total`');
    expect(text).not.toContain('`api-instances`');
  });
});

test.each([
  ['2026-06-01', 12, '2027-06-01'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-10-31', 1, '2026-11-30'],
])('%s plus %d months', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

describe('pipeline stages', () => {
  const file = (path: string, content: string): Artefact => ({ path, content, mediaType: 'application/yaml', title: 'x' });
  test.each([
    ['jobs of a workflow', [file('.github/workflows/ci.yaml', 'jobs: {a: {}, b: {}}')], ['a', 'b']],
    ['stages of GitLab', [file('.gitlab-ci.yml', 'stages: [build, test, 3]')], ['build', 'test']],
    [
      'the longest of several',
      [file('.github/workflows/a.yml', 'jobs: {a: {}}'), file('deploy/.github/workflows/b.yml', 'jobs: {b: {}, c: {}}')],
      ['b', 'c'],
    ],
    ['other files', [file('deploy/compose.yaml', 'jobs: {a: {}}'), file('.github/workflows/x.yaml', '- 1')], undefined],
  ])('%s', (_, artefacts, stages) => expect(pipelineStages(artefacts)?.stages).toEqual(stages));
});

describe('release steps', () => {
  const file = (path: string, content: string): Artefact => ({ path, content, mediaType: 'text/plain', title: 'x' });
  const script =
    '#!/bin/bash\n# Releases.\n# usage: x\n# The alias splits the calls.\nUNITS="worker api"\nSTEPS="10 50 100"\nGATE_ALERTS=\'A|B\'\nWATCH_MINUTES=${WATCH_MINUTES:-10}\n';
  test('of the release script', () => {
    expect(releaseSteps([file('deploy/release.sh', script)])).toEqual({
      file: 'deploy/release.sh',
      shares: [10, 50, 100],
      order: ['worker', 'api'],
      alerts: ['A', 'B'],
      watchMinutes: '10',
      note: 'The alias splits the calls.',
    });
  });
  test.each([
    ['Argo Rollouts', 'steps:\n- setWeight: 10\n- pause: {}\n- setWeight: 50\n', [10, 50]],
    ['Flagger', 'maxWeight: 30\nstepWeight: 10\n', [10, 20, 30]],
  ])('of %s', (_, content, shares) =>
    expect(releaseSteps([file('deploy/kubernetes/base/api.yaml', content)])?.shares).toEqual(shares),
  );
  test('none without either', () => expect(releaseSteps([file('deploy/compose.yaml', 'services: {}')])).toBeUndefined());

  test('the text has the steps, the order, the alerts and the way back of the script', () => {
    const text = deploymentStrategy({
      design,
      artefacts: [file('deploy/release.sh', script)],
      proofs: [],
      write: writer(design),
    });
    expect(text.indexOf('| `worker`')).toBeLessThan(text.indexOf('| `api`'));
    expect(text).toContain(
      '| `10 %` → `50 %` → `100 %` of the traffic | API availability; Offers answer in time | `bash deploy/release.sh restore api PREVIOUS` |',
    );
    expect(text).toContain(
      'The alias splits the calls. For `10` minutes after each step, `deploy/release.sh` watches 2 alerts (`A` and `B`); one that fires takes every unit back.',
    );
  });
});

describe('focus', () => {
  const decisions = [
    { ...pattern, id: 'append-store', chosen: 'partitions', chosenName: 'Partitions' } as Decision,
    ...design.decisions,
  ];
  test('rows that only grow: their own decision, then the box that holds them', () => {
    expect(focusOf({ ...design, brief: 'We need a database', decisions }).map(({ id }) => id)).toEqual([
      'append-store',
      'primary-store',
    ]);
  });
  test('without sizes the first store', () => {
    const entities = design.architecture.entities.map((entity) => ({ ...entity, bytesAtHorizon: 'no-bytes' }));
    expect(
      focusOf({ ...design, brief: 'We need a database', architecture: { ...design.architecture, entities } }).map(({ id }) => id),
    ).toEqual(['primary-store']);
  });
});
