import { renderResponse } from '@archwright/generators/markdown/index';
import { sourceArtefacts } from '@archwright/generators';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design } from '@archwright/model';
import { describe, expect, test } from 'vitest';
import { proveProse } from '../documents/prove-prose.ts';
import { readCsv } from './csv.ts';
import { proveConsistency } from './prove-consistency.ts';

const design = sampleDesign();
const store = design.architecture.components.find(({ kind }) => kind === 'database')!;
const filesOf = (one: Design): readonly Artefact[] => {
  const artefacts = sourceArtefacts(one);
  const content = renderResponse(one, { artefacts, proofs: [] });
  return [...artefacts, { path: 'README.md', title: 'answer', mediaType: 'text/markdown', content }];
};
const files = filesOf(design);
const prove = async (artefacts: readonly Artefact[], one: Design = design) => [
  ...(await proveConsistency(artefacts, one, {})),
  ...(await proveProse(artefacts, one, {})),
];
const rejected = async (artefacts: readonly Artefact[], one: Design = design) =>
  (await prove(artefacts, one)).filter(({ outcome }) => outcome !== 'accepted');

test('the files of the sample agree with its model, and with names that try to break out', async () => {
  expect(await rejected(files)).toEqual([]);
  for (const name of HOSTILE_NAMES.filter((_, index) => index % 5 === 4)) {
    const hostile = hostileDesign(name);
    expect(await rejected(filesOf(hostile), hostile)).toEqual([]);
  }
}, 120_000);

test('each kind of file is compared with something', async () => {
  const compared = (await prove(files)).filter(({ log }) => !log.startsWith('0 statements'));
  for (const path of [
    'README.md',
    'operate/cost.csv',
    'operate/capacity.csv',
    'operate/threat-model.md',
    'operate/failure-modes.md',
    'operate/recovery-plan.md',
    'diagrams/containers.mmd',
    'diagrams/entity-relationship.mmd',
    'api/openapi.yaml',
    'database/schema.sql',
    'operate/slo.yaml',
  ])
    expect(compared.map(({ artefact }) => artefact)).toContain(path);
});

type Edit = (content: string) => string;
const swap =
  (from: string | RegExp, to: string): Edit =>
  (content) => {
    const edited = content.replace(from, to);
    if (edited === content) throw new Error(`nothing to edit: ${String(from)}`);
    return edited;
  };
const dropLine =
  (pattern: RegExp): Edit =>
  (content) => {
    const lines = content.split('\n');
    const at = lines.findIndex((line) => pattern.test(line));
    if (at < 0) throw new Error(`no line ${String(pattern)}`);
    return lines.toSpliced(at, 1).join('\n');
  };

/** An edit a person could make, and whether a line is named. */
describe('an edit is caught', () => {
  test.each([
    ['a price changed', 'operate/cost.csv', swap(/^([^\n]*\n[^\n]*?,)(\d+\.\d\d)/, '$19999.99'), true],
    ['a line of the bill dropped', 'operate/cost.csv', (content: string) => content.split('\n').toSpliced(1, 1).join('\n'), true],
    ['the total dropped', 'operate/cost.csv', dropLine(/^total/), false],
    ['an amount that is none', 'operate/cost.csv', swap(/,\d+\.\d\d,/, ',much,'), true],
    ['a cell too many', 'operate/capacity.csv', swap(/\n([^\n,]+),/, '\n$1,extra,'), true],
    ['a capacity changed', 'operate/capacity.csv', swap(/,(count|1\/s),(\d+),/, ',$1,7$2,'), true],
    ['a data flow left out', 'operate/threat-model.md', (content: string) => content.replaceAll(/^.*→ API .*$/gm, ''), false],
    ['a component left out', 'operate/failure-modes.md', (content: string) => content.replaceAll('Worker', 'Somebody'), false],
    ['a store left out', 'operate/recovery-plan.md', (content: string) => content.replaceAll(store.name, 'Something'), false],
    ['a rate in a diagram changed', 'diagrams/containers.mmd', swap('47.7/s', '48/s'), true],
    ['a box renamed', 'diagrams/deployment.mmd', swap('["api', '["apj'), true],
    ['a column gone from a diagram', 'diagrams/entity-relationship.mmd', dropLine(/^ {4}uuid/), true],
    ['an operation dropped', 'api/openapi.yaml', swap(/^ {2}(\/[^:]*):$/m, '  /else:'), false],
    ['a column dropped', 'database/schema.sql', dropLine(/^ {2}[a-z_]+ timestamptz/), true],
    ['an objective changed', 'operate/slo.yaml', (content: string) => content.replaceAll(/0\.99\d*/g, '0.5'), false],
    ['a cited value changed', 'README.md', swap(/47\.7\/s `/, '47.8/s `'), true],
    ['a cell dropped', 'README.md', swap(/\n\| \d+ \| [^|]*\|/, '\n|'), true],
    ['a fence left open', 'README.md', (content: string) => `${content}\n\`\`\`sql\nSELECT 1;\n`, true],
    ['a link that leads nowhere', 'operate/failure-modes.md', (content: string) => `${content}\n[see](nowhere.md)\n`, true],
  ] as const)('%s', async (_, path, edit: Edit, named) => {
    const edited = files.map((file) => (file.path === path ? { ...file, content: edit(file.content) } : file));
    const faults = (await rejected(edited)).filter(({ artefact }) => artefact === path);
    expect(faults.length).toBeGreaterThan(0);
    if (named) expect(faults.some(({ line }) => line !== undefined)).toBe(true);
  });

  test('an option taken out of a decision record, and a record taken out', async () => {
    const path = files.find((file) => file.path.startsWith('decisions/'))!.path;
    const edited = files.map((file) =>
      file.path === path ? { ...file, content: swap(/Chosen option: “[^”]*”/, 'Chosen option: “Another”')(file.content) } : file,
    );
    expect((await rejected(edited)).map(({ artefact }) => artefact)).toContain(path);
    expect((await rejected(files.filter((file) => file.path !== path))).map(({ artefact }) => artefact)).toContain('decisions');
  });
});

test.each([
  [
    'plain',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['quoted', 'a\n"x, ""y""\nz"\n', [['a'], ['x, "y"\nz']]],
  ['no newline at the end', 'a,b', [['a', 'b']]],
] as const)('CSV: %s', (_, text, cells) => expect(readCsv(text).map((row) => row.cells)).toEqual(cells));

test('CSV: an open quote names its line', () => expect(() => readCsv('a\nb\n"c\n')).toThrow('line 3'));
