import { expect, test } from 'vitest';
import recorded from '../../../fixtures/queueing/oracles.json' with { type: 'json' };
import * as queueing from './index.ts';

/** A recorded result: the model as published, the expected values, and how closely they are known. */
interface Oracle {
  readonly id: string;
  readonly title: string;
  readonly model: Record<string, any>;
  readonly expected: Record<string, unknown>;
  readonly recomputed_exact?: Record<string, unknown>;
  readonly tolerance_abs?: number;
  readonly tolerance_rel?: number;
}
const oracles = recorded.oracles as unknown as readonly Oracle[];
type Model = Oracle['model'];

const serversOf = ({ servers }: Model): readonly number[] =>
  servers.map((count: number | 'inf') => (count === 'inf' ? Infinity : count));
const classesOf = ({ visits, mean_service_per_visit: times }: Model): queueing.NetworkClass[] =>
  visits.map((row: number[], index: number) => ({ visits: row, serviceTimes: times[index] }));
const stationOf = ({ arrivals, service, servers }: Model) => ({
  arrivalRate: arrivals.rate as number,
  serviceTime: service.mean as number,
  servers: servers as number,
  scv: (service.scv as number | undefined) ?? 1,
});

const meansOf = (means: queueing.StationMeans) => ({
  utilisation: means.utilisation,
  p_wait: means.waitProbability,
  Wq: means.meanWait,
  W: means.meanResponse,
  Lq: means.meanWaiting,
  L: means.meanInStation,
});

function openNetwork(model: Model) {
  const rates = model.class_arrival_rates as number[];
  const classes = classesOf(model).map((one, index) => ({ ...one, arrivalRate: rates[index]! }));
  const means = queueing.openNetwork(serversOf(model), classes);
  const [first] = means.classes;
  const perVisit = queueing.responsePerVisit(first!, classes[0]!);
  const throughput = classes[0]!.visits.map((visits) => visits * rates[0]!);
  return {
    utilisation: means.utilisation,
    mean_in_station: means.meanInStation,
    response_per_visit: perVisit,
    system_response: first!.response,
    throughput,
    class_A: {
      cpu_throughput: throughput[0],
      cpu_utilisation: first!.utilisation[0],
      cpu_residence: first!.residence[0],
      cpu_mean_in_station: first!.meanInStation[0],
      response: first!.response,
    },
    cpu_utilisation_A: first!.utilisation[0],
    cpu_residence_A: first!.residence[0],
    disk_residence_A: first!.residence[1],
    response_A: first!.response,
  };
}

function routedNetwork(model: Model) {
  const external = model.external_arrival_rates as number[];
  const arrivalRate = external.reduce((sum, rate) => sum + rate, 0);
  const rates = queueing.trafficRates(external, model.routing)!;
  const visits = rates.map((rate) => rate / arrivalRate);
  const answer = openNetwork({
    ...model,
    class_arrival_rates: [arrivalRate],
    visits: [visits],
    mean_service_per_visit: [model.mean_service],
  });
  return { ...answer, visits };
}

function closedNetwork(model: Model) {
  const servers = serversOf(model);
  const classes = classesOf(model).map((one, index) => ({
    ...one,
    population: model.class_populations[index],
    thinkTime: model.think_times[index],
  }));
  const several = servers.some((count) => count > 1 && count < Infinity);
  const approximate = model.method !== undefined;
  const means = several
    ? queueing.convolution(servers, classes[0]!)
    : approximate
      ? queueing.approximateMva(servers, classes)
      : queueing.exactMva(servers, classes)!;
  const single = means.classes.length === 1 ? means.classes[0]! : undefined;
  const bounds = queueing.asymptoticBounds(servers, classes[0]!);
  const last = servers.length - 1;
  return {
    utilisation: several ? single!.utilisation[0] : means.utilisation,
    mean_in_station: means.meanInStation,
    mean_in_station_by_class: means.classes.map((one) => one.meanInStation),
    system_throughput: single?.throughput ?? means.classes.map((one) => one.throughput),
    // The source gives a throughput per class, per station, or one.
    throughput: several
      ? single!.throughput
      : single
        ? classes[0]!.visits.map((visits) => visits * single.throughput)
        : means.classes.map((one) => one.throughput),
    residence: single?.residence ?? means.classes.map((one) => one.residence),
    response_per_visit: single && queueing.responsePerVisit(single, classes[0]!),
    response_server: means.classes.map((one) => one.residence[last]),
    system_response: single?.response,
    response: single?.response,
    L: means.meanInStation[0],
    throughput_upper: bounds.throughput,
    response_lower: bounds.response,
  };
}

