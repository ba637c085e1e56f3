import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { read, ROOT } from './source/source-file.ts';

const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs/adr')).map((name) => `docs/adr/${name}`),
];

/** Code blocks are examples; what stands in them is no link. */
const withoutCode = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```/gm, '');

test.each(DOCUMENTS)('%s leads only to files that exist', (document) => {
  const targets = [...withoutCode(read(document)).matchAll(/\]\(([^)#\s]{1,300})[^)]{0,200}\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^[a-z]+:/.test(target));
  expect(targets.filter((target) => !existsSync(join(ROOT, dirname(document), target)))).toEqual([]);
});

test.each(DOCUMENTS)('%s names only files and folders of the repository that exist', (document) => {
  const named = [
    ...withoutCode(read(document)).matchAll(/`((?:packages|adapters|apps|checks|scripts|fixtures|docs)\/[\w./-]{1,200})`/g),
  ].map((match) => match[1]!);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

const section = (markdown: string, title: string): string =>
  markdown.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
const bullets = (markdown: string): readonly string[] => markdown.split(/^- /m).slice(1);

test('every invariant of ARCHITECTURE.md names the test that holds it', () => {
  const invariants = bullets(section(read('ARCHITECTURE.md'), 'Invariants'));
  expect(invariants.length).toBeGreaterThan(8);
  const withoutTest = invariants.filter((text) => {
    const tests = [...text.matchAll(/`([\w./-]{1,200}\.test\.ts)`/g)].map((match) => match[1]!);
    return tests.length === 0 || tests.some((path) => !existsSync(join(ROOT, path)));
  });
  expect(withoutTest).toEqual([]);
});

test('decision records are numbered without gaps and hold what a reader looks for', () => {
  const records = readdirSync(join(ROOT, 'docs/adr')).sort();
  expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
  const headings = ['Context', 'Decision', 'Rejected options', 'Consequences'];
  const incomplete = records.filter((name) =>
    headings.some((heading) => !read(`docs/adr/${name}`).includes(`\n## ${heading}\n`)),
  );
  expect(incomplete).toEqual([]);
});

test('the exit codes in README.md are those of the program', () => {
  const codes = [...read('apps/cli/exit-codes.ts').matchAll(/\w+: (\d+)/g)].map((match) => Number(match[1]));
  const listed = [...section(read('README.md'), 'Exit codes').matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
  expect(listed).toEqual(codes);
});

test('the licence is in the repository and in every manifest', () => {
  expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 Archwright contributors\n/);
  const manifests = [
    'package.json',
    'apps/cli/package.json',
    ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/package.json`),
  ];
  expect(manifests.filter((path) => (JSON.parse(read(path)) as { license?: string }).license !== 'MIT')).toEqual([]);
});
