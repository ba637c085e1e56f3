import type { Design } from '@archwright/model';
import { migratorOf } from '../migration.ts';
import type { Delivery } from '../platform.ts';
import type { Unit } from '../unit.ts';
import { networkPolicy } from './companions.ts';
import { pod } from './workload.ts';

const LABELS = { 'app.kubernetes.io/name': 'migrate' };

/**
 * The job that applies expand migrations before a release. With GitOps it is part of the base and runs when the image changes;
 * otherwise the release script makes it, and only its network policy stands here.
 */
export function migrationObjects(system: string, design: Design, delivery: Delivery): readonly unknown[] {
  const unit = migratorOf(design);
  if (!unit) return [];
  const metadata = { name: 'migrate', namespace: system, labels: { ...LABELS, 'app.kubernetes.io/part-of': system } };
  const closed: Unit = { ...unit, public: false };
  const policy = networkPolicy(closed, metadata, design);
  const isolated = { ...policy, spec: { ...policy.spec, podSelector: { matchLabels: LABELS } } };
  return delivery.gitops === undefined ? [isolated] : [isolated, job(unit, metadata, system, design, delivery.gitops)];
}

/** Annotations that make the tool run the job again for a new image, and before the units where it can. */
const ANNOTATIONS = {
  argocd: {
    'argocd.argoproj.io/hook': 'Sync',
    'argocd.argoproj.io/sync-wave': '-1',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  },
  flux: { 'kustomize.toolkit.fluxcd.io/force': 'enabled' },
} as const;

function job(unit: Unit, metadata: object, system: string, design: Design, gitops: 'argocd' | 'flux') {
  const spec = pod(unit, system, design);
  const {
    startupProbe: _,
    readinessProbe: __,
    livenessProbe: ___,
    lifecycle: ____,
    ports: _____,
    command: ______,
    ...container
  } = spec.containers[0]!;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { ...metadata, annotations: ANNOTATIONS[gitops] },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: 1_800,
      template: {
        metadata: { labels: LABELS },
        spec: {
          ...spec,
          restartPolicy: 'Never',
          topologySpreadConstraints: [],
          containers: [{ ...container, name: 'migrate', args: ['migrate'] }],
        },
      },
    },
  };
}
