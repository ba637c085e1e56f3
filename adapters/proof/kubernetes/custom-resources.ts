import * as z from 'zod';

/**
 * Custom resources that no installed package describes, as far as they are written here; anything else is an unknown key.
 *
 * @source https://external-secrets.io/latest/api/externalsecret/, https://docs.flagger.app/usage/how-it-works and
 * https://github.com/fluxcd/flagger/blob/main/artifacts/flagger/crd.yaml, https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/,
 * read 2026-11-30
 */
const duration = z.string().regex(/^(?:\d+(?:ms|s|m|h))+$/, 'is no duration');
const name = z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/, 'is no name of an object');
const metadata = z.strictObject({
  name,
  namespace: name.optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});
const custom = <T extends z.ZodType>(apiVersion: string, kind: string, spec: T) =>
  z.strictObject({ apiVersion: z.literal(apiVersion), kind: z.literal(kind), metadata, spec });

const externalSecret = custom(
  'external-secrets.io/v1',
  'ExternalSecret',
  z.strictObject({
    refreshInterval: duration.optional(),
    secretStoreRef: z.strictObject({ kind: z.enum(['SecretStore', 'ClusterSecretStore']), name }),
    target: z.strictObject({ name, creationPolicy: z.enum(['Owner', 'Orphan', 'Merge', 'None']).optional() }),
    data: z
      .array(
        z.strictObject({
          secretKey: z.string().regex(/^[-._a-zA-Z0-9]+$/, 'is no key of a secret'),
          remoteRef: z.strictObject({ key: z.string().min(1), property: z.string().optional(), version: z.string().optional() }),
        }),
      )
      .min(1),
  }),
);

const canary = custom(
  'flagger.app/v1beta1',
  'Canary',
  z.strictObject({
    provider: z.string().optional(),
    targetRef: z.strictObject({ apiVersion: z.string(), kind: z.enum(['Deployment', 'DaemonSet']), name }),
    autoscalerRef: z.strictObject({ apiVersion: z.string(), kind: z.literal('HorizontalPodAutoscaler'), name }).optional(),
    progressDeadlineSeconds: z.int().optional(),
    service: z.strictObject({
      port: z.int(),
      portName: z.string().optional(),
      targetPort: z.union([z.int(), z.string()]).optional(),
      appProtocol: z.string().optional(),
      hosts: z.array(z.string()).optional(),
      match: z.array(z.unknown()).optional(),
      gatewayRefs: z
        .array(z.strictObject({ group: z.string().optional(), kind: z.string().optional(), name, namespace: name.optional() }))
        .optional(),
    }),
    analysis: z.strictObject({
      interval: duration,
      threshold: z.int().min(1),
      maxWeight: z.int().min(1).max(100).optional(),
      stepWeight: z.int().min(1).max(100).optional(),
      stepWeights: z.array(z.int()).optional(),
      iterations: z.int().optional(),
      metrics: z
        .array(
          z.strictObject({
            name: z.string(),
            interval: duration.optional(),
            thresholdRange: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
            templateRef: z.strictObject({ name, namespace: name.optional() }).optional(),
          }),
        )
        .min(1),
    }),
  }),
);

const metricTemplate = custom(
  'flagger.app/v1beta1',
  'MetricTemplate',
  z.strictObject({
    provider: z.strictObject({ type: z.enum(['prometheus']), address: z.url(), secretRef: z.strictObject({ name }).optional() }),
    query: z.string().min(1),
  }),
);

const kustomization = z.strictObject({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal('Kustomization'),
  namespace: name.optional(),
  resources: z.array(z.string()).min(1),
  images: z
    .array(
      z.strictObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.string().optional(),
        digest: z
          .string()
          .regex(/^sha256:[a-f0-9]{64}$/)
          .optional(),
      }),
    )
    .optional(),
  generatorOptions: z.strictObject({ disableNameSuffixHash: z.boolean().optional() }).optional(),
  configMapGenerator: z
    .array(
      z.strictObject({
        name,
        literals: z.array(z.string().regex(/^[^=]+=/, 'is no name=value')).optional(),
        files: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  patches: z
    .array(
      z.strictObject({
        target: z
          .strictObject({
            group: z.string().optional(),
            version: z.string().optional(),
            kind: z.string(),
            name: z.string().optional(),
            labelSelector: z.string().optional(),
          })
          .optional(),
        patch: z.string().optional(),
        path: z.string().optional(),
      }),
    )
    .optional(),
});

export const CUSTOM_RESOURCES: Readonly<Record<string, z.ZodType>> = {
  'external-secrets.io/v1/ExternalSecret': externalSecret,
  'flagger.app/v1beta1/Canary': canary,
  'flagger.app/v1beta1/MetricTemplate': metricTemplate,
  'kustomize.config.k8s.io/v1beta1/Kustomization': kustomization,
};
