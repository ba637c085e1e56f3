import { openapiArtefacts } from '@archwright/generators/openapi/index';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { proveCompatible } from './prove-compatible.ts';

const [contract] = openapiArtefacts(sampleDesign()) as [Artefact];
type Document = Record<string, never> & {
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, { properties: Record<string, Record<string, unknown>>; required: string[] }> };
};
const edited = (edit: (document: Document) => void): Artefact => {
  const document = parse(contract.content) as Document;
  edit(document);
  return { ...contract, content: stringify(document) };
};
const names = Object.keys((parse(contract.content) as Document).components.schemas);
const schema = (part: string, { components }: Document) => components.schemas[names.find((name) => name.includes(part))!]!;

test('the same contract breaks nobody, and without an earlier one nothing is said', async () => {
  expect(await proveCompatible(contract, [contract])).toMatchObject([{ outcome: 'accepted', compares: true }]);
  expect(await proveCompatible(contract, [])).toEqual([]);
});

test.each<[name: string, edit: (document: Document) => void]>([
  ['an operation more', ({ paths }) => void (paths['/api/v1/extras'] = { get: { responses: { 204: { description: 'none' } } } })],
  ['a field more in an answer', (document) => void (schema('Listing', document).properties['extra'] = { type: 'string' })],
  ['a field more that may be sent', (document) => void (schema('Request', document).properties['extra'] = { type: 'string' })],
  ['no longer required of callers', (document) => void (schema('Request', document).required = [])],
])('%s breaks nobody', async (_, edit) =>
  expect(await proveCompatible(edited(edit), [contract])).toMatchObject([{ outcome: 'accepted' }]),
);

test.each<[name: string, edit: (document: Document) => void, message: RegExp]>([
  [
    'an operation that goes',
    ({ paths }) => void delete paths['/api/v1/listings/{listingId}']!['get'],
    /GET \/api\/v1\/listings\/\{listingId\} is gone/,
  ],
  [
    'a field that no longer comes',
    (document) => void delete schema('Listing', document).properties['title'],
    /title no longer comes/,
  ],
  [
    'a field of another type',
    (document) => void (schema('Listing', document).properties['title'] = { type: 'integer' }),
    /its type was string and is integer/,
  ],
  [
    'a choice that readers do not know',
    (document) => void (schema('Listing', document).properties['status']!['enum'] as string[]).push('lapsed'),
    /lapsed may come/,
  ],
  [
    'a field that has to be sent',
    (document) => void schema('Request', document).required.push('extra'),
    /extra has to be sent now/,
  ],
  [
    'a choice that is no longer taken',
    (document) => void (schema('Request', document).properties['title'] = { type: 'string', enum: ['EUR'] }),
    /is no longer taken/,
  ],
])('%s breaks callers', async (_, edit, message) => {
  const [found] = await proveCompatible(edited(edit), [contract]);
  expect(found).toMatchObject({ outcome: 'rejected', compares: true, line: expect.any(Number) as number });
  expect(found!.log).toMatch(message);
});

test('a break says what to do; the same change under the next version in the path breaks nobody', async () => {
  const breaking = (document: Document): void => void delete schema('Listing', document).properties['title'];
  const [found] = await proveCompatible(edited(breaking), [contract]);
  expect(found).toMatchObject({ outcome: 'rejected' });
  expect(found?.log).toContain('Serve this contract under version 2 in the path, and version 1 as it was beside it');
  const next = edited((document) => {
    breaking(document);
    document.paths = Object.fromEntries(
      Object.entries(document.paths).map(([path, item]) => [path.replace('/v1/', '/v2/'), item]),
    );
  });
  expect(await proveCompatible(next, [contract])).toMatchObject([
    {
      outcome: 'accepted',
      log: 'version 2 stands beside version 1: what runs goes on serving both until the sunset of version 1',
    },
  ]);
  // Back to an older version in the path is no new one.
  expect(await proveCompatible(contract, [next])).toMatchObject([{ outcome: 'rejected' }]);
});
