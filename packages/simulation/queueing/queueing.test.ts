import { seededRandom } from '@archwright/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approximateMva,
  asymptoticBounds,
  batchConsumer,
  burstyMm1,
  type ClosedClass,
  convolution,
  dm1,
  erlangA,
  erlangB,
  erlangC,
  exactMva,
  type GeneralStation,
  ggc,
  md1WaitPercentile,
  mg1,
  mgc,
  mixedNetwork,
  mm1,
  mmc,
  mmck,
  mm1WithBreakdowns,
  openNetwork,
  pathPercentiles,
  priorityWaits,
  responsePercentile,
  responsePercentiles,
  type StationMeans,
  trafficRates,
  waitPercentile,
} from './index.ts';

const close = (found: number, wanted: number, tolerance = 1e-9): void =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

const servers = fc.integer({ min: 1, max: 200 });
const serviceTime = fc.double({ min: 1e-4, max: 100, noNaN: true });
const utilisation = fc.double({ min: 0.01, max: 0.98, noNaN: true });
const scv = fc.double({ min: 0, max: 8, noNaN: true });
const station = fc
  .record({ servers, serviceTime, utilisation, scv })
  .map(({ utilisation: share, ...one }): Required<GeneralStation> => ({
    ...one,
    arrivalRate: (share * one.servers) / one.serviceTime,
  }));

