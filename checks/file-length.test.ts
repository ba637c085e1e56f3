import { expect, test } from 'vitest';
import { sourceFiles } from './source/source-file.ts';

/** Past this a file hides a second noun (STYLE). */
const LONGEST = 400;
const GENERATED = new Set(['packages/catalogue/registry.ts']);

test(`no source file has more than ${LONGEST} lines`, () => {
  const long = sourceFiles()
    .filter(({ path }) => !GENERATED.has(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
});
