import { assumption, type Fact, interval } from '@archwright/kernel';
import type { FormulaLine } from '@archwright/model';
import { workBaseline } from '../baselines/work.ts';

/** Parameters that `functionWork` reads. */
export const functionWorkParameters: Readonly<Record<string, Fact>> = {
  requestWait: assumption('time one request waits for stores and providers', interval(0.005, 0.015, 0.06), 's', 'two or three store calls of a few milliseconds; a function that is billed by wall time pays for them'),
  memoryGigabytes: assumption('GB of memory of one function', interval(0.5, 1, 2), 'count', 'a JSON handler with its store client fits; more memory mainly buys CPU where the two are tied'),
  jobCpu: workBaseline.jobCpu,
};

/** Time functions are busy, and how many run at once, one request an instance. The option names `gigabytesPerVcpu`, the memory that buys a whole vCPU. */
export const functionWork: readonly FormulaLine[] = [
  { id: 'processing', label: 'processing of one request at the function’s share of a vCPU', unit: 's', formula: 'cpuPerRequest * cpuFactor * max(1, gigabytesPerVcpu / memoryGigabytes)' },
  { id: 'requestSeconds', label: 'billed time of one request', unit: 's', formula: 'processing + requestWait' },
  { id: 'oneJobSeconds', label: 'billed time of one job', unit: 's', formula: 'jobSeconds + jobCpu * cpuFactor * max(1, gigabytesPerVcpu / memoryGigabytes)' },
  { id: 'busyMean', label: 'functions busy on average', unit: 'count', formula: 'requestMean * requestSeconds + jobMean * oneJobSeconds' },
  { id: 'concurrency', label: 'functions busy at peak', unit: 'count', formula: 'requestPeak * requestSeconds + jobPeak * oneJobSeconds' },
];
