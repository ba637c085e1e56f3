import type { Artefact, Design } from '@archwright/model';
import { yamlFile } from '../../operate/files.ts';
import { allSettings } from '../environment.ts';
import { deliveryOf } from '../platform.ts';
import { systemName, type Unit, unitsOf } from '../unit.ts';
import { companions } from './companions.ts';
import { deliveryFiles, judges } from './delivery.ts';
import { migrationObjects } from './migration.ts';
import { workload } from './workload.ts';

/** Manifests in `deploy/kubernetes/`: a base with a file for each unit, and an overlay for each environment. */
export function kubernetesArtefacts(design: Design): readonly Artefact[] {
  const system = systemName(design);
  const delivery = deliveryOf(design);
  const units = unitsOf(design);
  const judging = judges(design, system, delivery, units);
  const migrating = migrationObjects(system, design, delivery);
  const base = [
    yamlFile('deploy/kubernetes/base/namespace.yaml', 'Namespace and its default: nothing may talk', [
      namespace(system),
      denyAll(system),
    ]),
    ...units.map((unit) =>
      yamlFile(`deploy/kubernetes/base/unit-${unit.name}.yaml`, `Kubernetes objects of ${unit.name}`, [
        workload(unit, system, design, delivery),
        ...companions(unit, system, design, delivery),
      ]),
    ),
    ...(migrating.length > 0
      ? [yamlFile('deploy/kubernetes/base/migrate.yaml', 'Expand migrations before a release', migrating)]
      : []),
    ...(judging.length > 0 ? [yamlFile('deploy/kubernetes/base/canary.yaml', 'What judges a canary', judging)] : []),
  ];
  const files = base.map(({ path }) => path.split('/').at(-1)!);
  return [
    ...base,
    yamlFile('deploy/kubernetes/base/kustomization.yaml', 'Kustomize base', {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: files,
    }),
    ...(['staging', 'production'] as const).map((name) => overlay(name, system, units, design)),
    ...deliveryFiles(system, delivery),
  ];
}

const namespace = (system: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: system,
    labels: { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' },
  },
});

const denyAll = (system: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny-all', namespace: system },
  spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
});

/** One replica of everything is enough to try a release; production keeps what the design computed. */
function overlay(environment: 'staging' | 'production', system: string, units: readonly Unit[], design: Design): Artefact {
  const literals = allSettings(design)
    .filter(({ secret, component }) => !secret && component !== undefined)
    .map(({ name }) => `${name}=`);
  const small = units.map((unit) => ({
    target: { kind: 'HorizontalPodAutoscaler', name: unit.name },
    patch: `- op: replace\n  path: /spec/minReplicas\n  value: 1\n- op: replace\n  path: /spec/maxReplicas\n  value: ${Math.max(1, unit.scale.min)}\n`,
  }));
  const document = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: system,
    resources: ['../../base'],
    // The pipeline writes the digest it signed here.
    images: [{ name: 'image', newName: units[0]?.unit.image ?? 'image', newTag: 'unreleased' }],
    ...(literals.length > 0 && {
      generatorOptions: { disableNameSuffixHash: true },
      configMapGenerator: [{ name: 'settings', literals }],
    }),
    ...(environment === 'staging' && { patches: small }),
  };
  const note =
    literals.length > 0
      ? 'Fill in the settings of this environment; the digest is written by the pipeline.'
      : 'The digest is written by the pipeline.';
  return yamlFile(
    `deploy/kubernetes/overlays/${environment}/kustomization.yaml`,
    `Kustomize overlay, ${environment}`,
    document,
    note,
  );
}
