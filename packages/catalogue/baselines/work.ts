import { assumption, fact, interval, type Source } from '@archwright/kernel';

/** Compilation of public numbers for system design; planning ranges, not measurements. */
export const numbersReference: Source = {
  title: 'system-design numbers reference compiled from public sources (code index 69787484062)', asOf: '2026-09-01', confidence: 'C',
};

/** What requests and jobs take, besides `cpuPerRequest` of the demand. */
export const workBaseline = {
  jobCpu: assumption('CPU time of one job', interval(0.002, 0.005, 0.02), 's', 'a job parses, renders, calls a provider and writes a row or two: about one CRUD request, 2-10 ms of CPU in the numbers reference'),
  jobsPerVcpu: assumption('jobs that wait at the same time on one vCPU', interval(50, 200, 1_000), 'count', 'a waiting job costs memory, not CPU: 1-10 MB each in the 2 GiB that come with a vCPU'),
  rentedGap: assumption('share of the gap between mean and peak that stays rented', interval(0.2, 0.35, 0.6), 'ratio', 'autoscaling reacts in 1-5 minutes and steps down slowly, so capacity follows the day, not the minute'),
  newConnectionShare: assumption('new connections a request', interval(0.02, 0.1, 0.5), 'ratio', 'clients keep a connection for about ten requests'),
  queueing: assumption('p99 of the processing time ÷ its mean', interval(3, 4.6, 8), 'ratio', 'a well-spread queue at the planned use: the exponential p99 is 4.6 times the mean'),
  logBytes: fact('one structured log event', interval(500, 1_000, 5_000), 'B', { ...numbersReference, note: 'the reference says 1-10 KB; compact JSON lines are smaller' }),
};
