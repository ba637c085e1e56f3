import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { flyPrices } from '../../prices/fly.ts';
import { containerWork, containerWorkParameters, processStation } from '../../sizing/container-work.ts';

export default defineOption({
  id: 'fly-machines', decision: 'compute', name: 'Fly.io machines, at least two',
  summary: 'small virtual machines from an image behind one anycast address; stopped and started with load',
  technologies: ['fly'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:fly', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'managed'], conflicts: [],
  parameters: {
    ...containerWorkParameters, machine: flyPrices.sharedMachine, memory: flyPrices.memory, address: flyPrices.address,
    extraMemory: assumption('further GB a machine', interval(0.25, 0.25, 0.75), 'count', 'half a gigabyte for a runtime with a store client'),
    sustained: assumption('vCPU a shared machine sustains', interval(0.06, 0.08, 0.2), 'count', 'a shared vCPU is throttled to about a sixteenth once its burst is used; recalled, not re-read'),
    machineLimit: assumption('machines of one organisation', interval(200, 1_000, 3_000), 'count', 'limits are raised on request; hosts in a city are finite'),
    available: assumption('share of time one of two machines serves', interval(0.998, 0.9993, 0.9999), 'ratio', 'hosts and the proxy have had incidents of hours; machines on two hosts'),
    setupHours: assumption('set-up: app, secrets, health checks, regions', interval(3, 6, 12), 'h', 'an image and one file'),
    careHours: assumption('care a month', interval(0.5, 1.3, 3), 'h/month', 'host notices, machine counts'),
    deployableCare: assumption('care of one more deployable a month', interval(0.3, 1, 2), 'h/month', 'image, sizes and health checks'),
  },
  exports: { computeIdle: '1' },
  figures: [
    ...containerWork,
    { id: 'instances', label: 'machines on average', unit: 'count', formula: 'max(2 * deployables, ceil(rentedVcpu / sustained))' },
    { id: 'instancesPeak', label: 'machines at peak', unit: 'count', formula: 'max(2 * deployables, ceil(peakVcpu / sustained))' },
    { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(instancesPeak * sustained, peakVcpu)' },
  ],
  costs: [{ id: 'machineRent', label: 'machines and address', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * (instances * (machine + extraMemory * memory) + address)' }],
  limits: [{ id: 'fleet', label: 'machines', unit: 'count', demand: 'instancesPeak', limit: 'machineLimit', why: 'beyond it shared machines are the wrong size; the prices of dedicated ones are not at hand' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.002 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing * 2 + 0.008 * oneSecond' },
  availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'app, secrets and health checks' },
  run: { formula: 'careHours + (deployables - 1) * deployableCare', reason: 'host notices and machine counts' },
  parts: 1,
  gains: 'two machines, a private network and anycast for a few dollars, in whatever city',
  gives: 'shared vCPU that are throttled under steady load, and a younger platform with incidents of its own',
  rollback: 'deploy the previous image; it runs on any container platform',
});
