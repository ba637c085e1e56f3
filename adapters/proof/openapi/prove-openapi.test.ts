import { openapiArtefacts } from '@archwright/generators/openapi/index';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design } from '@archwright/model';
import { expect, test } from 'vitest';
import { proveOpenapi } from './prove-openapi.ts';

const design = sampleDesign();
const prove = (artefacts: readonly Artefact[]) => proveOpenapi(artefacts, design, {});
const refused = async (artefacts: readonly Artefact[]) =>
  (await prove(artefacts)).filter(({ outcome }) => outcome !== 'accepted');

test('the sample is accepted, with its examples', async () => {
  const proofs = await prove(openapiArtefacts(design));
  expect(proofs.map(({ claim, outcome, log }) => [claim, outcome, log])).toEqual([
    ['the linter finds no error under its strict rules', 'accepted', 'no finding'],
    ['the linter finds every example valid against its schema', 'accepted', 'no finding'],
    ['a second linter finds nothing under its whole rule set and the rules of API design', 'accepted', 'no finding'],
    [
      'every body, parameter, answer and header has an example, and each is valid against its schema',
      'accepted',
      expect.stringMatching(/^\d{3} examples of 9 operations$/),
    ],
    [
      'a server made of the contract alone answers an HTTP client on every operation as the contract says',
      'accepted',
      expect.stringMatching(/^\d{2} calls to 9 operations on http:\/\/127\.0\.0\.1$/),
    ],
  ]);
});

const deciding = (chosen: string, chosenName: string): Design => ({
  ...design,
  decisions: design.decisions.map((decision) =>
    decision.id === 'authentication' ? { ...decision, chosen, chosenName, technologies: [] } : decision,
  ),
});
test.each([
  ['api-keys', 'API keys'],
  ['mtls', 'Mutual TLS'],
  ['sessions', 'Server-side sessions'],
])('%s are accepted', async (id, name) => {
  expect(await refused(openapiArtefacts(deciding(id, name)))).toEqual([]);
});

test.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name]))('names with %s are accepted', async (_, name) => {
  expect(await refused(openapiArtefacts(hostileDesign(name)))).toEqual([]);
});

const mutate = (from: string, to: string): Artefact => {
  const [artefact] = openapiArtefacts(design);
  expect(artefact!.content).toContain(from);
  return { ...artefact!, content: artefact!.content.replace(from, to) };
};
test.each([
  ['a wrong reference', mutate('"#/components/schemas/Listing"', '"#/components/schemas/Listng"'), 'no-unresolved-refs'],
  ['a reference to a file', mutate('"#/components/schemas/Listing"', '"../package.json"'), 'no-unresolved-refs'],
  ['a reference to a server', mutate('"#/components/schemas/Listing"', '"http://127.0.0.1:9/x.yaml"'), 'no-unresolved-refs'],
  ['an example of the wrong type', mutate('price: "14.50"', 'price: [1]'), 'no-invalid-media-type-examples'],
  ['a value outside the list', mutate('status: open', 'status: ajar'), 'no-invalid-media-type-examples'],
  ['an undeclared path parameter', mutate('- name: museumId', '- name: museum'), 'path-parameters-defined'],
  ['a key that OpenAPI does not have', mutate('operationId: getListing', 'operationID: getListing'), 'struct'],
  ['an unknown scope scheme', mutate('- oauth2:\n', '- oauth3:\n'), 'security-defined'],
  ['broken YAML', mutate('info:\n', 'info: [\n'), ''],
])('%s is rejected with its line', async (_, artefact, rule) => {
  const [found] = await refused([artefact]);
  expect(found).toMatchObject({ outcome: 'rejected', line: expect.any(Number) as number });
  expect(found!.log).toContain(rule);
});

const after = (text: string, from: string, to: string): Artefact => {
  const [artefact] = openapiArtefacts(design);
  const at = artefact!.content.indexOf(text);
  expect(at).toBeGreaterThan(0);
  const rest = artefact!.content.slice(at);
  expect(rest).toContain(from);
  return { ...artefact!, content: artefact!.content.slice(0, at) + rest.replace(from, to) };
};
test.each([
  ['no 429', after('operationId: getListing', '"429":', '"430":'), 'spectral', 'operation-can-be-limited'],
  [
    'a problem that is plain JSON',
    after('    notFound:', 'application/problem+json:', 'application/json:'),
    'spectral',
    'errors-are-problem-details',
  ],
  ['a verb in a path', mutate('  /api/v1/listings:', '  /api/v1/createListing:'), 'spectral', 'paths-hold-nouns'],
  ['a path without a version', mutate('  /api/v1/listings:', '  /listings:'), 'spectral', 'paths-are-versioned'],
  ['a page without a cursor', mutate('        - $ref: "#/components/parameters/cursor"\n', ''), 'spectral', 'pages-have-cursors'],
  [
    'a body without an example',
    after('operationId: createListing', '            example:\n', '            x-example:\n'),
    'ajv',
    'there is no example',
  ],
  [
    'a server field that a body must have',
    after(
      '    CreateListingRequest:',
      'title:\n          type: string',
      'title:\n          type: string\n          readOnly: true',
    ),
    'ajv',
    'read-only',
  ],
  [
    'an example that the mock cannot take',
    after('operationId: changePrice', 'price: "12.00"', 'price: twelve'),
    'node:http',
    'not 200',
  ],
  ['a refusal that is not declared', after('operationId: getListing', '"401":', '"402":'), 'node:http', 'not declared'],
])('%s is caught, with its line', async (_, artefact, tool, message) => {
  const found = (await refused([artefact])).find((one) => one.tool.includes(tool));
  expect(found).toMatchObject({ outcome: 'rejected', line: expect.any(Number) as number });
  expect(found!.log).toContain(message);
});

test('the line is the one of the edit', async () => {
  const edited = mutate('price: "14.50"', 'price: [1]');
  const found = (await refused([edited])).find(({ tool }) => tool === 'ajv');
  const line = edited.content
    .slice(0, edited.content.lastIndexOf('example:', edited.content.indexOf('price: [1]')))
    .split('\n').length;
  expect(found!.log).toContain(`${line}: `);
  expect(found!.line).toBe(line);
});
