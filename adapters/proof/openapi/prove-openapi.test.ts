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
    ['every example is valid against its schema', 'accepted', 'no finding'],
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
