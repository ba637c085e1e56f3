import type { Artefact, Design } from '@archwright/model';
import { yamlFile } from '../../operate/files.ts';
import type { Delivery } from '../platform.ts';
import { gateAlerts } from '../release/script.ts';
import type { Unit } from '../unit.ts';

const PROMETHEUS = 'http://prometheus.observability.svc:9090';
const ENVIRONMENTS = ['staging', 'production'] as const;

/** Counts the alerts that stop a release; 0 is the only good answer. */
const gateQuery = (design: Design): string =>
  `count(ALERTS{alertstate="firing",alertname=~"${gateAlerts(design).join('|')}"}) or vector(0)`;

/** What the cluster needs to judge a canary. */
export const judges = (design: Design, system: string, delivery: Delivery, units: readonly Unit[]): readonly unknown[] => {
  if (delivery.gitops === 'argocd') return [analysisTemplate(design, system)];
  if (delivery.gitops === 'flux')
    return [metricTemplate(design, system), ...units.filter((unit) => unit.public).map((unit) => flaggerCanary(unit, system))];
  return [];
};

const analysisTemplate = (design: Design, system: string) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisTemplate',
  metadata: { name: `${system}-objectives`, namespace: system },
  spec: {
    metrics: [
      {
        name: 'gate',
        interval: '1m',
        failureLimit: 0,
        consecutiveErrorLimit: 2,
        successCondition: 'result[0] == 0',
        provider: { prometheus: { address: PROMETHEUS, query: gateQuery(design) } },
      },
    ],
  },
});

const metricTemplate = (design: Design, system: string) => ({
  apiVersion: 'flagger.app/v1beta1',
  kind: 'MetricTemplate',
  metadata: { name: `${system}-objectives`, namespace: system },
  spec: { provider: { type: 'prometheus', address: PROMETHEUS }, query: gateQuery(design) },
});

const flaggerCanary = (unit: Unit, system: string) => ({
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  metadata: { name: unit.name, namespace: system },
  spec: {
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: unit.name },
    autoscalerRef: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: unit.name },
    service: { port: 80, targetPort: 'http', gatewayRefs: [{ name: 'public', namespace: 'gateway' }] },
    analysis: {
      interval: '1m',
      threshold: 1,
      maxWeight: 50,
      stepWeight: 10,
      metrics: [
        {
          name: 'objectives',
          interval: '1m',
          thresholdRange: { max: 0 },
          templateRef: { name: `${system}-objectives`, namespace: system },
        },
      ],
    },
  },
});

/** The repository as the tool's own source: one object an environment. */
export function deliveryFiles(system: string, { gitops }: Delivery): readonly Artefact[] {
  const note = 'Replace the address of the repository. Applied once, by hand, when the environment is created.';
  const repository = `https://git.invalid/${system}.git`;
  if (gitops === 'argocd')
    return ENVIRONMENTS.map((name) =>
      yamlFile(`deploy/argocd/${name}.yaml`, `Argo CD application, ${name}`, application(system, name, repository), note),
    );
  if (gitops === 'flux')
    return ENVIRONMENTS.map((name) =>
      yamlFile(
        `deploy/flux/${name}.yaml`,
        `Flux source and kustomization, ${name}`,
        kustomization(system, name, repository),
        note,
      ),
    );
  return [];
}

const application = (system: string, environment: string, repoURL: string) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: {
    name: environment === 'production' ? system : `${system}-${environment}`,
    namespace: 'argocd',
    finalizers: ['resources-finalizer.argocd.argoproj.io'],
  },
  spec: {
    project: system,
    source: { repoURL, targetRevision: 'main', path: `deploy/kubernetes/overlays/${environment}` },
    destination: { name: environment, namespace: system },
    syncPolicy: {
      automated: { prune: true, selfHeal: true },
      syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true'],
      retry: { limit: 3, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
    },
  },
});

const kustomization = (system: string, environment: string, url: string): readonly unknown[] => {
  const metadata = { name: system, namespace: 'flux-system' };
  return [
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata,
      spec: { interval: '1m', url, ref: { branch: 'main' }, secretRef: { name: 'repository' } },
    },
    {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata,
      spec: {
        interval: '10m',
        timeout: '10m',
        path: `./deploy/kubernetes/overlays/${environment}`,
        prune: true,
        wait: true,
        sourceRef: { kind: 'GitRepository', name: system },
      },
    },
  ];
};
