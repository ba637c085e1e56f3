import type { Technology } from '@archwright/model';
import { shippedSnapshot } from '../snapshot.ts';
import { subjectOf } from '../subject.ts';
import type { Knowledge } from './fixture-world.ts';

/** A newer patch than the shipped snapshot knows, so an answer shows which of them it came from. */
const nextPatch = (version: string): string => version.replace(/(\d+)(?=\D*$)/, (digits) => String(Number(digits) + 1));

/** Knowledge in which every technology of a catalogue is known to every service that could know it. */
export function wholeWorld(
  technologies: readonly Technology[],
): Pick<Knowledge, 'npm' | 'pypi' | 'go' | 'maven' | 'images' | 'github' | 'products' | 'libraries'> {
  const world: Pick<Knowledge, 'npm' | 'pypi' | 'go' | 'maven' | 'images' | 'github' | 'products' | 'libraries'> = {
    npm: { request: { latest: '2.88.2', versions: { '2.88.2': { deprecated: 'request has been deprecated' } } } },
    pypi: {},
    go: {},
    maven: {},
    images: {},
    github: {},
    products: {},
    libraries: [],
  };
  for (const technology of technologies) {
    const { packages, lines, image, github, documents, name } = subjectOf(technology);
    for (const { ecosystem, name: package_ } of packages) {
      const version = nextPatch(shippedSnapshot.npm[package_]?.version ?? '1.2.3');
      if (ecosystem === 'npm') world.npm[package_] = { latest: version, versions: { [version]: {} } };
      if (ecosystem === 'pypi') world.pypi[package_] = { version: '2.3.4' };
      if (ecosystem === 'go') world.go[package_] = { version: 'v1.4.5' };
      if (ecosystem === 'maven') world.maven[package_] = { versions: ['3.4.0', '3.5.0', '3.6.0-M1'] };
    }
    const cycles = lines === undefined ? [] : (shippedSnapshot.cycles[lines.product]?.cycles ?? []);
    const current = cycles.map((cycle) => ({ ...cycle, latest: cycle.latest && nextPatch(cycle.latest) }));
    if (lines !== undefined && current.length > 0) world.products[lines.product] = current;
    if (image !== undefined)
      world.images[image] = current.length > 0 ? current.flatMap(({ latest }) => latest ?? []) : ['4.5.5', '4.5.6', 'latest'];
    if (github !== undefined)
      world.github[github] = { tag: `v${current[0]?.latest ?? '4.5.6'}`, published: '2026-11-20T00:00:00Z' };
    world.libraries.push({ id: documents[0] ?? `/websites/${technology.id.replaceAll('-', '_')}`, title: name });
  }
  return world;
}
