import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsFargate } from '../../prices/aws-fargate.ts';
import { awsNetwork } from '../../prices/aws-network.ts';
import { containerWork, containerWorkParameters, processStation } from '../../sizing/container-work.ts';
import { loadBalancerCosts, loadBalancerFigures, loadBalancerParameters } from '../../sizing/aws-load-balancer.ts';

export default defineOption({
  id: 'fargate', decision: 'compute', name: 'Containers on AWS Fargate, two zones',
  summary: 'containers without machines behind a load balancer; at least two tasks of every deployable, more as load grows',
  technologies: ['fargate'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:aws', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...containerWorkParameters, ...loadBalancerParameters,
    vcpuPrice: awsFargate.vcpu, gibibytePrice: awsFargate.gibibyte, publicAddress: awsNetwork.publicAddress, natGateway: awsNetwork.natGateway,
    smallestTask: fact('vCPU of the smallest task', 0.25, 'count', { title: 'AWS Fargate task sizes: 0.25 vCPU with 0.5 GiB and up', asOf: '2026-10-01', confidence: 'B' }),
    gibibytesPerVcpu: assumption('GiB a vCPU', interval(2, 2, 4), 'count', 'the smallest ratio Fargate offers; enough for request handlers'),
    largestTask: assumption('vCPU of one task', interval(1, 2, 4), 'count', 'one process a core, two to four cores a task'),
    taskLimit: fact('tasks one service may have', 5_000, 'count', { title: 'Amazon ECS service quotas, tasks per service', asOf: '2026-10-01', confidence: 'C' }),
    sla: fact('ECS and Fargate monthly uptime commitment over two zones', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
    setupHours: assumption('set-up: cluster, task definitions, load balancer, scaling rules', interval(12, 20, 36), 'h', 'no machines; permissions, health checks and scaling policies'),
    clusterCare: assumption('care a month', interval(1, 1.7, 4), 'h/month', 'the provider patches the host'),
    deployableCare: assumption('care of one deployable a month', interval(0.4, 1, 2.5), 'h/month', 'task sizes, base images and scaling rules'),
  },
  exports: { computeIdle: '1' },
  figures: [
    ...containerWork, ...loadBalancerFigures,
    { id: 'taskVcpu', label: 'vCPU billed', unit: 'count', formula: 'max(2 * deployables * smallestTask, rentedVcpu + (deployables - 1) * smallestTask)' },
    { id: 'tasks', label: 'tasks', unit: 'count', formula: 'max(2 * deployables, ceil(peakVcpu / largestTask))' },
    { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(taskVcpu, peakVcpu)' },
  ],
  costs: [
    { id: 'taskRent', label: 'tasks', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * taskVcpu * (vcpuPrice + gibibytesPerVcpu * gibibytePrice)' },
    { id: 'addresses', label: 'way out: public addresses, or two NAT gateways where that is cheaper', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * min(tasks * publicAddress, 2 * natGateway)' },
    ...loadBalancerCosts,
  ],
  limits: [{ id: 'tasksPerService', label: 'tasks of one service', unit: 'count', demand: 'ceil(peakVcpu / largestTask)', limit: 'taskLimit', why: 'one service runs no more tasks; work would have to be cut into more services or clusters' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.002 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.005 * oneSecond' },
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'cluster, load balancer and scaling rules' },
  run: { formula: 'clusterCare + deployables * deployableCare', reason: 'no hosts to patch; sizes, images and scaling rules of each deployable' },
  parts: 2,
  gains: 'no machines to patch, capacity by the second, and the loss of a zone costs half the tasks for a minute',
  gives: 'a floor of two tasks and a load balancer while idle, and starts of half a minute',
  rollback: 'point the service at the previous task definition; the image runs on any container platform',
});
