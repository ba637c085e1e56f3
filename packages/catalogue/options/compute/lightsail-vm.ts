import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsLightsail } from '../../prices/aws-lightsail.ts';
import { fixedWork, fixedWorkParameters, processStation } from '../../sizing/container-work.ts';
import { machineCount, singleMachine } from '../../sizing/single-machine.ts';

export default defineOption({
  id: 'lightsail-vm', decision: 'compute', name: 'One small virtual machine on Amazon Lightsail',
  summary: 'all processes on one burstable machine at a flat monthly price',
  technologies: ['lightsail'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:aws', 'zones:one'], tags: ['platform:processes', 'platform:virtual-machines', 'platform:containers'], conflicts: [],
  parameters: {
    ...fixedWorkParameters, ...singleMachine.parameters, machine: awsLightsail.micro,
    largest: assumption('vCPU such a machine sustains', interval(0.1, 0.2, 0.4), 'count', 'burstable: a tenth to a fifth of two vCPU for ever, more for minutes'),
  },
  exports: { computeIdle: '1' },
  figures: [...fixedWork, machineCount, { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(largest, peakVcpu)' },],
  costs: [{ id: 'machineRent', label: 'machine with disk, address and traffic allowance', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * machine' }],
  limits: [
    { id: 'sustained', label: 'sustained vCPU of the machine', unit: 'count', demand: 'peakVcpu', limit: 'largest', why: 'a burstable machine slows down once its credits are used' },
    ...singleMachine.limits,
  ],
  recovery: processes.oneMachine,
  station: processStation, latency: singleMachine.latency, availability: singleMachine.availability, build: singleMachine.build, run: singleMachine.run,
  parts: 1,
  gains: 'a flat price of a few dollars, and one machine to look at',
  gives: 'a reboot or a lost host is an outage, deployments restart in place, and there is no room to grow inside it',
  rollback: 'keep the previous image on the machine and switch back; a snapshot restores the rest',
});
