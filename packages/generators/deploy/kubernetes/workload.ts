import type { Design } from '@archwright/model';
import { DRAIN_SECONDS, healthPort, LIVE_PATH, READY_PATH, secretsOf, settingsOf } from '../environment.ts';
import type { Delivery } from '../platform.ts';
import type { Unit } from '../unit.ts';

/** Seconds for the load balancer to notice that a pod leaves, before it stops taking connections. */
const LEAVE_SECONDS = 5;
const COLLECTOR = 'http://otel-collector.observability.svc:4318';

export const labelsOf = (unit: Unit, system: string) => ({
  'app.kubernetes.io/name': unit.name,
  'app.kubernetes.io/part-of': system,
});

export const secretNameOf = (unit: Unit): string => `${unit.name}-secrets`;

/** The workload of one unit: a Rollout where Argo Rollouts steps the canary, a Deployment otherwise. */
export function workload(unit: Unit, system: string, design: Design, delivery: Delivery) {
  const labels = labelsOf(unit, system);
  const rollout = delivery.gitops === 'argocd';
  return {
    apiVersion: rollout ? 'argoproj.io/v1alpha1' : 'apps/v1',
    kind: rollout ? 'Rollout' : 'Deployment',
    metadata: { name: unit.name, namespace: system, labels },
    spec: {
      // The autoscaler owns the number of replicas.
      revisionHistoryLimit: 5,
      selector: { matchLabels: labels },
      strategy: rollout
        ? { canary: canary(system) }
        : { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template: { metadata: { labels }, spec: pod(unit, system, design) },
    },
  };
}

const canary = (system: string) => ({
  maxSurge: '25%',
  maxUnavailable: 0,
  // Runs beside every step; a failed run takes the canary back.
  analysis: { templates: [{ templateName: `${system}-objectives` }], startingStep: 1 },
  steps: [
    { setWeight: 10 },
    { pause: { duration: '10m' } },
    { setWeight: 50 },
    { pause: { duration: '10m' } },
    { setWeight: 100 },
  ],
});

/** The pod of one unit: nobody’s user, read-only, spread over zones. */
export const pod = (unit: Unit, system: string, design: Design) => ({
  serviceAccountName: unit.name,
  automountServiceAccountToken: false,
  terminationGracePeriodSeconds: DRAIN_SECONDS + LEAVE_SECONDS + 5,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 65_532,
    runAsGroup: 65_532,
    fsGroup: 65_532,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: labelsOf(unit, system) },
  })),
  containers: [container(unit, design)],
  volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '256Mi' } }],
});

function container(unit: Unit, design: Design) {
  const port = healthPort(unit.unit);
  const probe = (path: string, more: Readonly<Record<string, number>>) => ({
    httpGet: { path, port },
    timeoutSeconds: 3,
    ...more,
  });
  const plain = settingsOf(unit.unit, design).filter(({ secret }) => !secret);
  const cpu = `${Math.round(unit.cpu * 1_000)}m`;
  const memory = `${unit.memory}Mi`;
  return {
    name: unit.name,
    // The tag is never used: the overlay sets the digest that the pipeline signed.
    image: 'image',
    ...(unit.command && { command: unit.command }),
    ...(unit.args && { args: unit.args }),
    ports: [{ name: 'http', containerPort: port }],
    env: plain.map(({ name, value, component }) =>
      name === 'OTEL_EXPORTER_OTLP_ENDPOINT'
        ? { name, value: COLLECTOR }
        : component === undefined
          ? { name, value: value ?? '' }
          : { name, valueFrom: { configMapKeyRef: { name: 'settings', key: name } } },
    ),
    ...(secretsOf(unit.unit, design).length > 0 && { envFrom: [{ secretRef: { name: secretNameOf(unit) } }] }),
    startupProbe: probe(LIVE_PATH, { periodSeconds: 2, failureThreshold: 60 }),
    readinessProbe: probe(READY_PATH, { periodSeconds: 5, failureThreshold: 2 }),
    livenessProbe: probe(LIVE_PATH, { periodSeconds: 10, failureThreshold: 6 }),
    lifecycle: { preStop: { sleep: { seconds: LEAVE_SECONDS } } },
    // No CPU limit: a limit throttles bursts that the request already pays for.
    resources: { requests: { cpu, memory }, limits: { memory } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}