describe('single stations', () => {
  const models: [string, (one: Required<GeneralStation>) => StationMeans][] = [
    ['M/M/c', mmc],
    ['M/M/1', ({ arrivalRate, serviceTime, servers }) => mm1({ arrivalRate: arrivalRate / servers, serviceTime })],
    ['M/G/1', ({ arrivalRate, serviceTime, servers, scv }) => mg1({ arrivalRate: arrivalRate / servers, serviceTime, scv })],
    ['M/G/c', mgc],
    ['G/G/c', (one) => ggc({ ...one, arrivalScv: 2 })],
    ['D/M/1', ({ arrivalRate, serviceTime, servers }) => dm1(arrivalRate / servers, serviceTime)],
    ['M/M/c/K', (one) => mmck({ ...one, capacity: one.servers + 5 })],
    [
      'with breakdowns',
      ({ arrivalRate, serviceTime, servers }) =>
        mm1WithBreakdowns(arrivalRate / servers / 1.1, serviceTime, 0.1 / serviceTime, 1 / serviceTime),
    ],
    [
      'bursty',
      ({ arrivalRate, serviceTime, servers }) =>
        burstyMm1(
          {
            rates: [(1.5 * arrivalRate) / servers, (0.5 * arrivalRate) / servers],
            switchRates: [0.2 / serviceTime, 0.2 / serviceTime],
          },
          serviceTime,
        ),
    ],
  ];

  test.each(models)('%s obeys Little’s law, and its response is wait plus service', (_, solve) => {
    fc.assert(
      fc.property(station, (one) => {
        const means = solve(one);
        const rate = means.meanInStation / means.meanResponse;
        close(rate * means.meanWait, means.meanWaiting, 1e-6);
        close(means.meanResponse - means.meanWait, one.serviceTime, 1e-6);
        expect(means.waitProbability).toBeGreaterThanOrEqual(0);
        expect(means.waitProbability).toBeLessThanOrEqual(1 + 1e-9);
        expect(means.utilisation).toBeLessThanOrEqual(1);
        expect(means.overload).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test.each(models)('%s waits longer under more load', (_, solve) => {
    fc.assert(
      fc.property(station, fc.double({ min: 0.1, max: 1, noNaN: true }), (one, share) => {
        const less = solve({ ...one, arrivalRate: one.arrivalRate * share });
        const more = solve(one);
        expect(less.meanWait).toBeLessThanOrEqual(more.meanWait * (1 + 1e-9) + 1e-9 * one.serviceTime);
        expect(less.utilisation).toBeLessThanOrEqual(more.utilisation * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  test.each(models.slice(0, 6))('%s says when it is overloaded instead of answering with a number', (_, solve) => {
    const means = solve({ arrivalRate: 4, serviceTime: 1, servers: 4, scv: 1 });
    expect([means.meanWait, means.meanResponse, means.meanInStation]).toEqual([Infinity, Infinity, Infinity]);
    expect(means.overload).toMatch(/grows without bound/);
  });

  test('an idle station answers in its service time', () => {
    // A server that also fails while idle makes even the only customer wait for a repair.
    for (const [name, solve] of models.filter(([name]) => name !== 'with breakdowns')) {
      const means = solve({ arrivalRate: 0, serviceTime: 2, servers: 1, scv: 1 });
      expect([name, means.meanWait, means.meanResponse, means.meanInStation]).toEqual([name, 0, 2, 0]);
    }
  });

  test.each([
    [-1, 1, 1],
    [1, -1, 1],
    [Number.NaN, 1, 1],
    [1, 1, 0],
    [1, 1, 1.5],
  ])('%s arrivals, %s each, %s servers is no station', (arrivalRate, serviceTime, servers) => {
    expect(() => mmc({ arrivalRate, serviceTime, servers })).toThrow(RangeError);
  });

  test('one more server never lengthens the wait', () => {
    fc.assert(
      fc.property(station, (one) => {
        expect(mmc({ ...one, servers: one.servers + 1 }).meanWait).toBeLessThanOrEqual(mmc(one).meanWait * (1 + 1e-9));
      }),
    );
  });
});

describe('Erlang', () => {
  test('refused ≤ delayed ≤ 1, and both fall with more servers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.001, max: 500, noNaN: true }), (count, load) => {
        expect(erlangB(count, load)).toBeLessThanOrEqual(erlangC(count, load) * (1 + 1e-9));
        expect(erlangC(count, load)).toBeLessThanOrEqual(1 + 1e-9);
        expect(erlangC(count + 1, load)).toBeLessThanOrEqual(erlangC(count, load) * (1 + 1e-9));
      }),
    );
  });

  test('a loss station is M/M/c/c, and a large room is M/M/c', () => {
    fc.assert(
      fc.property(station, (one) => {
        close(
          mmck({ ...one, capacity: one.servers }).lossProbability,
          erlangB(one.servers, one.arrivalRate * one.serviceTime),
          1e-9,
        );
        const roomy = mmck({ ...one, capacity: one.servers + 3_000 });
        close(roomy.meanWait / one.serviceTime, mmc(one).meanWait / one.serviceTime, 1e-6);
      }),
      { numRuns: 30 },
    );
  });

  test('without patience nobody waits, with endless patience everybody does', () => {
    const one = { arrivalRate: 8, serviceTime: 1, servers: 10 };
    close(erlangA({ ...one, patience: 1e9 }).waitProbability, erlangC(10, 8), 1e-6);
    close(erlangA({ ...one, patience: 1e-9 }).abandonProbability, erlangB(10, 8), 1e-6);
    expect(erlangA({ ...one, arrivalRate: 30, patience: 1 }).throughput).toBeLessThan(10);
  });
});

describe('percentiles', () => {
  test('rise with p, with load and with variation, and never undercut the median service', () => {
    fc.assert(
      fc.property(station, fc.double({ min: 0.3, max: 1, noNaN: true }), (one, share) => {
        const { p50, p95, p99 } = responsePercentiles(one);
        expect(p50).toBeLessThanOrEqual(p95);
        expect(p95).toBeLessThanOrEqual(p99);
        expect(responsePercentile({ ...one, arrivalRate: one.arrivalRate * share }, 0.99)).toBeLessThanOrEqual(p99 * (1 + 1e-6));
        expect(waitPercentile(one, 0.99)).toBeLessThanOrEqual(p99 * (1 + 1e-9));
        expect(p50).toBeGreaterThan(0);
        if (one.scv < 7) expect(responsePercentile({ ...one, scv: one.scv + 1 }, 0.99)).toBeGreaterThanOrEqual(p99 * (1 - 1e-6));
      }),
      { numRuns: 60 },
    );
  });

  test('the mean of the response distribution is the mean response', () => {
    fc.assert(
      fc.property(station, (one) => {
        const steps = 4_000;
        let sum = 0;
        for (let i = 0; i < steps; i += 1) sum += responsePercentile(one, (i + 0.5) / steps);
        close(sum / steps / mgc(one).meanResponse, 1, 0.02);
      }),
      { numRuns: 8 },
    );
  });

  test('an overloaded station has none; no service is no time', () => {
    expect(responsePercentiles({ arrivalRate: 2, serviceTime: 1 })).toEqual({ p50: Infinity, p95: Infinity, p99: Infinity });
    expect(waitPercentile({ arrivalRate: 2, serviceTime: 1 }, 0.5)).toBe(Infinity);
    expect(responsePercentile({ arrivalRate: 2, serviceTime: 0 }, 0.99)).toBe(0);
    expect(() => responsePercentile({ arrivalRate: 1, serviceTime: 0.5 }, 1)).toThrow(RangeError);
  });

  test.each([
    [0.5, 0.95],
    [0.8, 0.95],
    [0.9, 0.99],
  ])('constant service at %s, p = %s: within an eighth of the exact wait, and not below it', (load, p) => {
    const exact = md1WaitPercentile(load, 1, p);
    const found = waitPercentile({ arrivalRate: load, serviceTime: 1, scv: 0 }, p);
    close(found / exact, 1, 0.125);
    expect(found).toBeGreaterThanOrEqual(exact);
  });

  test('a path is slower than its slowest part and not slower than the sum of the slowest hundredths', () => {
    const part = fc
      .tuple(fc.double({ min: 1e-4, max: 1, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }))
      .map(([p50, ratio]) => ({ p50, p99: p50 * ratio }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const { p50, p95, p99 } = pathPercentiles(parts);
        expect(p50).toBeLessThanOrEqual(p95);
        expect(p95).toBeLessThanOrEqual(p99);
        expect(p99).toBeLessThanOrEqual(parts.reduce((sum, one) => sum + one.p99, 0) * (1 + 1e-9));
        expect(p50).toBeGreaterThanOrEqual(Math.max(...parts.map((one) => one.p50)) * (1 - 1e-9));
      }),
    );
    expect(pathPercentiles([])).toEqual({ p50: 0, p95: 0, p99: 0 });
    close(pathPercentiles([{ p50: 2, p99: 9 }]).p99, 9);
    expect(pathPercentiles([{ p50: 1, p99: Infinity }]).p50).toBe(Infinity);
  });
});

/** Mean wait of a simulated M/G/c, first come first served. @source Kiefer and Wolfowitz 1955, workload vector */
function simulatedWait({ arrivalRate, serviceTime, servers, scv }: Required<GeneralStation>, customers: number): number {
  const random = seededRandom(20_260_101);
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  const share = (1 + Math.sqrt(Math.max(0, scv - 1) / (scv + 1))) / 2;
  const service = (): number => {
    if (scv < 1) return serviceTime * (1 - Math.sqrt(scv)) + exponential(serviceTime * Math.sqrt(scv));
    const branch = random() < share ? share : 1 - share;
    return exponential(serviceTime / (2 * branch));
  };
  const workload = Array<number>(servers).fill(0);
  let sum = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const least = workload.indexOf(Math.min(...workload));
    sum += workload[least]!;
    workload[least]! += service();
    const gap = exponential(1 / arrivalRate);
    for (let index = 0; index < servers; index += 1) workload[index] = Math.max(0, workload[index]! - gap);
  }
  return sum / customers;
}

test.each([
  ['constant service, 4 servers', { arrivalRate: 3.2, serviceTime: 1, servers: 4, scv: 0 }],
  ['half the variation, 3 servers', { arrivalRate: 2.1, serviceTime: 1, servers: 3, scv: 0.5 }],
  ['four times the variation, 3 servers', { arrivalRate: 2.1, serviceTime: 1, servers: 3, scv: 4 }],
])('the M/G/c mean wait agrees with a simulation: %s', (_, one) => {
  close(mgc(one).meanWait / simulatedWait(one, 200_000), 1, 0.08);
});

describe('networks', () => {
  const demand = fc.double({ min: 0.01, max: 5, noNaN: true });
  const closed = fc
    .record({
      serviceTimes: fc.array(demand, { minLength: 1, maxLength: 4 }),
      population: fc.integer({ min: 1, max: 25 }),
      thinkTime: fc.double({ min: 0, max: 20, noNaN: true }),
    })
    .map((one): ClosedClass => ({ ...one, visits: one.serviceTimes.map(() => 1) }));
  const single = (one: ClosedClass): number[] => one.visits.map(() => 1);

  test('exact MVA and convolution agree, stay within the bounds, and near the approximation', () => {
    fc.assert(
      fc.property(closed, (one) => {
        const [exact] = exactMva(single(one), [one])!.classes;
        const [other] = convolution(single(one), one).classes;
        close(other!.throughput, exact!.throughput);
        exact!.residence.forEach((time, index) => close(other!.residence[index]!, time, 1e-8));
        const bounds = asymptoticBounds(single(one), one);
        expect(exact!.throughput).toBeLessThanOrEqual(bounds.throughput * (1 + 1e-9));
        expect(exact!.response).toBeGreaterThanOrEqual(bounds.response * (1 - 1e-9));
        close(approximateMva(single(one), [one]).classes[0]!.throughput / exact!.throughput, 1, 0.15);
      }),
      { numRuns: 60 },
    );
  });

  test('nobody is lost: customers thinking and in stations are the population', () => {
    fc.assert(
      fc.property(closed, fc.integer({ min: 1, max: 6 }), (one, count) => {
        const { classes, meanInStation } = convolution(
          one.visits.map(() => count),
          one,
        );
        close(
          meanInStation.reduce((sum, number) => sum + number, classes[0]!.throughput * one.thinkTime),
          one.population,
          1e-8,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('a large population of several servers stays finite and saturates the bottleneck', () => {
    const one = { visits: [1, 1], serviceTimes: [0.05, 0.4], population: 1_500, thinkTime: 2 };
    close(convolution([2, 8], one).classes[0]!.throughput, 20, 1e-6);
  });

  test('too many populations for exact work are declined, not begun', () => {
    const many = { visits: [1], serviceTimes: [1], population: 200, thinkTime: 0 };
    expect(exactMva([1], [many, many, many])).toBeUndefined();
    expect(() => exactMva([3], [many])).toThrow(RangeError);
  });

  test('an open network is its stations, and says which of them is overloaded', () => {
    fc.assert(
      fc.property(station, (one) => {
        const [found] = openNetwork(
          [one.servers],
          [{ visits: [1], serviceTimes: [one.serviceTime], arrivalRate: one.arrivalRate }],
        ).classes;
        close(found!.response / one.serviceTime, mmc(one).meanResponse / one.serviceTime, 1e-8);
      }),
    );
    const full = openNetwork([4, 1, Infinity], [{ visits: [1, 2, 1], serviceTimes: [1, 1, 9], arrivalRate: 0.5 }]);
    expect([full.overload, full.classes[0]!.response]).toEqual(['station 1 is asked for 1 of 1 servers', Infinity]);
  });

  test('routing that never leaves has no rates', () => {
    expect(
      trafficRates(
        [1, 0],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toBeUndefined();
    expect(
      trafficRates(
        [2, 0],
        [
          [0, 0.5],
          [0, 0],
        ],
      ),
    ).toEqual([2, 1]);
  });

  test('open classes that fill a station stop the closed ones', () => {
    const means = mixedNetwork(
      [1],
      [{ visits: [1], serviceTimes: [2], arrivalRate: 1 }],
      [{ visits: [1], serviceTimes: [1], population: 2, thinkTime: 0 }],
    )!;
    expect([means.overload, means.classes[1]!.throughput, means.classes[0]!.response]).toEqual([
      'open classes alone fill station 0',
      0,
      Infinity,
    ]);
  });
});

test('urgent work overtakes: it waits less than bulk work, which alone suffers from overload', () => {
  const [urgent, bulk] = priorityWaits([
    { arrivalRate: 0.3, serviceTime: 1 },
    { arrivalRate: 0.9, serviceTime: 1 },
  ]);
  expect(urgent).toBeCloseTo(1 / 0.7, 9);
  expect(bulk).toBe(Infinity);
});

test('a batch of one is M/M/1; a fuller batch waits less; a full one says so', () => {
  close(batchConsumer(0.8, 1, 1).meanWait, mm1({ arrivalRate: 0.8, serviceTime: 1 }).meanWait, 1e-6);
  expect(batchConsumer(0.8, 1, 5).meanWait).toBeLessThan(batchConsumer(0.8, 1, 2).meanWait);
  expect(batchConsumer(5, 1, 5)).toMatchObject({ meanWait: Infinity, overload: expect.stringContaining('without bound') });
});
