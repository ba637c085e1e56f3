import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { awsEc2 } from '../../prices/aws-ec2.ts';
import { awsNetwork } from '../../prices/aws-network.ts';
import { fixedWork, fixedWorkParameters, processStation } from '../../sizing/container-work.ts';
import { machineCount, singleMachine } from '../../sizing/single-machine.ts';

export default defineOption({
  id: 'ec2-vm', decision: 'compute', name: 'One virtual machine on Amazon EC2',
  summary: 'all processes on one machine that grows by changing its size',
  technologies: ['ec2'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:aws', 'zones:one'], tags: ['platform:processes', 'platform:virtual-machines', 'platform:containers'], conflicts: [],
  parameters: {
    ...fixedWorkParameters, ...singleMachine.parameters, vcpuPrice: awsEc2.m7gMedium, disk: awsEc2.disk, address: awsNetwork.publicAddress,
    largest: fact('vCPU of the largest machine of the family', 64, 'count', { title: 'EC2 m7g.16xlarge', asOf: '2026-07-20', confidence: 'B' }),
    diskBytes: assumption('disk', interval(20e9, 30e9, 50e9), 'B', 'system, images and logs'),
  },
  exports: { computeIdle: '1' },
  figures: [...fixedWork, { id: 'vcpu', label: 'vCPU of the machine', unit: 'count', formula: 'max(1, ceil(peakVcpu))' }, machineCount, { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(vcpu, peakVcpu)' },],
  costs: [
    { id: 'machineRent', label: 'machine (1 vCPU and 4 GiB a unit)', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * vcpu * vcpuPrice' },
    { id: 'diskAndAddress', label: 'disk and address', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * (diskBytes * disk + address)' },
  ],
  limits: [
    { id: 'largestMachine', label: 'largest machine', unit: 'count', demand: 'vcpu', limit: 'largest', why: 'one machine grows only to the largest size' },
    ...singleMachine.limits,
  ],
  recovery: processes.oneMachine,
  station: processStation, latency: singleMachine.latency, availability: singleMachine.availability, build: singleMachine.build, run: singleMachine.run,
  parts: 1,
  gains: 'one machine to look at that takes a hundred times the first load by changing its size',
  gives: 'a reboot or a lost host is an outage, and capacity is rented for the peak day and night',
  rollback: 'keep the previous image and switch back; change the size back at the next reboot',
});
