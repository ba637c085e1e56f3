import { syntaxFault } from '../documents/located-yaml.ts';
import { judged, type Finding } from '../findings.ts';
import { optionalPackage } from '../optional-tool.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';
import { crossChecks } from './cross-checks.ts';
import { isManifestFile, manifestsOf } from './manifest.ts';

const CLAIM =
  'the API schema of each object accepts it with no unknown key; objects, settings and files resolve; pods meet the restricted standard (not applied: there is no cluster)';
const INSTALL =
  'kubernetes-models@4.5.1 @kubernetes-models/argo-cd@2.7.2 @kubernetes-models/argo-rollouts@0.3.2 @kubernetes-models/flux-cd@2.3.4 @kubernetes-models/gateway-api@0.5.1';

/** Kubernetes, Argo CD, Flux and Kustomize files: each object by its schema, then all of them together. */
export const proveKubernetes: Prover = async (artefacts) => {
  const files = artefacts.filter(isManifestFile);
  if (files.length === 0) return [];
  const by = { tool: 'kubernetes-models', version: packageVersion('kubernetes-models') };
  const loaded = await optionalPackage(INSTALL, async () => {
    const { ObjectModels } = await import('./schemas.ts');
    return new ObjectModels();
  });
  if ('reason' in loaded) return notRun(by, CLAIM, files, loaded.reason);
  const manifests = manifestsOf(files);
  const schema = manifests.map((manifest) => {
    try {
      return { path: manifest.file.path, findings: loaded.module.check(manifest) };
    } catch (error) {
      return { path: manifest.file.path, findings: [{ message: messageOf(error) }] };
    }
  });
  const faulty = schema.some(({ findings }) => findings.length > 0);
  // The checks between objects read what the schemas promise to be there.
  const between = faulty ? [] : crossChecks(manifests, artefacts);
  return files.map((file) => {
    const mine = manifests.filter((manifest) => manifest.file.path === file.path);
    if (mine.length === 0) return judged(by, CLAIM, file, [syntaxFault(file.content)], '');
    const findings: Finding[] = [
      ...schema.filter(({ path }) => path === file.path).flatMap((one) => one.findings),
      ...between.filter(({ path }) => path === file.path).map(({ finding }) => finding),
    ];
    return judged(by, CLAIM, file, findings, `${mine.length} ${mine.length === 1 ? 'object' : 'objects'}`);
  });
};
