import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsEc2 } from '../../prices/aws-ec2.ts';
import { awsNetwork } from '../../prices/aws-network.ts';
import { loadBalancerCosts, loadBalancerFigures, loadBalancerParameters } from '../../sizing/aws-load-balancer.ts';
import { containerWork, containerWorkParameters, processStation } from '../../sizing/container-work.ts';

export default defineOption({
  id: 'ecs-ec2', decision: 'compute', name: 'Containers on an EC2 autoscaling group, two zones',
  summary: 'Amazon ECS packs containers onto machines of our own choosing that an autoscaling group adds and removes',
  technologies: ['ecs', 'ec2'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:aws', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...containerWorkParameters, ...loadBalancerParameters, instance: awsEc2.c7gLarge, disk: awsEc2.disk, natGateway: awsNetwork.natGateway, publicAddress: awsNetwork.publicAddress,
    vcpuPerInstance: fact('vCPU of c7g.large', 2, 'count', { title: 'EC2 instance types', asOf: '2026-07-20', confidence: 'A' }),
    packing: assumption('share of a machine that containers fill', interval(0.7, 0.85, 0.95), 'ratio', 'agents, the system and gaps take the rest'),
    diskBytes: assumption('disk of one machine', interval(20e9, 30e9, 50e9), 'B', 'system, images and logs'),
    smallest: assumption('vCPU reserved for one idle container', interval(0.1, 0.25, 0.5), 'count', 'two containers of each deployable are always there'),
    instanceLimit: assumption('instances one cluster is planned for', interval(2_000, 5_000, 5_000), 'count', 'the documented ceiling of container instances in a cluster is 5,000; recalled, not re-read'),
    sla: fact('EC2 monthly uptime commitment over two zones', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
    setupHours: assumption('set-up: cluster, machine images, load balancer, scaling of machines and containers', interval(20, 36, 60), 'h', 'two layers of scaling and machine images'),
    clusterCare: assumption('care a month', interval(3, 6, 10), 'h/month', 'machine images, agents and capacity'),
    deployableCare: assumption('care of one deployable a month', interval(0.4, 1, 2.5), 'h/month', 'task sizes, base images and scaling rules'),
  },
  exports: { computeIdle: '1' },
  figures: [
    ...containerWork, ...loadBalancerFigures,
    { id: 'instances', label: 'instances on average', unit: 'count', formula: 'max(2, ceil(max(rentedVcpu / packing, 2 * deployables * smallest) / vcpuPerInstance))' },
    { id: 'instancesPeak', label: 'instances at peak', unit: 'count', formula: 'max(instances, ceil(peakVcpu / packing / vcpuPerInstance))' },
    { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(instancesPeak * vcpuPerInstance * packing, peakVcpu)' },
  ],
  costs: [
    { id: 'instanceRent', label: 'instances with their disks', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * instances * (instance + diskBytes * disk)' },
    { id: 'addresses', label: 'way out: public addresses, or two NAT gateways where that is cheaper', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * min(instances * publicAddress, 2 * natGateway)' },
    ...loadBalancerCosts,
  ],
  limits: [{ id: 'clusterSize', label: 'instances in one cluster', unit: 'count', demand: 'instancesPeak', limit: 'instanceLimit', why: 'one cluster schedules no more; larger fleets are cut into cells' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.002 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.005 * oneSecond' },
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'cluster, images and two layers of scaling' },
  run: { formula: 'clusterCare + deployables * deployableCare', reason: 'machine images and capacity, and each deployable’s sizes' },
  parts: 3,
  gains: 'the lowest list price a vCPU, any machine type, and many small deployables packed together',
  gives: 'machines to patch and two layers of scaling to understand',
  rollback: 'point the service at the previous task definition; the same task definitions run on Fargate',
});
