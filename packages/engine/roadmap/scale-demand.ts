import type { DecisionPoint, Demand, DemandVariable, Problem } from '@archwright/model';
import type { Candidate } from '../decide/search.ts';

/** What grows with the load; people, places, prices and sizes of one thing do not. */
const GROWS: readonly DemandVariable[] = [
  'requestMean',
  'requestPeak',
  'ingressBytes',
  'egressBytes',
  'egressPeak',
  'recordReadPeak',
  'recordReadMean',
  'recordWritePeak',
  'recordWriteMean',
  'recordBytes',
  'hotBytes',
  'appendPeak',
  'appendMean',
  'appendBytes',
  'appendLookupPeak',
  'aggregationScanRows',
  'searchPeak',
  'searchBytes',
  'searchRecordBytes',
  'indexPeak',
  'vectorCount',
  'blobBytes',
  'blobWriteMean',
  'blobReadMean',
  'blobEgressBytes',
  'jobMean',
  'jobPeak',
  'connections',
  'pushPeak',
  'users',
  'dailyUsers',
  'signIns',
  'devices',
];

export const scaleDemand = (demand: Demand, factor: number): Demand => {
  const scaled: Record<string, number> = { ...demand };
  for (const name of GROWS) scaled[name] = demand[name] * factor;
  return scaled as unknown as Demand;
};

/** A problem that starts from a running design. */
export function fromRunning(problem: Problem, candidate: Candidate, points: readonly DecisionPoint[]): Problem {
  const options = Object.fromEntries(candidate.choices.map(({ point, option }) => [point, option.id]));
  return {
    ...problem,
    incumbent: { options, switching: Object.fromEntries(points.map(({ id, switching }) => [id, switching.likely])) },
  };
}

/** The same problem at a multiple of today's load. Money and people grow with a business: their limits are left out. */
export function scaleProblem(problem: Problem, factor: number): Problem {
  const { availability, latency, rpo, rto, prohibited, pinned } = problem.constraints;
  return {
    ...problem,
    demand: scaleDemand(problem.demand, factor),
    constraints: {
      prohibited,
      pinned,
      ...(availability !== undefined && { availability }),
      ...(latency !== undefined && { latency }),
      ...(rpo !== undefined && { rpo }),
      ...(rto !== undefined && { rto }),
    },
  };
}