function mixedNetwork(model: Model) {
  const classes = classesOf(model);
  const open = (model.open_rates as number[]).map((arrivalRate, index) => ({ ...classes[index]!, arrivalRate }));
  const closed = (model.closed_populations as number[]).map((population, index) => ({
    ...classes[open.length + index]!,
    population,
    thinkTime: 0,
  }));
  const means = queueing.mixedNetwork(serversOf(model), open, closed)!;
  return { mean_in_station_closed: means.classes.slice(open.length).map((one) => one.meanInStation) };
}

function finiteStation(model: Model) {
  const means = queueing.mmck({ ...stationOf(model), capacity: model.capacity_in_system });
  return { ...meansOf(means), p_empty: means.emptyProbability, p_loss: means.lossProbability, throughput: means.throughput };
}

function impatientStation(model: Model) {
  const means = queueing.erlangA({ ...stationOf(model), patience: model.patience.mean });
  return {
    p_abandon: means.abandonProbability,
    p_wait: means.waitProbability,
    Lq: means.meanWaiting,
    throughput: means.throughput,
    utilisation: means.utilisation,
    mean_wait_all: means.meanWait,
  };
}

function burstyStation({ arrivals, service }: Model) {
  const bursts = {
    rates: arrivals.rates,
    switchRates: [arrivals.switch_rate_1_to_2, arrivals.switch_rate_2_to_1] as [number, number],
  };
  return { ...meansOf(queueing.burstyMm1(bursts, service.mean)), mean_arrival_rate: queueing.meanArrivalRate(bursts) };
}

function failingStation({ arrivals, service, failures }: Model) {
  const means = queueing.mm1WithBreakdowns(arrivals.rate, service.mean, failures.rate, failures.repair_rate);
  return { ...meansOf(means), availability: means.availability, p_empty: means.emptyProbability };
}

function priorityStation({ class_arrival_rates: rates, class_service_means: times, class_service_scv: scvs }: Model) {
  const classes = (rates as number[]).map((arrivalRate, index) => ({ arrivalRate, serviceTime: times[index], scv: scvs[index] }));
  return {
    Wq_by_class: queueing.priorityWaits(classes),
    utilisation: classes.reduce((sum, one) => sum + one.arrivalRate * one.serviceTime, 0),
  };
}

function constantStation(model: Model) {
  const { arrivalRate, serviceTime } = stationOf(model);
  const wait = (p: number): number => queueing.md1WaitPercentile(arrivalRate, serviceTime, p);
  return {
    ...meansOf(queueing.mg1({ arrivalRate, serviceTime, scv: 0 })),
    wait_p50: wait(0.5),
    wait_p95: wait(0.95),
    wait_p99: wait(0.99),
    p_no_wait: 1 - queueing.md1WaitTail(arrivalRate, serviceTime)(0),
  };
}

function pacedStation({ arrivals, service }: Model) {
  const means = queueing.dm1(arrivals.rate, service.mean);
  return { ...meansOf(means), sigma: means.sigma, sojourn_p99: means.responsePercentile(0.99) };
}

function plainStation(model: Model) {
  const station = stationOf(model);
  const means = station.scv === 1 ? queueing.mmc(station) : queueing.mg1(station);
  const percentiles = station.scv === 1 && {
    sojourn_p50: queueing.responsePercentile(station, 0.5),
    sojourn_p95: queueing.responsePercentile(station, 0.95),
    sojourn_p99: queueing.responsePercentile(station, 0.99),
    sojourn_p999: queueing.responsePercentile(station, 0.999),
    wait_p95: queueing.waitPercentile(station, 0.95),
    wait_p99: queueing.waitPercentile(station, 0.99),
  };
  return { ...meansOf(means), ...percentiles };
}

