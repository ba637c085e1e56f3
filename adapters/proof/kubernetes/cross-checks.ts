import type { Artefact } from '@archwright/model';
import type { Finding } from '../findings.ts';
import { fault, type KubernetesObject, type Manifest } from './manifest.ts';

/** A finding of one manifest, and the file it belongs to. */
export interface Placed {
  readonly path: string;
  readonly finding: Finding;
}

const isWorkload = ({ object }: Manifest): boolean =>
  ['Deployment', 'Rollout', 'StatefulSet', 'DaemonSet'].includes(object.kind ?? '');
const labelsOfPods = ({ spec }: KubernetesObject): Readonly<Record<string, string>> => spec?.template?.metadata?.labels ?? {};
const covers = (wanted: Readonly<Record<string, string>> | undefined, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);

/** What objects refer to in one another, and what no pod may lack. The schema has accepted each by itself. */
export function crossChecks(manifests: readonly Manifest[], artefacts: readonly Artefact[]): readonly Placed[] {
  const checks = [selectors, targets, pods, settings, routes, judges, isolation, kustomize(artefacts), sources(artefacts)];
  return checks.flatMap((check) =>
    manifests.flatMap((one) => check(one, manifests).map((finding) => ({ path: one.file.path, finding }))),
  );
}

type Check = (manifest: Manifest, all: readonly Manifest[]) => readonly Finding[];
const unless = (condition: boolean, finding: () => Finding): readonly Finding[] => (condition ? [] : [finding()]);
const exists = (all: readonly Manifest[], kind: string, name: unknown): boolean =>
  all.some(({ object }) => object.kind === kind && object.metadata?.name === name);

/** Services, disruption budgets and network policies select pods that exist. */
const selectors: Check = (manifest, all) => {
  const { kind, spec } = manifest.object;
  const wanted =
    kind === 'Service'
      ? spec.selector
      : kind === 'PodDisruptionBudget'
        ? spec.selector?.matchLabels
        : kind === 'NetworkPolicy'
          ? spec.podSelector?.matchLabels
          : undefined;
  if (wanted === undefined) return [];
  const makers = all.filter((one) => isWorkload(one) || one.object.kind === 'Job');
  const found = makers.filter(({ object }) => covers(wanted, labelsOfPods(object)));
  const path =
    kind === 'Service' ? ['spec', 'selector'] : kind === 'NetworkPolicy' ? ['spec', 'podSelector'] : ['spec', 'selector'];
  // A release script makes the migration job: its policy stands alone.
  if (kind === 'NetworkPolicy' && manifest.object.metadata?.name === 'migrate' && found.length === 0) return [];
  return [
    ...unless(found.length > 0, () => fault(manifest, path, 'it selects no pod')),
    ...(kind === 'Service'
      ? ((spec.ports ?? []) as readonly { readonly targetPort?: unknown }[]).flatMap(({ targetPort }, index) =>
          unless(
            found.every(({ object }) => hasPort(object, targetPort)),
            () => fault(manifest, ['spec', 'ports', index, 'targetPort'], `no container has a port ${String(targetPort)}`),
          ),
        )
      : []),
  ];
};

const containersOf = (object: KubernetesObject): readonly Container[] => object.spec?.template?.spec?.containers ?? [];
interface Container {
  readonly name: string;
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
  readonly env?: readonly {
    readonly valueFrom?: { readonly configMapKeyRef?: { readonly name: string; readonly key: string } };
  }[];
  readonly envFrom?: readonly { readonly secretRef?: { readonly name: string } }[];
  readonly startupProbe?: unknown;
  readonly readinessProbe?: unknown;
  readonly livenessProbe?: unknown;
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
  readonly securityContext?: {
    readonly allowPrivilegeEscalation?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly privileged?: boolean;
    readonly capabilities?: { readonly drop?: readonly string[] };
  };
  readonly volumeMounts?: readonly { readonly name: string }[];
}
const hasPort = (object: KubernetesObject, port: unknown): boolean =>
  containersOf(object).some(({ ports = [] }) => ports.some(({ name, containerPort }) => name === port || containerPort === port));

/** Autoscalers and canaries act on workloads that exist, of the kind they name. */
const targets: Check = (manifest, all) => {
  const { kind, spec } = manifest.object;
  const named = kind === 'HorizontalPodAutoscaler' ? ['scaleTargetRef'] : kind === 'Canary' ? ['targetRef', 'autoscalerRef'] : [];
  return named.flatMap((key) => {
    const target = spec[key] as { readonly kind: string; readonly name: string } | undefined;
    return target === undefined
      ? []
      : unless(exists(all, target.kind, target.name), () =>
          fault(manifest, ['spec', key], `there is no ${target.kind} ${target.name}`),
        );
  });
};

