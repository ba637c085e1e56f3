import { databaseArtefacts } from '@archwright/generators/sql/index';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design, Proof } from '@archwright/model';
import { expect, test } from 'vitest';
import { programPath } from '../optional-tool.ts';
import { actingStatement, statementsOf } from './mysql-statements.ts';
import { proveMysql } from './mysql.ts';

const files = (design: Design = sampleDesign()): readonly Artefact[] =>
  databaseArtefacts(design, (component) => (component.kind === 'database' ? 'mysql' : undefined));

test('statements end outside quotes and comments, each with its line', () =>
  expect(statementsOf("-- a; b\nCREATE TABLE `a;b` (\n c TEXT DEFAULT ('x;\\'y')\n);\n\n-- c\nDROP TABLE `a;b`;\n")).toEqual([
    { sql: "CREATE TABLE `a;b` (\n c TEXT DEFAULT ('x;\\'y')\n)", line: 2 },
    { sql: 'DROP TABLE `a;b`', line: 7 },
  ]));

test.each([
  ['CREATE TABLE `select` (a INT)', false],
  ["CREATE TABLE a (b TEXT DEFAULT ('select'))", false],
  ['CREATE TABLE a AS SELECT sleep(9)', true],
  ["CREATE TABLE a (b INT) DATA DIRECTORY = '/tmp'", true],
  ['CREATE TABLE a (b INT) ENGINE = CONNECT', true],
  ["LOAD DATA INFILE '/etc/passwd' INTO TABLE a", true],
  ['CREATE TABLE a (b INT) /*! select 1 */', true],
  ['SET GLOBAL a = 1', true],
])('%s acts: %s', (sql, acts) => expect(actingStatement([{ sql, line: 1 }]) !== undefined).toBe(acts));

const isHere = programPath('mariadbd') !== undefined;
/** Where the engine is not, every file says so. */
const outcomes = (proofs: readonly Proof[]): readonly string[] => [...new Set(proofs.map(({ outcome }) => outcome))];

test('the sample runs and is taken back; hostile names run as well', async () => {
  for (const design of [sampleDesign(), hostileDesign('\'"`x`\\ ; -- ')]) {
    const proofs = await proveMysql(files(design), design, {});
    expect(outcomes(proofs), proofs[0]?.log).toEqual([isHere ? 'accepted' : 'not-run']);
    expect(new Set(proofs.map(({ artefact }) => artefact)).size).toBe(3);
  }
}, 60_000);

test('a file that computes is not run', async () => {
  const changed = files().map((file) =>
    file.path.endsWith('mysql.sql') ? { ...file, content: `${file.content}SELECT benchmark(1e12, 1);\n` } : file,
  );
  expect(outcomes(await proveMysql(changed, sampleDesign(), {}))).toEqual(['not-run']);
});
