import { sourceArtefacts } from '@archwright/generators/index';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { choosing, PLATFORMS } from '@archwright/generators/testing/platforms';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Proof } from '@archwright/model';
import { expect, test } from 'vitest';
import { proveArtefacts } from './index.ts';
import { programPath } from './optional-tool.ts';

const rejected = (proofs: readonly Proof[]): readonly string[] =>
  proofs.flatMap(({ outcome, artefact, line, log }) => (outcome === 'rejected' ? [`${artefact}:${line ?? ''} ${log}`] : []));
/** Diagrams, contracts and PostgreSQL have tests of their own. The rules of alerts are the same on every platform. */
const isDeployed = (path: string): boolean => path.startsWith('deploy/');
const isReferred = (path: string): boolean => /^(?:operate|database)\/.*\.(?:ya?ml|sql|md)$/.test(path);

/** One of each way to describe a platform is enough for names that try to break out. */
const HOSTILE: readonly string[] = [
  'ECS, HCL',
  'Lambda, SST',
  'EKS, Argo CD',
  'own Kubernetes, Flux',
  'GKE, GitLab',
  'Hetzner',
  'Workers',
];
const NAME = '\'"${x}{{y}}`z`<b>\n%{q}\\ $(id) # ';
const ROWS = PLATFORMS.flatMap(([name, picks]) => [
  [name, choosing(picks)] as const,
  ...(HOSTILE.includes(name) ? [[`${name}, hostile names`, choosing(picks, hostileDesign(NAME))] as const] : []),
]);

test.each(ROWS)(
  '%s: no tool refuses a file',
  async (_, design) => {
    const files = sourceArtefacts(design).filter(({ path }) => isDeployed(path) || isReferred(path));
    // Files that others only refer to are there, as text that nobody proves here.
    const known = files.map((file) => (isDeployed(file.path) ? file : { ...file, mediaType: 'text/plain', content: '{}\n' }));
    const proofs = (await proveArtefacts(known, design)).filter(({ artefact }) => isDeployed(artefact));
    expect(rejected(proofs)).toEqual([]);
    expect(proofs.length).toBeGreaterThan(5);
  },
  120_000,
);

test('rules, tests of rules, objectives, dashboard and telemetry of the sample', async () => {
  const files = sourceArtefacts(sampleDesign()).filter(({ path }) => path.startsWith('operate/'));
  const proofs = await proveArtefacts(files, sampleDesign());
  expect(rejected(proofs)).toEqual([]);
  const promtool = proofs.filter(({ tool }) => tool === 'promtool');
  expect(promtool.map(({ outcome }) => outcome)).toEqual(
    programPath('promtool') ? ['accepted', 'accepted'] : ['not-run', 'not-run'],
  );
}, 180_000);

test('an alert whose threshold moved is missed by its own test', async () => {
  if (!programPath('promtool')) return;
  const files = sourceArtefacts(sampleDesign()).filter(({ path }) => path.startsWith('operate/'));
  const changed = files.map((file) =>
    file.path === 'operate/alerts.yaml' ? { ...file, content: file.content.replace(/( > )0\.\d+( and )/, '$10.9$2') } : file,
  );
  const found = (await proveArtefacts(changed, sampleDesign())).filter(({ outcome }) => outcome === 'rejected');
  const tests = files.find(({ path }) => path === 'operate/alerts.test.yaml')!.content.split('\n');
  expect(found).toMatchObject([{ tool: 'promtool', artefact: 'operate/alerts.test.yaml' }]);
  expect(tests[found[0]!.line! - 1]).toContain('AvailabilityBurnFast');
}, 180_000);