/** The restricted Pod Security Standard, probes, requests and a limit of memory. */
const pods: Check = (manifest, all) => {
  const { object } = manifest;
  if (!isWorkload(manifest) && object.kind !== 'Job') return [];
  const pod = object.spec.template.spec;
  const at = ['spec', 'template', 'spec'];
  const say = (path: readonly (string | number)[], message: string) => () => fault(manifest, [...at, ...path], message);
  return [
    ...unless(pod.securityContext?.runAsNonRoot === true, say(['securityContext'], 'runAsNonRoot is not set')),
    ...unless(pod.securityContext?.seccompProfile?.type === 'RuntimeDefault', say(['securityContext'], 'no seccomp profile')),
    ...unless(pod.automountServiceAccountToken === false, say([], 'the token of the service account is mounted')),
    ...unless(
      exists(all, 'ServiceAccount', pod.serviceAccountName),
      say(['serviceAccountName'], `there is no ServiceAccount ${String(pod.serviceAccountName)}`),
    ),
    ...unless(!pod.hostNetwork && !pod.hostPID && !pod.hostIPC, say([], 'it shares namespaces of the node')),
    ...containersOf(object).flatMap((container, index) =>
      containerFaults(container, pod.volumes ?? [], isWorkload(manifest), (path, message) =>
        fault(manifest, [...at, 'containers', index, ...path], message),
      ),
    ),
  ];
};

function containerFaults(
  { securityContext, resources, volumeMounts = [], ...container }: Container,
  volumes: readonly { readonly name: string }[],
  serves: boolean,
  say: (path: readonly string[], message: string) => Finding,
): readonly Finding[] {
  const names = new Set(volumes.map(({ name }) => name));
  const context = securityContext ?? {};
  return [
    ...unless(context.allowPrivilegeEscalation === false, () => say(['securityContext'], 'privileges may grow')),
    ...unless(context.readOnlyRootFilesystem === true, () => say(['securityContext'], 'its file system can be written')),
    ...unless(context.capabilities?.drop?.includes('ALL') === true, () => say(['securityContext'], 'it keeps capabilities')),
    ...unless(context.privileged !== true, () => say(['securityContext'], 'it is privileged')),
    ...unless(resources?.requests?.['cpu'] !== undefined && resources.requests['memory'] !== undefined, () =>
      say(['resources'], 'no request of CPU and memory'),
    ),
    ...unless(resources?.limits?.['memory'] !== undefined, () => say(['resources'], 'no limit of memory')),
    ...(serves
      ? (['startupProbe', 'readinessProbe', 'livenessProbe'] as const).flatMap((probe) =>
          unless(container[probe] !== undefined, () => say([], `no ${probe}`)),
        )
      : []),
    ...volumeMounts.flatMap(({ name }) => unless(names.has(name), () => say(['volumeMounts'], `there is no volume ${name}`))),
  ];
}

/** Every secret and setting that a container reads is made by an ExternalSecret or by each overlay. */
const settings: Check = (manifest, all) => {
  const { object } = manifest;
  const secrets = new Set(
    all.filter((one) => one.object.kind === 'ExternalSecret').map((one) => one.object.spec.target.name as string),
  );
  const overlays = all.filter((one) => one.object.kind === 'Kustomization' && one.file.path.includes('/overlays/'));
  const isMade = (name: string, key: string): boolean =>
    overlays.every(({ object: overlay }) =>
      (
        (overlay as { readonly configMapGenerator?: readonly { readonly name: string; readonly literals?: readonly string[] }[] })
          .configMapGenerator ?? []
      ).some((map) => map.name === name && (map.literals ?? []).some((literal) => literal.startsWith(`${key}=`))),
    );
  const at = ['spec', 'template', 'spec', 'containers'];
  return containersOf(object).flatMap(({ env = [], envFrom = [] }, index) => [
    ...envFrom.flatMap(({ secretRef }, place) =>
      secretRef === undefined
        ? []
        : unless(secrets.has(secretRef.name), () =>
            fault(manifest, [...at, index, 'envFrom', place], `nothing makes the secret ${secretRef.name}`),
          ),
    ),
    ...env.flatMap(({ valueFrom }, place) => {
      const reference = valueFrom?.configMapKeyRef;
      return reference === undefined
        ? []
        : unless(isMade(reference.name, reference.key), () =>
            fault(manifest, [...at, index, 'env', place], `not every overlay sets ${reference.key} in ${reference.name}`),
          );
    }),
  ]);
};

