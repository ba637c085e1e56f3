import { meansFromWait, overloaded, type StationMeans } from './station.ts';

/** M/M/1 whose server fails, idle or not, and resumes the interrupted work after repair. */
export interface BreakdownMeans extends StationMeans {
  /** Share of time the server is up. */
  readonly availability: number;
  /** Probability of an empty station. */
  readonly emptyProbability: number;
}

/**
 * @param failureRate - failures per unit of time while up
 * @param repairRate - repairs per unit of time while down, > 0
 * @returns `meanWait` is all time not in service: waiting and standing still during repairs; `waitProbability` is of finding a
 *   customer there; `utilisation` is of the time the server is up
 * @source Avi-Itzhak and Naor 1963: W = (1 + μ f/(f + r)²)/(μA − λ), P(empty) = A − λ/μ plus the idle share of repairs
 */
export function mm1WithBreakdowns(
  arrivalRate: number,
  serviceTime: number,
  failureRate: number,
  repairRate: number,
): BreakdownMeans {
  const serviceRate = 1 / serviceTime;
  const availability = repairRate / (failureRate + repairRate);
  const utilisation = (arrivalRate * serviceTime) / availability;
  if (utilisation >= 1) return { ...overloaded(utilisation), availability, emptyProbability: 0 };
  const meanResponse =
    (1 + (serviceRate * failureRate) / (failureRate + repairRate) ** 2) / (serviceRate * availability - arrivalRate);
  const emptyUp = availability - arrivalRate * serviceTime;
  // A failure of an empty station leaves it empty until it is repaired or somebody arrives.
  const emptyProbability = emptyUp * (1 + failureRate / (repairRate + arrivalRate));
  const means = meansFromWait({ arrivalRate, serviceTime }, 1 - emptyProbability, meanResponse - serviceTime);
  return { ...means, utilisation, availability, emptyProbability };
}
