import { assumption, type Fact, interval } from '@archwright/kernel';
import type { CostLine, FormulaLine } from '@archwright/model';
import { containerWork, containerWorkParameters } from './container-work.ts';

/** Parameters of containers that are billed by the second in use and stop when nobody calls. */
export const scaleToZeroParameters: Readonly<Record<string, Fact>> = {
  ...containerWorkParameters,
  requestWait: assumption('time one request waits for stores and providers', interval(0.005, 0.015, 0.06), 's', 'two or three store calls of a few milliseconds'),
  sharing: assumption('requests that share one running vCPU while they wait', interval(2, 8, 40), 'count', 'the platforms allow 80 and more an instance; at small loads few overlap'),
  gibibytesPerVcpu: assumption('GiB a vCPU', interval(0.5, 1, 2), 'count', 'request handlers with a small heap'),
  coldStart: assumption('start of an instance: image, runtime, framework, store client', interval(0.5, 1.5, 5), 's', 'small images start in about a second; the first request after a pause waits'),
};

/** vCPU-seconds in a month: busy time at the planned use, at least the time in which any request is under way. */
export const scaleToZeroFigures: readonly FormulaLine[] = [
  ...containerWork,
  { id: 'openVcpu', label: 'vCPU held while requests and jobs wait, on average', unit: 'count', formula: 'requestMean * (cpuPerRequest * cpuFactor + requestWait / sharing) + jobMean * max(jobCpu * cpuFactor, jobSeconds / jobsPerVcpu)' },
  { id: 'instances', label: 'instances of one vCPU at peak', unit: 'count', formula: 'max(1, ceil(peakVcpu))' },
  { id: 'vcpuSeconds', label: 'vCPU-seconds', unit: 's/month', formula: 'max(rentedVcpu, openVcpu) * secondsPerMonth' },
];

/** Bill by vCPU-second, GiB-second and request above the free amounts; the option names the six prices. */
export const scaleToZeroCosts: readonly CostLine[] = [
  { id: 'cpuTime', label: 'vCPU-seconds above the free ones', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * max(0, vcpuSeconds - vcpuSecondsFree) * vcpuSecond' },
  { id: 'memoryTime', label: 'GiB-seconds above the free ones', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * max(0, vcpuSeconds * gibibytesPerVcpu - gibibyteSecondsFree) * gibibyteSecond' },
];
