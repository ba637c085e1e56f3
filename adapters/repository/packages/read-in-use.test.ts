import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { catalogue } from '@archwright/catalogue';
import { afterAll, describe, expect, test } from 'vitest';
import { readInUse } from './read-in-use.ts';

const place = mkdtempSync(join(tmpdir(), 'archwright-in-use-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
let count = 0;

/** A folder with these files, as a line for each package and runtime in it. */
async function read(files: Readonly<Record<string, string>>, target = ''): Promise<readonly string[]> {
  const folder = join(place, String((count += 1)));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { value, diagnostics } = await readInUse(join(folder, target), catalogue.technologies);
  return [
    ...value.runtimes.map(({ technology, version, file, line }) => `${technology} ${version} ${file}:${line}`),
    ...value.packages.map(
      ({ ecosystem, name, version, range, scope, line }) => `${ecosystem} ${name} ${version ?? `(${range})`} ${scope} :${line}`,
    ),
    ...diagnostics.map(({ code, severity }) => `${severity} ${code}`),
  ];
}

describe('versions as each manifest writes them', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'npm without a lock: exact versions and ranges; what is not from a registry is left out',
      {
        'package.json':
          '{\n "engines": {"node": ">=18"},\n "dependencies": {\n  "a": "1.2.3",\n  "b": "^2.0.0",\n  "c": "file:../c",\n  "d": "github:x/d",\n  "e": "npm:real@3.0.0"\n }\n}',
      },
      ['nodejs 18.0.0 package.json:2', 'npm a 1.2.3 direct :4', 'npm b (^2.0.0) direct :5', 'npm real 3.0.0 direct :8'],
    ],
    [
      'npm with a lock: what is installed, and what that needs',
      {
        'package.json': '{"dependencies":{"b":"^2.0.0"}}',
        'package-lock.json':
          '{"lockfileVersion":3,"packages":{"":{},"node_modules/b":{"version":"2.4.1"},"node_modules/b/node_modules/@x/y":{"version":"1.0.0"},"node_modules/w":{"link":true,"resolved":"w"}}}',
      },
      ['npm b 2.4.1 direct :1', 'npm @x/y 1.0.0 transitive :1'],
    ],
    [
      'pnpm with a lock of version 9: aliases, peers, and what is needed by others',
      {
        'package.json': '{"dependencies":{"b":"^2.0.0","e":"npm:real@^3.0.0","w":"workspace:*"}}',
        'pnpm-lock.yaml':
          "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      b:\n        specifier: ^2.0.0\n        version: 2.4.1(p@1.0.0)\n      e:\n        specifier: npm:real@^3.0.0\n        version: real@3.1.0\npackages:\n  b@2.4.1:\n    resolution: {integrity: sha512-aa}\n  real@3.1.0:\n    resolution: {integrity: sha512-bb}\n  '@x/y@1.0.0':\n    resolution: {integrity: sha512-cc}\n",
      },
      ['npm b 2.4.1 direct :1', 'npm real 3.1.0 direct :1', 'npm @x/y 1.0.0 transitive :1'],
    ],
    [
      'pnpm with locks of versions 6 and 5',
      {
        'package.json': '{"dependencies":{"b":"^2.0.0"}}',
        'pnpm-lock.yaml':
          "lockfileVersion: '6.0'\ndependencies:\n  b:\n    specifier: ^2.0.0\n    version: 2.4.1\npackages:\n  /b@2.4.1:\n    dev: false\n  /@x/y@1.0.0(b@2.4.1):\n    dev: false\n  /z/0.1.0_b@2.4.1:\n    dev: false\n",
      },
      ['npm b 2.4.1 direct :1', 'npm @x/y 1.0.0 transitive :1', 'npm z 0.1.0 transitive :1'],
    ],
    [
      'yarn with a lock of version 1',
      {
        'package.json': '{"dependencies":{"b":"^2.0.0","@s/c":"~1.0.0","e":"npm:real@^3.0.0"}}',
        'yarn.lock':
          '# yarn lockfile v1\n\n\n"@s/c@^1.0.0", "@s/c@~1.0.0":\n  version "1.0.5"\n  resolved "x"\n  integrity sha512-aa\n\nb@^1.0.0:\n  version "1.9.0"\n\nb@^2.0.0:\n  version "2.4.1"\n  dependencies:\n    version "^9.9.9"\n\n"e@npm:real@^3.0.0":\n  version "3.1.0"\n',
      },
      ['npm b 2.4.1 direct :1', 'npm @s/c 1.0.5 direct :1', 'npm real 3.1.0 direct :1', 'npm b 1.9.0 transitive :1'],
    ],
    [
      'yarn with a lock of a later version',
      {
        'package.json': '{"dependencies":{"b":"^2.0.0"}}',
        'yarn.lock':
          '__metadata:\n  version: 8\n\n"b@npm:^2.0.0":\n  version: 2.4.1\n  checksum: 10c0/aa\n\n"@x/y@npm:1.0.0, @x/y@npm:^1.0.0":\n  version: 1.0.0\n\n"w@workspace:.":\n  version: 0.0.0-use.local\n',
      },
      ['npm b 2.4.1 direct :1', 'npm @x/y 1.0.0 transitive :1'],
    ],
    [
      'a lock that is broken locks nothing',
      { 'package.json': '{"dependencies":{"b":"^2.0.0"}}', 'pnpm-lock.yaml': 'a: [b\n  &x *x', 'yarn.lock': '\0' },
      ['npm b (^2.0.0) direct :1'],
    ],
    [
      'requirements',
      { 'requirements.txt': '# x\ndjango==4.2.1 ; python_version > "3"\nhttpx[http2]>=0.27,<1\n-r other.txt\n' },
      ['pypi django 4.2.1 direct :2', 'pypi httpx (>=0.27,<1) direct :3'],
    ],
    [
      'pyproject',
      {
        'pyproject.toml':
          '[project]\nrequires-python = ">=3.9"\ndependencies = [\n  "fastapi>=0.115",\n  "pydantic==2.9.0",\n]\n[tool.x]\na = "b==1"\n',
      },
      ['python 3.9 pyproject.toml:2', 'pypi fastapi (>=0.115) direct :4', 'pypi pydantic 2.9.0 direct :5'],
    ],
    [
      'go.mod',
      {
        'go.mod':
          'module x\n\ngo 1.21.3\n\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.5.0\n\tgolang.org/x/text v0.3.2 // indirect\n)\n',
      },
      ['go 1.21.3 go.mod:3', 'go github.com/jackc/pgx/v5 v5.5.0 direct :6', 'go golang.org/x/text v0.3.2 transitive :7'],
    ],
    [
      'pom.xml with properties',
      {
        'pom.xml':
          '<project>\n<properties><java.version>17</java.version><log.version>2.14.1</log.version></properties>\n<dependency><groupId>org.a</groupId><artifactId>log</artifactId><version>${log.version}</version></dependency>\n<dependency><groupId>org.a</groupId><artifactId>managed</artifactId></dependency>\n</project>',
      },
      ['java 17 pom.xml:2', 'maven org.a:log 2.14.1 direct :3', 'maven org.a:managed (undefined) direct :4'],
    ],
    ['version files, words that are none', { '.nvmrc': 'v20\n', '.python-version': 'pypy3\n' }, ['nodejs 20 .nvmrc:1']],
    [
      'images',
      {
        Dockerfile: 'FROM --platform=linux/amd64 node:20.11-alpine AS build\nFROM scratch\n',
        'compose.yaml': 'services:\n  db:\n    image: "postgres:14.3"\n',
      },
      ['nodejs 20.11 Dockerfile:1', 'postgresql 14.3 compose.yaml:3'],
    ],
    ['JSON that is none', { 'package.json': '{"dependencies":' }, ['error manifest/not-read']],
    [
      'a broken file beside a good one',
      { 'package.json': '[]', '.nvmrc': '22' },
      ['nodejs 22 .nvmrc:1', 'warning manifest/not-read'],
    ],
    ['a folder without any', { 'notes.md': 'x' }, ['error manifest/none']],
  ])('%s', async (_, files, expected) => expect(await read(files)).toEqual(expected));
  test('one file by its name', async () => {
    expect(await read({ 'requirements-dev.txt': 'pytest==8.0.0', '.nvmrc': '20' }, 'requirements-dev.txt')).toEqual([
      'pypi pytest 8.0.0 direct :1',
    ]);
  });
});
