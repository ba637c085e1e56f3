import { graphqlArtefacts } from '@archwright/generators/graphql/index';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { largeDesign } from '@archwright/generators/testing/large-design';
import { choosing } from '@archwright/generators/testing/platforms';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design } from '@archwright/model';
import { expect, test } from 'vitest';
import { proveGraphql } from './prove-graphql.ts';

const GRAPHQL = { 'api-style': ['graphql'] };
const designs: readonly (readonly [name: string, design: Design])[] = [
  ['the sample', sampleDesign()],
  ['a large design', largeDesign()],
  ...HOSTILE_NAMES.map((name) => [`names with ${JSON.stringify(name).slice(0, 40)}`, hostileDesign(name)] as const),
];

test.each(designs)('%s is built', async (_, design) => {
  const files = graphqlArtefacts(choosing(GRAPHQL, design));
  expect(files).toHaveLength(1);
  expect(await proveGraphql(files, design, {})).toMatchObject([{ outcome: 'accepted' }]);
});

test('no schema without the decision', () => expect(graphqlArtefacts(sampleDesign())).toEqual([]));

test('what breaks callers of the schema before is told', async () => {
  const [file] = graphqlArtefacts(choosing(GRAPHQL)) as [Artefact];
  const before = { ...file, content: file.content.replace('  title: String!', '  title: String!\n  gone: String') };
  const [, same] = await proveGraphql([file], sampleDesign(), { previous: [file] });
  expect(same).toMatchObject({ outcome: 'accepted', compares: true });
  const [, broken] = await proveGraphql([file], sampleDesign(), { previous: [before] });
  expect(broken).toMatchObject({
    outcome: 'rejected',
    compares: true,
    log: expect.stringContaining('gone was removed') as string,
  });
});
