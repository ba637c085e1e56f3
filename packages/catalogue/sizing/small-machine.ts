import type { Fact } from '@archwright/kernel';
import type { Option, Recovery } from '@archwright/model';
import { processes } from '../baselines/recovery.ts';
import { fixedWork, fixedWorkParameters, processStation } from './container-work.ts';
import { machineCount, singleMachine } from './single-machine.ts';

/**
 * All processes on one machine of a provider.
 *
 * @param own - `unit` is the price of `vcpuPerUnit` vCPU; `extras` is what the machine needs beside it; `largest` in vCPU
 */
export const oneMachine = (own: {
  readonly id: string; readonly name: string; readonly provider: string; readonly technology: string;
  readonly unit: Fact; readonly vcpuPerUnit: Fact; readonly largest: Fact; readonly extras: Fact; readonly availability?: Fact; readonly recovery?: Recovery;
}): Option => ({
  id: own.id, decision: 'compute', name: own.name, summary: `all processes on one machine that grows by changing its size, in units of ${own.unit.label}`,
  technologies: [own.technology], provides: ['long-lived-connections', 'long-running'], requires: [own.provider, 'zones:one'], tags: ['platform:processes', 'platform:virtual-machines', 'platform:containers'], conflicts: [],
  parameters: {
    ...fixedWorkParameters, ...singleMachine.parameters, ...(own.availability ? { machineAvailability: own.availability } : {}),
    unit: own.unit, vcpuPerUnit: own.vcpuPerUnit, largest: own.largest, extras: own.extras,
  },
  exports: { computeIdle: '1' },
  figures: [...fixedWork, { id: 'sizeUnits', label: 'size in units of the smallest machine', unit: 'count', formula: 'max(1, ceil(peakVcpu / vcpuPerUnit))' }, machineCount, { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(sizeUnits * vcpuPerUnit, peakVcpu)' },],
  costs: [{ id: 'machineRent', label: 'machine, disk, address, backups', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * (sizeUnits * unit + extras)' }],
  limits: [
    { id: 'largestMachine', label: 'largest machine', unit: 'count', demand: 'sizeUnits * vcpuPerUnit', limit: 'largest', why: 'one machine grows only to the largest size' },
    ...singleMachine.limits,
  ],
  recovery: own.recovery ?? processes.oneMachine,
  station: processStation, latency: singleMachine.latency, availability: singleMachine.availability, build: singleMachine.build, run: singleMachine.run,
  parts: 1,
  gains: 'one machine to look at, at a price that is known in advance',
  gives: 'a reboot or a lost host is an outage, and capacity is rented for the peak day and night',
  rollback: 'keep the previous image and switch back; a snapshot restores the rest',
});
