import { protoArtefacts } from '@archwright/generators/proto/index';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design } from '@archwright/model';
import { expect, test } from 'vitest';
import { proveProto } from './prove-proto.ts';

const withRpc = (design: Design): Design => ({
  ...design,
  decisions: [...design.decisions, { ...design.decisions[0]!, id: 'api-style', chosen: 'grpc-inside', technologies: ['grpc'] }],
});
const design = withRpc(sampleDesign());
const files = protoArtefacts(design);
const refused = async (artefacts: readonly Artefact[], previous?: readonly Artefact[]) =>
  (await proveProto(artefacts, design, previous ? { previous } : {})).filter(({ outcome }) => outcome !== 'accepted');

test('without RPC there is nothing', () => expect(protoArtefacts(sampleDesign())).toEqual([]));

test('the sample has a file for each context, and buf accepts them', async () => {
  expect(files.map(({ path }) => path)).toEqual([
    'api/proto/buf.yaml',
    'api/proto/resale/v1/resale.proto',
    'api/proto/settlement/v1/settlement.proto',
  ]);
  expect(await refused(files)).toEqual([]);
}, 60_000);

const edit = (from: string, to: string): readonly Artefact[] =>
  files.map((file) => {
    if (!file.path.endsWith('resale.proto')) return file;
    expect(file.content).toContain(from);
    return { ...file, content: file.content.replace(from, to) };
  });
const lineOf = (artefacts: readonly Artefact[], text: string): number => {
  const { content } = artefacts.find(({ path }) => path.endsWith('resale.proto'))!;
  return content.slice(0, content.indexOf(text)).split('\n').length;
};
test.each([
  ['a wrong reference', '  Listing item = 1;', '  Listng item = 1;'],
  ['a name in another style', ' title = ', ' ticketTitle = '],
  ['a number used twice', 'string page_token = 3;', 'string page_token = 2;'],
  ['a missing semicolon', '  string listing_id = 1;', '  string listing_id = 1'],
])(
  '%s is rejected with its line',
  async (_, from, to) => {
    const edited = edit(from, to);
    const [found] = await refused(edited);
    expect(found).toMatchObject({
      artefact: 'api/proto/resale/v1/resale.proto',
      outcome: 'rejected',
      line: expect.any(Number) as number,
    });
    expect(Math.abs(found!.line! - lineOf(edited, to))).toBeLessThanOrEqual(1);
  },
  60_000,
);

test.each([
  ['a field that changes its type', '  string title = 1;', '  int64 title = 1;'],
  ['a call that is gone', /  \/\/ [^\n]*\n  rpc GetListing\([^\n]*\n/.exec(files[1]!.content)?.[0] ?? '?', ''],
])(
  '%s breaks callers',
  async (_, from, to) => {
    const edited = edit(from, to);
    expect(await refused(edited)).toEqual([]);
    const [found] = await refused(edited, files);
    expect(found).toMatchObject({
      outcome: 'rejected',
      claim: 'callers of the version in the folder can go on',
      line: expect.any(Number) as number,
    });
  },
  60_000,
);

test('a field more breaks nobody', async () => {
  expect(await refused(edit('message GetListingRequest {', 'message GetListingRequest {\n  string fields = 9;'), files)).toEqual(
    [],
  );
}, 60_000);

// Free text only reaches comments, and names pass through `slug`: a handful stands for the rest.
test.each(HOSTILE_NAMES.filter((_, index) => index % 5 === 2))(
  'names with %j are accepted',
  async (name) => {
    expect(await refused(protoArtefacts(withRpc(hostileDesign(name))))).toEqual([]);
  },
  60_000,
);
