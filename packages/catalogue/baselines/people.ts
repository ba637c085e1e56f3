import { assumption, interval } from '@archwright/kernel';

/**
 * Hours that ways of cutting a system into deployables cost. The quadratic form is Brooks' n(n−1)/2 paths between n people
 * who must agree (The Mythical Man-Month, 1975), applied to teams; the hours themselves are ours.
 */
export const peopleBaseline = {
  teamSize: assumption('engineers in one team', interval(6, 8, 10), 'count', 'teams of five to nine are the usual advice; above it a team splits by itself'),
  pairHours: assumption('hours a pair of teams loses a month on one release train', interval(6, 12, 20), 'h/month', 'paths between n parties grow as n(n-1)/2 (Brooks 1975); a pair spends a weekly meeting, merge queues and one blocked release a month'),
  crossTeamHours: assumption('hours a further team spends a month on agreements across services', interval(2, 4, 8), 'h/month', 'teams that own their deployable meet over contracts only'),
  serviceHours: assumption('set-up of one more deployable: pipeline, dashboards, alerts, on-call runbook, permissions', interval(40, 60, 80), 'h', 'about a week and a half of one engineer, done before the first feature is live'),
  serviceCare: assumption('care of one deployable a month: upgrades, alerts, releases', interval(6, 8, 12), 'h/month', 'dependency updates, one release fix and one alert to follow up'),
  contractHours: assumption('first version of a contract between two services, with consumer tests', interval(8, 16, 32), 'h', 'schema, error cases, timeouts, retries and a test on both sides'),
  contractCare: assumption('care of one contract a month', interval(1, 2, 4), 'h/month', 'compatible changes, version overlap, removal of old versions'),
  boundaryHours: assumption('keeping one module apart inside a deployable: public interface, import rules, own tables', interval(3, 6, 12), 'h', 'a day a module; checked by lint rules, not by a network'),
  baseHours: assumption('set-up of the first deployable: pipeline, dashboards, alerts, runbook', interval(24, 40, 80), 'h', 'one of each, small at the start'),
  baseCare: assumption('care of one deployable with its modules a month', interval(1, 2, 5), 'h/month', 'releases, one alert to follow up, a runbook that stays true'),
  hopLatency: assumption('one more service on the path: median', interval(0.0005, 0.0015, 0.004), 's', 'network inside a region 0.25-2 ms a round trip, plus serialising on both sides'),
  hopLatencyTail: assumption('one more service on the path: p99', interval(0.003, 0.008, 0.02), 's', 'its own queueing and garbage collection; 1-4 ms of it for a mesh where there is one'),
  hopAvailability: assumption('share of time the next service answers', interval(0.9995, 0.9999, 0.99999), 'ratio', 'two replicas in two zones, deployed several times a week with retries'),
};