function singleStation(model: Model) {
  if (model.capacity_in_system !== undefined) return finiteStation(model);
  if (model.patience !== undefined) return impatientStation(model);
  if (model.failures !== undefined) return failingStation(model);
  if (model.class_arrival_rates !== undefined) return priorityStation(model);
  if (model.arrivals.process === 'mmpp2') return burstyStation(model);
  if (model.arrivals.process === 'deterministic') return pacedStation(model);
  return model.service.distribution === 'deterministic' ? constantStation(model) : plainStation(model);
}

function batchStation({ arrivals, batch_time: batchTime, max_batch: maxBatch }: Model) {
  const means = queueing.batchConsumer(arrivals.rate, batchTime.mean, maxBatch);
  return {
    p_idle: means.idleProbability,
    Lq: means.meanWaiting,
    Wq: means.meanWait,
    W: means.meanResponse,
    root: means.root,
    stability_limit: means.capacity,
  };
}

function forkJoin({ branches, service, arrivals }: Model) {
  return {
    mean_join: queueing.fanOutMean(branches, service.mean),
    p50: queueing.fanOutPercentile(branches, service.mean, 0.5),
    p99: queueing.fanOutPercentile(branches, service.mean, 0.99),
    mean_response: arrivals && queueing.forkJoinTwo(arrivals.rate, service.mean),
  };
}

function infiniteServer({ arrivals, service }: Model) {
  const day = queueing.diurnalConcurrency(arrivals, service.mean);
  const m_at = [0, 0.25, 0.5, 0.75].map((share) => ({ t_over_period: share, mean_in_system: day.at(share * arrivals.period) }));
  return { m_at, peak: day.peak, peak_lag: day.peakLag };
}

function retries(model: Model) {
  const load = queueing.retryLoad(model.offered_rate, model.attempt_failure_probability, model.max_retries);
  return { attempt_rate: load.attemptRate, final_failure_probability: load.finalFailureProbability };
}

function cache({ hit_ratio: hitRatio, hit_time: hit, store_time: store }: Model) {
  const read = { hitRatio, cacheTime: hit.mean, storeTime: store.mean };
  const at = (p: number): number => queueing.cachedReadPercentile(read, p);
  return { mean: queueing.cachedReadMean(read), p50: at(0.5), p95: at(0.95), p99: at(0.99), p999: at(0.999) };
}

const SOLVERS: Record<string, (model: Model) => Record<string, unknown>> = {
  'open-network': openNetwork,
  'open-network-routing': routedNetwork,
  'closed-network': closedNetwork,
  'mixed-network': mixedNetwork,
  'single-station': singleStation,
  'batch-consumer': batchStation,
  'fork-join': forkJoin,
  'infinite-server': infiniteServer,
  retries,
  cache,
};

/** Pairs of expected and found numbers with their path; null is not published. */
function* pairs(
  expected: unknown,
  found: unknown,
  path: string,
): Generator<readonly [path: string, expected: number, found: number]> {
  if (expected === null) return;
  if (typeof expected === 'number') yield [path, expected, found as number];
  else
    for (const [key, value] of Object.entries(expected as object))
      yield* pairs(value, (found as Record<string, unknown> | undefined)?.[key], `${path}.${key}`);
}

test('all recorded results are here', () => {
  expect(oracles).toHaveLength(33);
});

test.each(oracles.map((oracle) => [oracle.id, oracle] as const))('%s', (id, oracle) => {
  const found = SOLVERS[oracle.model.type]!(oracle.model);
  const compare = (expected: Record<string, unknown>, tolerance: (value: number) => number): void => {
    for (const [path, value, mine] of pairs(expected, found, id))
      expect(Math.abs(mine - value), `${path}: ${mine} for ${value}`).toBeLessThanOrEqual(tolerance(value));
  };
  // A published throughput of three digits is known to half a unit of the last.
  compare(oracle.expected, (value) =>
    oracle.tolerance_rel === undefined
      ? Math.max(oracle.tolerance_abs!, id === 'open-lazowska-113' ? 0.01 : 0)
      : Math.abs(value) * oracle.tolerance_rel,
  );
  if (oracle.recomputed_exact) compare(oracle.recomputed_exact, (value) => Math.abs(value) * 1e-9 + 1e-12);
});
