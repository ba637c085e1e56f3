import type { Design, Slo } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';

/** Every metric that alerts, dashboard and load test speak of, and what must emit it. One list, so that the names agree. */
export const SIGNALS = {
  requests: {
    name: 'http_requests_total',
    labels: ['unit', 'operation', 'code'],
    meaning: 'requests answered, by HTTP status',
    from: 'every unit with a port',
  },
  duration: {
    name: 'http_request_duration_seconds',
    labels: ['unit', 'operation', 'le'],
    meaning: 'time to answer, as a histogram',
    from: 'every unit with a port',
  },
  completion: {
    name: 'flow_completion_seconds',
    labels: ['flow', 'le'],
    meaning: 'time from acceptance to the last effect of an asynchronous flow, as a histogram',
    from: 'the unit that finishes the flow',
  },
  queueAge: {
    name: 'queue_oldest_age_seconds',
    labels: ['unit'],
    meaning: 'age of the oldest message or job that waits for the unit',
    from: 'every worker',
  },
  deadLetters: {
    name: 'queue_dead_letters',
    labels: ['unit'],
    meaning: 'messages or jobs set aside after their last attempt',
    from: 'every worker',
  },
  outbound: {
    name: 'outbound_requests_total',
    labels: ['component', 'outcome'],
    meaning: 'calls to an external provider; outcome is ok, error or timeout',
    from: 'the unit that calls',
  },
  use: {
    name: 'resource_use_ratio',
    labels: ['component', 'resource'],
    meaning: 'share of a resource in use, 0 to 1: cpu, memory, connections, disk',
    from: 'every unit for itself; the collector for the stores',
  },
  replicationLag: {
    name: 'replication_lag_seconds',
    labels: ['component'],
    meaning: 'how far the slowest replica is behind',
    from: 'the collector',
  },
  backupAge: {
    name: 'backup_age_seconds',
    labels: ['component'],
    meaning: 'time since the last backup that was verified',
    from: 'the backup job',
  },
  certificate: {
    name: 'httpcheck_tls_cert_remaining_seconds',
    labels: ['http_url'],
    meaning: 'time until the certificate of the public address ends',
    from: 'the collector’s HTTP check',
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly labels: readonly string[]; readonly meaning: string; readonly from: string }
>;

/** Bounds that the two histograms must have so that the objectives can be computed: the thresholds of the SLOs, in s. */
export function requiredBuckets(design: Design, kind: Slo['kind']): readonly number[] {
  const { figure } = lookup(design);
  const bounds = design.architecture.slos.flatMap((slo) =>
    slo.kind === kind && slo.threshold !== undefined ? [figure(slo.threshold).likely] : [],
  );
  return [...new Set(bounds)].sort((a, b) => a - b);
}
