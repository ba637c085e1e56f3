import type { Design } from '@archwright/model';
import { healthPort, neighboursOf, secretsOf } from '../environment.ts';
import { localStores } from '../local-store.ts';
import type { Delivery } from '../platform.ts';
import { routesOf } from '../routes.ts';
import { type Unit, unitsOf } from '../unit.ts';
import { labelsOf, secretNameOf } from './workload.ts';

/** What stands beside a workload: identity, service, scaling, disruption, network, secrets. */
export function companions(unit: Unit, system: string, design: Design, delivery: Delivery): readonly unknown[] {
  const meta = { name: unit.name, namespace: system, labels: labelsOf(unit, system) };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta, automountServiceAccountToken: false },
    ...(unit.public ? [service(unit, meta), route(unit, meta, prefixesOf(unit, design))] : []),
    autoscaler(unit, meta, delivery),
    // With a single replica a budget would block every drain of a node.
    ...(unit.scale.min > 1
      ? [
          {
            apiVersion: 'policy/v1',
            kind: 'PodDisruptionBudget',
            metadata: meta,
            spec: { maxUnavailable: 1, selector: { matchLabels: meta.labels } },
          },
        ]
      : []),
    networkPolicy(unit, meta, design),
    ...(secretsOf(unit.unit, design).length > 0 ? [externalSecret(unit, system, design)] : []),
  ];
}

const prefixesOf = (unit: Unit, design: Design): readonly string[] => {
  const units = unitsOf(design);
  const first = units.find((one) => one.public)?.name === unit.name;
  return first ? [] : (routesOf(units, design).get(unit.name) ?? []);
};

interface Meta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

const service = (unit: Unit, meta: Meta) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: meta,
  spec: { selector: meta.labels, ports: [{ name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' }] },
});

/** The first unit takes what no prefix matches. */
const route = (unit: Unit, meta: Meta, prefixes: readonly string[]) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: meta,
  spec: {
    parentRefs: [{ name: 'public', namespace: 'gateway' }],
    rules: [
      {
        ...(prefixes.length > 0 && { matches: prefixes.map((value) => ({ path: { type: 'PathPrefix', value } })) }),
        backendRefs: [{ name: unit.name, port: 80 }],
      },
    ],
  },
});

const autoscaler = (unit: Unit, meta: Meta, delivery: Delivery) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: meta,
  spec: {
    scaleTargetRef:
      delivery.gitops === 'argocd'
        ? { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: unit.name }
        : { apiVersion: 'apps/v1', kind: 'Deployment', name: unit.name },
    minReplicas: unit.scale.min,
    maxReplicas: unit.scale.max,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: Math.round(unit.scale.target * 100) } },
      },
    ],
    behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
  },
});

/** In: the gateway, for a public unit. Out: names, telemetry, the ports of its stores, HTTPS. */
export function networkPolicy(unit: Unit, meta: Meta, design: Design) {
  const near = new Set(neighboursOf(unit.unit, design).map(({ id }) => id));
  const ports = [
    ...new Set([443, ...localStores(design).flatMap(({ component, local }) => (near.has(component.id) ? [local.port] : []))]),
  ];
  const space = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: meta,
    spec: {
      podSelector: { matchLabels: meta.labels },
      policyTypes: ['Ingress', 'Egress'],
      ingress: unit.public ? [{ from: [space('gateway')], ports: [{ protocol: 'TCP', port: healthPort(unit.unit) }] }] : [],
      egress: [
        {
          to: [space('kube-system')],
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
        { to: [space('observability')], ports: [{ protocol: 'TCP', port: 4_318 }] },
        // Everywhere but the node's own metadata, on the ports of the stores and HTTPS only.
        {
          to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'] } }],
          ports: ports.map((port) => ({ protocol: 'TCP', port })),
        },
      ],
    },
  };
}

const externalSecret = (unit: Unit, system: string, design: Design) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name: secretNameOf(unit), namespace: system, labels: labelsOf(unit, system) },
  spec: {
    refreshInterval: '1h',
    secretStoreRef: { kind: 'ClusterSecretStore', name: system },
    target: { name: secretNameOf(unit), creationPolicy: 'Owner' },
    data: secretsOf(unit.unit, design).map(({ name }) => ({ secretKey: name, remoteRef: { key: `${system}/${name}` } })),
  },
});
