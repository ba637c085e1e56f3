import { databaseArtefacts } from '@archwright/generators/sql/index';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design } from '@archwright/model';
import { describe, expect, test } from 'vitest';
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

describe.runIf(programPath('mariadbd') !== undefined)('in MariaDB', () => {
  test('the sample runs and is taken back; hostile names run as well', async () => {
    for (const design of [sampleDesign(), hostileDesign('\'"`x`\\ ; -- ')]) {
      const proofs = await proveMysql(files(design), design, {});
      expect(proofs.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
      expect(proofs.map(({ artefact }) => artefact)).toEqual([
        'database/mysql.sql',
        'database/mysql-migrations/0001_initial.down.sql',
      ]);
    }
  }, 60_000);
  test('a file that computes is not run', async () => {
    const changed = files().map((file) =>
      file.path.endsWith('mysql.sql') ? { ...file, content: `${file.content}SELECT benchmark(1e12, 1);\n` } : file,
    );
    expect(await proveMysql(changed, sampleDesign(), {})).toMatchObject([{ outcome: 'not-run' }]);
  });
});

test.runIf(programPath('mariadbd') === undefined)('without the engine it says so', async () =>
  expect(await proveMysql(files(), sampleDesign(), {})).toMatchObject([{ outcome: 'not-run' }, {}, {}]),
);
