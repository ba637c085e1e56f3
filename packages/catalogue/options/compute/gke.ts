import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpCompute } from '../../prices/gcp-compute.ts';
import { gcpGke } from '../../prices/gcp-gke.ts';
import { gcpNetwork } from '../../prices/gcp-network.ts';
import { kubernetesCluster } from '../../sizing/kubernetes.ts';

export default defineOption({
  id: 'gke', decision: 'compute', name: 'Kubernetes on Google GKE, several zones',
  summary: 'managed control plane and node pools in several zones',
  technologies: ['kubernetes', 'gke'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:gcp', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'platform:kubernetes', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...kubernetesCluster.parameters, controlPlane: gcpGke.controlPlane, node: gcpCompute.e2Standard2, forwardingRule: gcpNetwork.forwardingRule, processed: gcpNetwork.processed,
    vcpuPerNode: fact('vCPU of e2-standard-2', 2, 'count', gcpCompute.e2Standard2.source!),
    diskOfNode: assumption('disk of one node', interval(3, 5, 10), 'USD/month', '50 GB of balanced disk'),
    sla: fact('GKE regional cluster monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, GCP list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
  },
  exports: { computeIdle: '1' },
  figures: [...kubernetesCluster.figures, { id: 'nodes', label: 'nodes on average', unit: 'count', formula: 'max(2, ceil(nodeVcpu / vcpuPerNode))' }],
  costs: [
    { id: 'control', label: 'control plane', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * controlPlane' },
    { id: 'nodeRent', label: 'nodes with their disks', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * (node + diskOfNode)' },
    { id: 'balancer', label: 'load balancer', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * (forwardingRule + (ingressBytes + egressBytes) * secondsPerMonth * processed)' },
  ],
  limits: [...kubernetesCluster.limits],
  recovery: processes.severalZones,
  station: kubernetesCluster.station, latency: kubernetesCluster.latency, availability: '1 - pow(1 - sla, regionCopies)', build: kubernetesCluster.build, run: kubernetesCluster.run,
  parts: 4,
  gains: 'the most complete managed Kubernetes: upgrades, node repair and a global load balancer included',
  gives: 'a platform to look after before the first service runs',
  rollback: 'roll a deployment back by its revision; manifests move to another cluster',
});
