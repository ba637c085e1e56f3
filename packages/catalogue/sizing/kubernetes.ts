import { assumption, type Fact, interval } from '@archwright/kernel';
import type { FormulaLine, LimitLine } from '@archwright/model';
import { containerWork, containerWorkParameters, processStation } from './container-work.ts';

const parameters: Readonly<Record<string, Fact>> = {
  ...containerWorkParameters,
  packing: assumption('share of a node that workloads fill', interval(0.6, 0.75, 0.9), 'ratio', 'system pods, daemon sets and gaps take the rest'),
  smallest: assumption('vCPU reserved for one idle pod', interval(0.1, 0.2, 0.5), 'count', 'two pods of each deployable are always there'),
  systemVcpu: assumption('vCPU of cluster add-ons', interval(0.5, 1, 2), 'count', 'ingress, DNS, metrics, certificates, policy'),
  nodeLimit: assumption('nodes one cluster is planned for', interval(1_000, 5_000, 5_000), 'count', 'the project tests clusters of up to 5,000 nodes; recalled, not re-read'),
  setupHours: assumption('set-up: cluster, ingress, certificates, policies, upgrades rehearsed', interval(50, 90, 160), 'h', 'the add-ons decide the effort, not the cluster itself'),
  clusterCare: assumption('care of the cluster a month', interval(12, 20, 40), 'h/month', 'three releases a year, add-ons, nodes, permissions'),
  deployableCare: assumption('care of one deployable a month', interval(0.5, 0.8, 2), 'h/month', 'the platform makes the next service cheap'),
};

const figures: readonly FormulaLine[] = [
  ...containerWork,
  { id: 'nodeVcpu', label: 'vCPU of nodes on average', unit: 'count', formula: 'max(rentedVcpu, 2 * deployables * smallest) / packing + systemVcpu' },
  { id: 'nodeVcpuPeak', label: 'vCPU of nodes at peak', unit: 'count', formula: 'max(peakVcpu, 2 * deployables * smallest) / packing + systemVcpu' },
  { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(2 * deployables * smallest, peakVcpu)' },
];

const limits: readonly LimitLine[] = [
  { id: 'clusterSize', label: 'nodes of one cluster (16 vCPU each)', unit: 'count', demand: 'ceil(nodeVcpuPeak / 16)', limit: 'nodeLimit', why: 'one control plane carries no more; larger fleets are cut into cells' },
];

/** What Kubernetes options have in common; the option adds control plane, node and load balancer prices. */
export const kubernetesCluster = {
  parameters, figures, limits, station: processStation,
  latency: { p50: 'cpuPerRequest * cpuFactor + 0.002 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.006 * oneSecond' },
  build: { formula: 'setupHours', reason: 'cluster, add-ons, policies and a rehearsed upgrade' },
  run: { formula: 'clusterCare + deployables * deployableCare', reason: 'cluster releases, add-ons and nodes; little for each further deployable' },
} as const;
