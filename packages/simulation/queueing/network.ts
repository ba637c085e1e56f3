/** Servers of each station, in station order; `Infinity` is a delay centre, where nobody queues. */
export type StationServers = readonly number[];

/** What one request of a class asks of each station, in station order. */
export interface NetworkClass {
  readonly visits: readonly number[];
  /** Mean service time of one visit. */
  readonly serviceTimes: readonly number[];
}
/** Requests that come from outside and leave. */
export interface OpenClass extends NetworkClass {
  readonly arrivalRate: number;
}
/** A fixed number of users or workers that wait for an answer before they ask again. */
export interface ClosedClass extends NetworkClass {
  readonly population: number;
  /** Mean time between an answer and the next request. */
  readonly thinkTime: number;
}

/** A class in a network: rows in station order. */
export interface ClassMeans {
  /** Requests finished per unit of time. */
  readonly throughput: number;
  /** Time in the network, without thinking. */
  readonly response: number;
  /** Response per visit × visits. */
  readonly residence: readonly number[];
  readonly meanInStation: readonly number[];
  readonly utilisation: readonly number[];
}
/** A network: per class in class order, and all classes together in station order. */
export interface NetworkMeans {
  readonly classes: readonly ClassMeans[];
  readonly utilisation: readonly number[];
  readonly meanInStation: readonly number[];
  /** Set where a station cannot carry the open classes; their times are then `Infinity`. */
  readonly overload?: string;
}

/** Service demand of a request at each station: visits × service time. */
export const demandsOf = ({ visits, serviceTimes }: NetworkClass): readonly number[] =>
  visits.map((visit, station) => visit * serviceTimes[station]!);

/** Response of one visit at each station; the mean service where a class never goes there. */
export const responsePerVisit = ({ residence }: ClassMeans, { visits, serviceTimes }: NetworkClass): readonly number[] =>
  residence.map((time, station) => (visits[station]! > 0 ? time / visits[station]! : serviceTimes[station]!));

/** A class's means from its throughput and residence times (Little's law and the utilisation law). */
export function classMeans(
  servers: StationServers,
  demands: readonly number[],
  throughput: number,
  residence: readonly number[],
): ClassMeans {
  return {
    throughput,
    residence,
    response: residence.reduce((sum, time) => sum + time, 0),
    meanInStation: residence.map((time) => (throughput > 0 ? throughput * time : 0)),
    utilisation: demands.map((demand, station) =>
      Number.isFinite(servers[station]!) ? (throughput * demand) / servers[station]! : 0,
    ),
  };
}

export function networkMeans(servers: StationServers, classes: readonly ClassMeans[]): NetworkMeans {
  const total = (pick: (one: ClassMeans) => readonly number[]): readonly number[] =>
    servers.map((_, station) => classes.reduce((sum, one) => sum + pick(one)[station]!, 0));
  return { classes, utilisation: total((one) => one.utilisation), meanInStation: total((one) => one.meanInStation) };
}
