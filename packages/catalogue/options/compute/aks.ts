import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azureAks } from '../../prices/azure-aks.ts';
import { azureNetwork } from '../../prices/azure-network.ts';
import { azureVirtualMachines } from '../../prices/azure-virtual-machines.ts';
import { kubernetesCluster } from '../../sizing/kubernetes.ts';

export default defineOption({
  id: 'aks', decision: 'compute', name: 'Kubernetes on Azure AKS, several zones',
  summary: 'managed control plane with its uptime tier, node pools over zones',
  technologies: ['kubernetes', 'aks'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:azure', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'platform:kubernetes', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...kubernetesCluster.parameters, controlPlane: azureAks.controlPlane, node: azureVirtualMachines.d2psV6, balancerRule: azureNetwork.balancerRule, balancerData: azureNetwork.balancerData, natGateway: azureNetwork.natGateway,
    vcpuPerNode: fact('vCPU of D2ps v6', 2, 'count', azureVirtualMachines.d2psV6.source!),
    diskOfNode: assumption('disk of one node', interval(3, 5, 10), 'USD/month', 'a premium disk of 32 GB'),
    sla: fact('AKS with zones monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
  },
  exports: { computeIdle: '1' },
  figures: [...kubernetesCluster.figures, { id: 'nodes', label: 'nodes on average', unit: 'count', formula: 'max(2, ceil(nodeVcpu / vcpuPerNode))' }],
  costs: [
    { id: 'control', label: 'control plane', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * controlPlane' },
    { id: 'nodeRent', label: 'nodes with their disks', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * (node + diskOfNode)' },
    { id: 'balancer', label: 'load balancer and NAT', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * (balancerRule + natGateway + (ingressBytes + egressBytes) * secondsPerMonth * balancerData)' },
  ],
  limits: [...kubernetesCluster.limits],
  recovery: processes.severalZones,
  station: kubernetesCluster.station, latency: kubernetesCluster.latency, availability: '1 - pow(1 - sla, regionCopies)', build: kubernetesCluster.build, run: kubernetesCluster.run,
  parts: 4,
  gains: 'Kubernetes with the directory, policies and monitoring of a Microsoft house',
  gives: 'a platform to look after before the first service runs',
  rollback: 'roll a deployment back by its revision; manifests move to another cluster',
});
