import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from '@archwright/catalogue';
import { afterAll, describe, expect, test } from 'vitest';
import { LIMITS, looksLikeBackend, readRepository, type RepositoryContext } from './index.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/repos/${name}`, import.meta.url));
const read = (folder: string, limits = LIMITS) => readRepository(folder, catalogue.technologies, limits);
const made: string[] = [];
const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-repository-'));
  made.push(folder);
  return folder;
};
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

const lines = ({ requirements }: RepositoryContext): readonly string[] =>
  requirements.map(
    ({ key, subject, value, quantity, origin, at }) =>
      `${key} ${subject ?? value ?? quantity?.likely} ${origin} ${at?.name}:${at?.line}`,
  );

test('a Node shop: rules, decision records and the stack, each with file and line', async () => {
  const { value, diagnostics } = await read(fixture('node-shop'));
  expect(lines(value)).toEqual([
    'compliance gdpr rule RULES.md:20',
    'region eu rule RULES.md:18',
    'residency eu rule RULES.md:19',
    'prohibition kubernetes rule RULES.md:11',
    'prohibition rabbitmq rule RULES.md:12',
    'prohibition kafka rule RULES.md:12',
    'prohibition sqs rule RULES.md:12',
    'provider aws rule RULES.md:18',
    'prohibition new-datastore rule RULES.md:5',
    'prohibition microservices rule RULES.md:10',
    'team.size 5 rule RULES.md:21',
    'availability 0.999 stated docs/backend/overview.md:3',
    'rpo 300 stated docs/backend/overview.md:3',
    'preference fastify rule RULES.md:13',
    'existing fastify stated package.json:8',
    'existing nodejs stated Dockerfile:9',
    'existing postgresql rule RULES.md:4',
    'existing bullmq rule RULES.md:12',
    'preference modular-monolith rule RULES.md:10',
    'existing sentry rule docs/adr/0001-error-tracking.md:16',
    'existing valkey stated compose.yaml:17',
    'existing prisma stated prisma/schema.prisma:1',
    'existing zod stated package.json:11',
    'existing typescript stated package.json:16',
    'existing github-actions stated .github/workflows/ci.yml:1',
  ]);
  expect(value.requirements.find(({ subject }) => subject === 'valkey')?.at).toEqual({
    source: 'file',
    name: 'compose.yaml',
    line: 17,
    quote: 'image: valkey/valkey:8',
  });
  expect(value.requirements.find(({ subject, key }) => subject === 'fastify' && key === 'existing')?.detail).toBe(
    'version 5.2.1 in the lockfile',
  );
  expect(value.files.find(({ path }) => path === 'docs/adr/0002-search.md')?.reason).toBe('its status is superseded');
  expect(diagnostics.map(({ code, at }) => `${code} ${at?.line ?? ''}`)).toEqual([
    'repository/narrower-rule 6',
    'repository/narrower-rule 7',
    'repository/decision-not-in-force 1',
    'repository/secrets-masked ',
  ]);
});

