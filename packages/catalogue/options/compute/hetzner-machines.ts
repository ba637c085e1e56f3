import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { hetznerCloud } from '../../prices/hetzner-cloud.ts';
import { fixedWork, fixedWorkParameters, processStation } from '../../sizing/container-work.ts';

export default defineOption({
  id: 'hetzner-machines', decision: 'compute', name: 'Several machines at Hetzner behind a load balancer',
  summary: 'containers on two or more machines in different locations of one network zone; sized for the peak',
  technologies: ['hetzner-cloud'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:hetzner', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'self-run'], conflicts: [],
  parameters: {
    ...fixedWorkParameters, machine: hetznerCloud.cx33,
    sustained: assumption('vCPU that four shared vCPU sustain', interval(1.6, 2.8, 4), 'count', 'shared with neighbours: less than four whole ones at busy hours'),
    balancer: assumption('load balancer', interval(6, 7, 12), 'USD/month', 'the smallest costs about 6 EUR; recalled, not re-read'),
    machineLimit: assumption('machines of one project after raising limits', interval(25, 100, 300), 'count', 'new projects start with about ten; hundreds of shared machines are a negotiation'),
    perMachine: assumption('deployables one machine holds', interval(3, 6, 10), 'count', 'a few processes each, so that a lost machine hurts little'),
    available: assumption('share of time one of two locations serves', interval(0.9985, 0.9995, 0.9999), 'ratio', 'two locations; the load balancer is in one of them'),
    setupHours: assumption('set-up: machines from code, runtime, network, firewall, rollout', interval(16, 30, 60), 'h', 'what a platform would bring is ours'),
    careHours: assumption('care a month', interval(4, 7, 12), 'h/month', 'systems, runtime, capacity'),
    machineCare: assumption('care of one more machine a month', interval(0.05, 0.2, 0.5), 'h/month', 'they are alike and rebuilt from code'),
    deployableCare: assumption('care of one more deployable a month', interval(0.5, 1.5, 3), 'h/month', 'placement, ports and rollout'),
  },
  exports: { computeIdle: '1' },
  figures: [...fixedWork, { id: 'instances', label: 'machines', unit: 'count', formula: 'max(2, ceil(peakVcpu / sustained), ceil(2 * deployables / perMachine))' }, { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(instances * sustained, peakVcpu)' },],
  costs: [{ id: 'machineRent', label: 'machines and load balancer', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * (instances * machine + balancer)' }],
  limits: [{ id: 'fleet', label: 'machines', unit: 'count', demand: 'instances', limit: 'machineLimit', why: 'the provider grants machines by project, and new ones may be sold out' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.002 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing * 1.5 + 0.006 * oneSecond' },
  availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalServers,
  build: { formula: 'setupHours', reason: 'machines, runtime and rollout from code' },
  run: { formula: 'careHours + instances * machineCare + (deployables - 1) * deployableCare', reason: 'systems, runtime and capacity' },
  parts: 3,
  gains: 'the most machine for the money, and bytes out that hardly cost anything',
  gives: 'no autoscaling to speak of, shared vCPU, and a platform that is ours to run',
  rollback: 'switch the image back machine by machine',
});
