import { NOTHING, type ReleaseCommands } from './types.ts';

/** Release commands of this platform. */
export const kubernetes: ReleaseCommands = {
  tools: ['kubectl', 'jq'],
  variables: [],
  steps: [100],
  migrate: [
    'local job',
    'job=$(kubectl --namespace "$SYSTEM" get "deployment/$1" --output json |',
    `  jq --arg image "$image" '{apiVersion: "batch/v1", kind: "Job", metadata: {generateName: "migrate-", namespace: .metadata.namespace}, spec: {backoffLimit: 0, ttlSecondsAfterFinished: 86400, template: {metadata: {labels: {"app.kubernetes.io/name": "migrate"}}, spec: (.spec.template.spec | .restartPolicy = "Never" | .containers[0] |= (del(.command, .readinessProbe, .livenessProbe, .startupProbe, .lifecycle) | .image = $image | .args = ["migrate"]))}}}' |`,
    '  kubectl create --filename - --output name)',
    'kubectl --namespace "$SYSTEM" wait --for condition=complete --timeout 30m "$job"',
  ],
  current: ['kubectl --namespace "$SYSTEM" get "deployment/$1" --output "jsonpath={.spec.template.spec.containers[0].image}"'],
  prepare: [
    'kubectl --namespace "$SYSTEM" set image "deployment/$1" "$1=$image"',
    'kubectl --namespace "$SYSTEM" rollout status "deployment/$1" --timeout 10m',
  ],
  shift: NOTHING,
  restore: [
    'kubectl --namespace "$SYSTEM" set image "deployment/$1" "$1=$2"',
    'kubectl --namespace "$SYSTEM" rollout status "deployment/$1" --timeout 10m',
  ],
  note: 'Pods are replaced within the surge and unavailability limits; readiness holds the next one back.',
};
