import { mermaidArtefacts } from '@archwright/generators/mermaid/index';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { largeDesign } from '@archwright/generators/testing/large-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { expect, test } from 'vitest';
import { proveMermaid } from './prove-mermaid.ts';

const design = sampleDesign();
const prove = (artefacts: readonly Artefact[]) => proveMermaid(artefacts, design, {});

test('every diagram of the sample and of a large design is accepted', async () => {
  const proofs = await prove([...mermaidArtefacts(design), ...mermaidArtefacts(largeDesign())]);
  expect(proofs.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  expect(proofs[0]).toMatchObject({ artefact: 'diagrams/context.mmd', tool: 'mermaid', log: 'parsed as flowchart-v2' });
}, 30_000);

test.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name]))('names with %s are accepted', async (_, name) => {
  const proofs = await prove(mermaidArtefacts(hostileDesign(name)));
  expect(proofs.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
});

const mutate = (path: string, from: string, to: string): Artefact => {
  const artefact = mermaidArtefacts(design).find((candidate) => candidate.path === path)!;
  expect(artefact.content).toContain(from);
  return { ...artefact, content: artefact.content.replace(from, to) };
};

test.each([
  ['an unclosed label', mutate('diagrams/containers.mmd', '"records<br/>', 'records "<br/>')],
  ['an unclosed frame', mutate('diagrams/containers.mmd', '\n  end', '')],
  ['a message without an arrow', mutate('diagrams/sequence-view-offers.mmd', 'n_edge->>n_api', 'n_edge n_api')],
  ['an unknown cardinality', mutate('diagrams/entity-relationship.mmd', '||--o{', '||--x{')],
])('%s is rejected with its line', async (_, artefact) => {
  const [found] = await prove([artefact]);
  expect(found).toMatchObject({ outcome: 'rejected', line: expect.any(Number) as number });
});

test('a missing bundle that cannot be built is not a pass', async () => {
  const [found] = await proveMermaid(mermaidArtefacts(design), design, { mermaidBundle: '/dev/null/parser.cjs' });
  expect(found).toMatchObject({ outcome: 'not-run', log: expect.stringContaining('could not be loaded') as string });
});