test('a Python service on AWS: Terraform, Kubernetes and pyproject', async () => {
  const { value, diagnostics } = await read(fixture('python-telemetry'));
  expect(lines(value)).toEqual([
    'prohibition mongodb rule AGENTS.md:4',
    'budget 3000 rule AGENTS.md:5',
    'provider aws stated infra/main.tf:5',
    'region eu stated infra/main.tf:6',
    'existing fastapi rule AGENTS.md:3',
    'existing python rule AGENTS.md:3',
    'existing terraform stated infra/main.tf:1',
    'existing aurora-postgresql stated infra/main.tf:13',
    'existing msk stated infra/main.tf:17',
    'existing eks stated infra/main.tf:22',
    'existing kubernetes stated k8s/api.yaml:1',
    'existing opentelemetry stated k8s/api.yaml:12',
    'existing argocd stated k8s/api.yaml:14',
    'existing pydantic stated pyproject.toml:6',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['repository/several-clouds', 'repository/secrets-masked']);
});

describe('a hostile repository', () => {
  const SECRETS = ['hunter2', 'AKIAIOSFODNN7', 'ghs_EXAMPLE', 'abcdefghijklmnop', 'MIIEow', 'outside-secret', 'leaked-by-name'];
  function hostile(): string {
    const folder = join(scratch(), 'repository');
    cpSync(fixture('hostile'), folder, { recursive: true });
    const outside = scratch();
    writeFileSync(join(outside, 'AGENTS.md'), '- Use Cassandra for outside-secret data.\n');
    mkdirSync(join(outside, 'k8s'));
    writeFileSync(join(outside, 'k8s/db.yaml'), 'apiVersion: v1\nkind: Pod\nspec:\n  image: cassandra:5\n');
    symlinkSync(join(outside, 'AGENTS.md'), join(folder, 'AGENTS.md'));
    symlinkSync(join(outside, 'k8s'), join(folder, 'k8s'));
    symlinkSync(folder, join(folder, 'docs/loop'));
    writeFileSync(join(folder, 'go.mod'), `module huge\n${'// x\n'.repeat(300_000)}`);
    writeFileSync(join(folder, 'CONTRIBUTING.md'), Buffer.from([0x55, 0x73, 0x65, 0, 1, 2]));
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=mysql://app:leaked-by-name@db/app\nSTRIPE=leaked-by-name\n');
    mkdirSync(join(folder, 'node_modules/evil'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/evil/RULES.md'), '- Use Cassandra.\n');
    mkdirSync(join(folder, 'docs/backend'));
    writeFileSync(join(folder, 'docs/backend/\u001b[2Jdata.md'), '- Use Cassandra.\n');
    return folder;
  }

  test('links, huge, binary and broken files are named and not read', async () => {
    const { value, diagnostics } = await read(hostile());
    expect(value.files.filter(({ read }) => !read).map(({ path, reason }) => `${path}: ${reason?.slice(0, 24)}`)).toEqual([
      'AGENTS.md: a symbolic link, which i',
      'CONTRIBUTING.md: not text in UTF-8',
      'go.mod: 1500012 bytes, more than',
    ]);
    expect(lines(value)).toEqual([
      'existing postgresql rule RULES.md:5',
      'existing kubernetes stated deploy/broken.yaml:1',
      'existing redis stated deploy/broken.yaml:5',
      'existing mysql stated .env:1',
    ]);
    expect(diagnostics.filter(({ code }) => code === 'repository/broken-file').map(({ at }) => at?.name)).toEqual([
      'deploy/broken.yaml',
      'package.json',
    ]);
  });

  test('text that addresses a model changes nothing and is pointed out', async () => {
    const { value, diagnostics } = await read(hostile());
    expect(value.requirements.some(({ subject }) => subject === 'mongodb')).toBe(false);
    expect(diagnostics.filter(({ code }) => code === 'repository/instruction-in-text').map(({ at }) => at?.line)).toEqual([3, 4]);
  });

  test('no secret is in anything that comes back', async () => {
    const result = await read(hostile());
    const all = JSON.stringify(result);
    for (const secret of SECRETS) expect(all).not.toContain(secret);
    expect(result.value.requirements.find(({ subject }) => subject === 'postgresql')?.at?.quote).toBe(
      '- Use PostgreSQL for all data, password: •••• and key ••••.',
    );
    expect(result.value.secretsMasked).toBe(9);
  });

  test.each([
    ['files', { files: 2 }, 'repository/not-read'],
    ['bytes', { totalBytes: 10 }, 'repository/not-read'],
    ['entries', { entries: 3 }, 'repository/stopped-early'],
    ['depth', { depth: 0 }, 'repository/stopped-early'],
    ['time', { milliseconds: -1 }, 'repository/stopped-early'],
    ['prose', { proseCharacters: 10 }, 'repository/not-read'],
  ])('a bound on %s ends the reading and says so', async (_, bound, code) => {
    const { diagnostics } = await read(hostile(), { ...LIMITS, ...bound });
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });
});

test('a rule outranks a use of what it forbids', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'RULES.md'), '# Rules\n\n- MongoDB must not be used.\n');
  writeFileSync(join(folder, 'compose.yaml'), 'services:\n  db:\n    image: mongo:8\n');
  const { value, diagnostics } = await read(folder);
  expect(lines(value)).toEqual(['prohibition mongodb rule RULES.md:3']);
  expect(diagnostics).toMatchObject([{ code: 'repository/rule-against-use', at: { name: 'compose.yaml', line: 3 } }]);
});

test('what git ignores is not read', async () => {
  const folder = scratch();
  writeFileSync(join(folder, '.gitignore'), '*.yaml\n!compose.yaml\n/infra/\n');
  writeFileSync(join(folder, 'compose.override.yaml'), 'services:\n  db:\n    image: mongo:8\n');
  writeFileSync(join(folder, 'compose.yaml'), 'services:\n  db:\n    image: postgres:17\n');
  mkdirSync(join(folder, 'infra'));
  writeFileSync(join(folder, 'infra/main.tf'), 'resource "aws_sqs_queue" "q" {}\n');
  expect(lines((await read(folder)).value)).toEqual(['existing postgresql stated compose.yaml:3']);
});

test('the same repository gives the same answer', async () => {
  expect(await read(fixture('node-shop'))).toEqual(await read(fixture('node-shop')));
});

test('a folder that is not there is an error', async () => {
  const { value, diagnostics } = await read(join(scratch(), 'missing'));
  expect(value.requirements).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'repository/no-such-folder', severity: 'error' }]);
});

test.each([
  ['node-shop', true],
  ['python-telemetry', true],
  ['node-shop/prisma', false],
  ['missing', false],
])('%s looks like a backend: %s', (name, expected) => expect(looksLikeBackend(fixture(name))).toBe(expected));