/** Routes lead to services on a port that they have. */
const routes: Check = (manifest, all) => {
  if (manifest.object.kind !== 'HTTPRoute') return [];
  type Rule = { readonly backendRefs?: readonly { readonly name: string; readonly port?: number }[] };
  return (manifest.object.spec.rules as readonly Rule[]).flatMap(({ backendRefs = [] }, rule) =>
    backendRefs.flatMap(({ name, port }, index) => {
      const service = all.find(({ object }) => object.kind === 'Service' && object.metadata?.name === name);
      const ports = (service?.object.spec.ports ?? []) as readonly { readonly port: number }[];
      return unless(
        ports.some((one) => one.port === port),
        () =>
          fault(manifest, ['spec', 'rules', rule, 'backendRefs', index], `there is no Service ${name} with port ${String(port)}`),
      );
    }),
  );
};

/** What judges a canary exists. */
const judges: Check = (manifest, all) => {
  const { kind, spec } = manifest.object;
  if (kind === 'Rollout')
    return ((spec.strategy?.canary?.analysis?.templates ?? []) as readonly { readonly templateName: string }[]).flatMap(
      ({ templateName }, index) =>
        unless(exists(all, 'AnalysisTemplate', templateName), () =>
          fault(
            manifest,
            ['spec', 'strategy', 'canary', 'analysis', 'templates', index],
            `there is no AnalysisTemplate ${templateName}`,
          ),
        ),
    );
  if (kind !== 'Canary') return [];
  return (spec.analysis.metrics as readonly { readonly templateRef?: { readonly name: string } }[]).flatMap(
    ({ templateRef }, index) =>
      templateRef === undefined
        ? []
        : unless(exists(all, 'MetricTemplate', templateRef.name), () =>
            fault(manifest, ['spec', 'analysis', 'metrics', index], `there is no MetricTemplate ${templateRef.name}`),
          ),
  );
};

/** Nothing talks by default, and each workload has a policy that says to whom it does. */
const isolation: Check = (manifest, all) => {
  if (!isWorkload(manifest)) return [];
  const policies = all.filter(({ object }) => object.kind === 'NetworkPolicy');
  const closed = policies.some(
    ({ object }) =>
      Object.keys(object.spec.podSelector ?? {}).length === 0 &&
      (object.spec.policyTypes ?? []).length === 2 &&
      !object.spec.ingress &&
      !object.spec.egress,
  );
  const own = policies.some(
    ({ object }) =>
      object.spec.podSelector?.matchLabels !== undefined &&
      covers(object.spec.podSelector.matchLabels, labelsOfPods(manifest.object)),
  );
  return [
    ...unless(closed, () => fault(manifest, ['metadata'], 'no policy closes the namespace by default')),
    ...unless(own, () => fault(manifest, ['metadata'], 'no network policy selects its pods')),
  ];
};

/** Every resource of a kustomization is a file or folder here, and every manifest of its folder is one of them. */
const kustomize =
  (artefacts: readonly Artefact[]): Check =>
  (manifest) => {
    const { apiVersion = '', kind } = manifest.object;
    if (kind !== 'Kustomization' || !apiVersion.startsWith('kustomize.config.k8s.io/')) return [];
    const folder = manifest.file.path.split('/').slice(0, -1);
    const resources = (manifest.object as { readonly resources?: readonly string[] }).resources ?? [];
    const paths = resources.map((resource) => joined(folder, resource));
    const isThere = (path: string): boolean =>
      artefacts.some((artefact) => artefact.path === path || artefact.path === `${path}/kustomization.yaml`);
    const left = artefacts.filter(
      ({ path }) =>
        path.startsWith(`${folder.join('/')}/`) &&
        path.split('/').length === folder.length + 1 &&
        path !== manifest.file.path &&
        /\.ya?ml$/.test(path) &&
        !paths.includes(path),
    );
    return [
      ...paths.flatMap((path, index) =>
        unless(isThere(path), () => fault(manifest, ['resources', index], `there is no ${path}`)),
      ),
      ...left.map(({ path }) => fault(manifest, ['resources'], `${path} is left out`)),
    ];
  };

function joined(folder: readonly string[], relative: string): string {
  const steps = [...folder];
  for (const step of relative.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** What Argo CD and Flux apply is a kustomization of this design. */
const sources =
  (artefacts: readonly Artefact[]): Check =>
  (manifest) => {
    const { apiVersion = '', kind, spec } = manifest.object;
    const path: unknown =
      kind === 'Application'
        ? spec?.source?.path
        : kind === 'Kustomization' && apiVersion.startsWith('kustomize.toolkit')
          ? spec?.path
          : undefined;
    if (typeof path !== 'string') return [];
    const whole = joined([], path);
    return unless(
      artefacts.some((artefact) => artefact.path === `${whole}/kustomization.yaml`),
      () =>
        fault(
          manifest,
          kind === 'Application' ? ['spec', 'source', 'path'] : ['spec', 'path'],
          `there is no ${whole}/kustomization.yaml`,
        ),
    );
  };
