import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsEc2 } from '../../prices/aws-ec2.ts';
import { awsEks } from '../../prices/aws-eks.ts';
import { awsNetwork } from '../../prices/aws-network.ts';
import { loadBalancerCosts, loadBalancerFigures, loadBalancerParameters } from '../../sizing/aws-load-balancer.ts';
import { kubernetesCluster } from '../../sizing/kubernetes.ts';

export default defineOption({
  id: 'eks', decision: 'compute', name: 'Kubernetes on Amazon EKS, two zones',
  summary: 'managed control plane; nodes in two zones that a node autoscaler adds and removes',
  technologies: ['kubernetes', 'eks'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:aws', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'platform:kubernetes', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...kubernetesCluster.parameters, ...loadBalancerParameters,
    controlPlane: awsEks.controlPlane, node: awsEc2.m7gLarge, natGateway: awsNetwork.natGateway, disk: awsEc2.disk,
    vcpuPerNode: fact('vCPU of m7g.large', 2, 'count', { title: 'EC2 instance types', asOf: '2026-07-20', confidence: 'A' }),
    diskBytes: assumption('disk of one node', interval(20e9, 40e9, 80e9), 'B', 'system, images and logs'),
    sla: fact('EC2 monthly uptime commitment over two zones', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
  },
  exports: { computeIdle: '1' },
  figures: [...kubernetesCluster.figures, ...loadBalancerFigures, { id: 'nodes', label: 'nodes on average', unit: 'count', formula: 'max(2, ceil(nodeVcpu / vcpuPerNode))' }],
  costs: [
    { id: 'control', label: 'control plane', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * controlPlane' },
    { id: 'nodeRent', label: 'nodes with their disks', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * nodes * (node + diskBytes * disk)' },
    { id: 'nat', label: 'two NAT gateways', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * 2 * natGateway' },
    ...loadBalancerCosts,
  ],
  limits: [...kubernetesCluster.limits],
  station: kubernetesCluster.station, latency: kubernetesCluster.latency,
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: kubernetesCluster.build, run: kubernetesCluster.run,
  parts: 4,
  gains: 'one portable interface for every workload, policies and delivery for many deployables, and the largest fleets',
  gives: 'a platform to look after before the first service runs: add-ons, three releases a year, permissions in two systems',
  rollback: 'roll a deployment back by its revision; manifests move to another cluster, images to any container platform',
});
