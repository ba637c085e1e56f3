import { mermaidArtefacts } from '@archwright/generators/mermaid/index';
import { asyncapiArtefacts } from '@archwright/generators/asyncapi/index';
import { openapiArtefacts } from '@archwright/generators/openapi/index';
import { databaseArtefacts } from '@archwright/generators/sql/index';
import { svgArtefacts } from '@archwright/generators/svg/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase, proveArtefacts } from './index.ts';

const design = sampleDesign();
const file = (path: string, content: string): Artefact => ({ path, content, mediaType: 'text/plain', title: path });
afterAll(closeDatabase);

test('every artefact of the sample is accepted by its tool', async () => {
  const artefacts = [
    ...mermaidArtefacts(design),
    ...svgArtefacts(design),
    ...openapiArtefacts(design),
    ...asyncapiArtefacts(design),
    // Keys of the cache are run by an engine that no package brings: they have tests of their own.
    ...databaseArtefacts(design).filter(({ path }) => !path.includes('keyspace')),
  ];
  const proofs = await proveArtefacts(artefacts, design);
  expect(proofs.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  expect([...new Set(proofs.map(({ tool }) => tool))]).toEqual(
    expect.arrayContaining([
      'mermaid',
      '@redocly/openapi-core',
      '@stoplight/spectral-core',
      'ajv',
      'node:http + ajv',
      '@asyncapi/parser',
      'libpg-query',
      '@electric-sql/pglite',
      'squawk',
    ]),
  );
  // Our own comparison has no release of its own.
  expect(proofs.filter(({ tool, version }) => tool !== 'model comparison' && !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
}, 180_000);

test.each([
  ['YAML', file('a.yaml', 'a: 1\nb: [\n'), 'rejected', 3],
  ['a key twice', file('a.yml', 'a: 1\nb: 2\na: 3\n'), 'rejected', 3],
  ['several documents', file('a.yaml', 'a: 1\n---\nb: 2\n'), 'accepted', undefined],
  ['JSON', file('a.json', '{\n "a": 1,\n}\n'), 'rejected', 3],
  ['sound JSON', file('a.json', '{ "a": 1 }'), 'accepted', undefined],
  ['JSON with comments', file('a.jsonc', '// a\n{\n "a": 1,\n}\n'), 'rejected', 4],
  ['a kind no tool is here for', file('haproxy.cfg', 'defaults'), 'not-run', undefined],
])('%s', async (_, artefact, outcome, line) => {
  const [found] = await proveArtefacts([artefact], design);
  expect([found?.outcome, found?.line]).toEqual([outcome, line]);
});

test('prose is read and its cited values are compared', async () => {
  const proofs = await proveArtefacts([file('README.md', '# x')], design);
  expect(proofs.map(({ tool, outcome }) => [tool, outcome])).toEqual([
    ['marked', 'accepted'],
    ['model comparison', 'accepted'],
  ]);
});
