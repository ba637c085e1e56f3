import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Proof } from '@archwright/model';
import { expect, test } from 'vitest';
import type { Prover } from '../proof.ts';

/** One thing that is wrong, and the line that must be named: that of the wrong text, unless another is given. */
export type Mutation = [name: string, path: string, from: string, to: string, line?: string];
export const rejected = (proofs: readonly Proof[]): readonly Proof[] => proofs.filter(({ outcome }) => outcome === 'rejected');

/** The files are accepted as they are, and each fault is found in its file at its line. */
export function mutations(prove: Prover, artefacts: readonly Artefact[], rows: readonly Mutation[]): void {
  const design = sampleDesign();
  test('the generated files are accepted', async () => {
    const proofs = await prove(artefacts, design, {});
    expect(proofs.length).toBeGreaterThan(0);
    expect(rejected(proofs)).toEqual([]);
  });
  test.each<Mutation>(rows)('%s', async (...[, path, from, to, line]) => {
    const original = artefacts.find((artefact) => artefact.path === path)!.content;
    expect(original).toContain(from);
    const content = original.replace(from, () => to);
    const changed = artefacts.map((artefact) => (artefact.path === path ? { ...artefact, content } : artefact));
    const [found] = rejected(await prove(changed, design, {}));
    const at = content.indexOf(line ?? to);
    expect(at).toBeGreaterThanOrEqual(0);
    expect([found?.artefact, found?.line], found?.log ?? '').toEqual([path, content.slice(0, at).split('\n').length]);
  });
}
