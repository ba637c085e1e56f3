import type { Fact } from '@archwright/kernel';
import type { FormulaLine, Option } from '@archwright/model';
import { workBaseline } from '../baselines/work.ts';

/** Parameters that `containerWork` reads. */
export const containerWorkParameters: Readonly<Record<string, Fact>> = {
  jobCpu: workBaseline.jobCpu,
  jobsPerVcpu: workBaseline.jobsPerVcpu,
  rentedGap: workBaseline.rentedGap,
  queueing: workBaseline.queueing,
};

/** Parameters that `fixedWork` reads. */
export const fixedWorkParameters: Readonly<Record<string, Fact>> = {
  jobCpu: workBaseline.jobCpu,
  jobsPerVcpu: workBaseline.jobsPerVcpu,
  queueing: workBaseline.queueing,
};

const peak: readonly FormulaLine[] = [
  { id: 'requestVcpu', label: 'vCPU for requests at peak', unit: 'count', formula: 'requestPeak * cpuPerRequest * cpuFactor / headroom' },
  { id: 'jobVcpu', label: 'vCPU for jobs at peak', unit: 'count', formula: 'jobPeak * max(jobCpu * cpuFactor, jobSeconds / jobsPerVcpu) / headroom' },
  { id: 'peakVcpu', label: 'vCPU at peak', unit: 'count', formula: 'requestVcpu + jobVcpu' },
];

/**
 * vCPU of processes that are sized for the peak and never shrink.
 *
 * @source utilisation law: busy servers = rate × service time; divided by the planned headroom
 */
export const fixedWork: readonly FormulaLine[] = peak;

/** vCPU of processes that an autoscaler starts and stops: `rentedVcpu` is what the bill sees on average. */
export const containerWork: readonly FormulaLine[] = [
  ...peak,
  { id: 'meanVcpu', label: 'vCPU on average', unit: 'count', formula: '(requestMean * cpuPerRequest * cpuFactor + jobMean * max(jobCpu * cpuFactor, jobSeconds / jobsPerVcpu)) / headroom' },
  { id: 'rentedVcpu', label: 'vCPU rented on average', unit: 'count', formula: 'meanVcpu * (1 - rentedGap) + peakVcpu * rentedGap' },
];

/** Requests wait for the processors planned for the peak; jobs use the same ones. */
export const processStation: NonNullable<Option['station']> = {
  servers: 'max(1, ceil(peakVcpu))', utilisation: 'peakVcpu * headroom / max(1, ceil(peakVcpu))', service: 'cpuPerRequest * cpuFactor',
};
