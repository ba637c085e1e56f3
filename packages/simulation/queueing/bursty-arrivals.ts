import { meansFromWait, overloaded, type StationMeans } from './station.ts';

/** Arrivals that switch between a busy and a quiet rate (two-state Markov-modulated Poisson process). */
export interface BurstyArrivals {
  readonly rates: readonly [number, number];
  /** Rates of leaving the first and the second state, > 0. */
  readonly switchRates: readonly [number, number];
}
type Matrix = readonly [number, number, number, number];

const product = ([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
];
const inverse = ([a, b, c, d]: Matrix): Matrix => {
  const determinant = a * d - b * c;
  return [d / determinant, -b / determinant, -c / determinant, a / determinant];
};
const difference = (first: Matrix, second: Matrix): Matrix => [
  first[0] - second[0],
  first[1] - second[1],
  first[2] - second[2],
  first[3] - second[3],
];

/** Share of time in each state, and the mean rate that follows. */
export function meanArrivalRate({ rates, switchRates: [leaveFirst, leaveSecond] }: BurstyArrivals): number {
  return (rates[0] * leaveSecond + rates[1] * leaveFirst) / (leaveFirst + leaveSecond);
}

/**
 * The minimal solution G of A₂ + A₁G + A₀G² = 0, where A₂ = μI, A₁ = Q − Λ − μI and A₀ = Λ.
 *
 * @source Latouche and Ramaswami 1993, logarithmic reduction: quadratic convergence, so 60 rounds reach any load below 1
 */
function firstPassage({ rates, switchRates: [q1, q2] }: BurstyArrivals, serviceRate: number): Matrix {
  const local = inverse([q1 + rates[0] + serviceRate, -q1, -q2, q2 + rates[1] + serviceRate]);
  let up = product(local, [rates[0], 0, 0, rates[1]]);
  let down = product(local, [serviceRate, 0, 0, serviceRate]);
  let passage = down;
  let carried = up;
  for (let round = 0; round < 60; round += 1) {
    const [upDown, downUp] = [product(up, down), product(down, up)];
    const factor = inverse(
      difference([1, 0, 0, 1], [upDown[0] + downUp[0], upDown[1] + downUp[1], upDown[2] + downUp[2], upDown[3] + downUp[3]]),
    );
    [up, down] = [product(factor, product(up, up)), product(factor, product(down, down))];
    const step = product(carried, down);
    passage = [passage[0] + step[0], passage[1] + step[1], passage[2] + step[2], passage[3] + step[3]];
    if (Math.max(...step.map(Math.abs)) < 1e-17) break;
    carried = product(carried, up);
  }
  return passage;
}

/**
 * MMPP(2)/M/1: bursts into an exponential server. A random stream of the same mean rate has a far shorter queue.
 *
 * @source matrix-geometric: π(n) = π(0)Rⁿ, R = A₀(−A₁ − A₀G)⁻¹, π(0) = phase shares × (I − R); Neuts 1981
 */
export function burstyMm1(arrivals: BurstyArrivals, serviceTime: number): StationMeans {
  const arrivalRate = meanArrivalRate(arrivals);
  const [rate1, rate2] = arrivals.rates;
  const [q1, q2] = arrivals.switchRates;
  const utilisation = arrivalRate * serviceTime;
  if (utilisation >= 1) return overloaded(utilisation);
  const [g1, g2, g3, g4] = firstPassage(arrivals, 1 / serviceTime);
  const below: Matrix = [
    q1 + rate1 + 1 / serviceTime - rate1 * g1,
    -q1 - rate1 * g2,
    -q2 - rate2 * g3,
    q2 + rate2 + 1 / serviceTime - rate2 * g4,
  ];
  const growth = product([rate1, 0, 0, rate2], inverse(below));
  const phases = [q2 / (q1 + q2), q1 / (q1 + q2)] as const;
  // L = Σ n π(0) Rⁿ 1 = phases × R (I − R)⁻¹ 1; seen by arrivals, the empty states count with their phase's rate.
  const beyond = product(growth, inverse(difference([1, 0, 0, 1], growth)));
  const meanInStation = phases[0] * (beyond[0] + beyond[1]) + phases[1] * (beyond[2] + beyond[3]);
  const empty1 = phases[0] * (1 - growth[0]) - phases[1] * growth[2];
  const empty2 = phases[1] * (1 - growth[3]) - phases[0] * growth[1];
  const waitProbability = arrivalRate > 0 ? 1 - (empty1 * rate1 + empty2 * rate2) / arrivalRate : 0;
  return meansFromWait(
    { arrivalRate, serviceTime },
    waitProbability,
    arrivalRate > 0 ? meanInStation / arrivalRate - serviceTime : 0,
  );
}
