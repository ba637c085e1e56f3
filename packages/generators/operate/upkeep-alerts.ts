import { formatQuantity } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { type Alert, alertName } from './alert.ts';
import { promNumber, promString, selector } from './promql.ts';
import { SIGNALS } from './signals.ts';

const DAY = 86_400;
/** A daily backup and two hours of grace. */
const BACKUP_GRACE = 26 * 3_600;
/** Where no recovery point is stated: a replica that is a minute behind shows stale pages to everybody. */
const USUAL_LAG = 60;
/** Half of the shortest usual renewal period. */
const CERTIFICATE_GRACE = 14 * DAY;
const PROVIDER_ERRORS = 0.2;
const SILENCE = '10m';

type Simple = Pick<
  Alert,
  | 'name'
  | 'group'
  | 'expression'
  | 'for'
  | 'severity'
  | 'summary'
  | 'meaning'
  | 'look'
  | 'actions'
  | 'components'
  | 'afterRelease'
> & {
  readonly seriesLabels: Readonly<Record<string, string>>;
  readonly test: Alert['test'];
};
const alert = (simple: Simple): Alert => ({ labels: {}, ...simple });

/** Replicas, backups, certificates, providers and missing telemetry. */
export function upkeepAlerts(design: Design): readonly Alert[] {
  const { components, units } = design.architecture;
  const of = (kind: Component['kind']) => components.filter((component) => component.kind === kind);
  return [
    ...of('database').flatMap((store) => [replicationAlert(store, design), backupAlert(store, design)]),
    ...of('external').map(providerAlert),
    ...(units.some(({ port }) => port !== undefined) ? [certificateAlert()] : []),
    ...units.flatMap(({ runs }) => components.filter(({ id }) => runs.includes(id))).map(silenceAlert),
  ];
}

const stated = (design: Design, key: 'rpo'): number | undefined => {
  const figure = design.requirements.find((requirement) => requirement.key === key)?.figure;
  return figure === undefined ? undefined : lookup(design).figure(figure).likely;
};

const constant = (series: string, value: number) => [{ series, values: `${promNumber(value)}+0x60` }];

function replicationAlert(store: Component, design: Design): Alert {
  const rpo = stated(design, 'rpo');
  const limit = rpo !== undefined && rpo > 0 ? Math.min(USUAL_LAG, rpo) : USUAL_LAG;
  const metric = selector(SIGNALS.replicationLag.name, ['component', '=', store.id]);
  return alert({
    name: alertName(store.id, 'replication', 'lag'),
    group: 'upkeep',
    expression: `max by (component) (${metric}) > ${promNumber(limit)}`,
    for: '10m',
    severity: 'page',
    seriesLabels: { component: store.id },
    summary: `${store.name}: a replica is more than ${formatQuantity(limit, 's')} behind`,
    meaning: 'Reads from the replica are stale, and a failover now would lose the writes it has not seen.',
    look: [
      'long transactions and bulk writes on the primary',
      'disk and network of the replica',
      'whether the replica still applies changes at all',
    ],
    actions: [
      'send reads that must be fresh to the primary',
      'stop the bulk write',
      'rebuild the replica from a backup when it does not catch up within an hour',
    ],
    components: [store.id],
    afterRelease: false,
    test: { fires: constant(metric, limit * 1.1), silent: constant(metric, limit * 0.9), after: 30 },
  });
}

function backupAlert(store: Component, design: Design): Alert {
  const limit = Math.max(BACKUP_GRACE, stated(design, 'rpo') ?? 0);
  const metric = selector(SIGNALS.backupAge.name, ['component', '=', store.id]);
  return alert({
    name: alertName(store.id, 'backup', 'old'),
    group: 'upkeep',
    expression: `max by (component) (${metric}) > ${promNumber(limit)}`,
    for: '30m',
    severity: 'ticket',
    seriesLabels: { component: store.id },
    summary: `${store.name}: the last verified backup is older than ${formatQuantity(limit, 's')}`,
    meaning: 'A loss now would cost more data than promised.',
    look: [
      'the log of the last backup job',
      'space and permissions at the backup’s destination',
      'whether the restore test, not the backup, failed',
    ],
    actions: [
      'run the backup by hand and verify it by a restore into a scratch instance',
      'do not run a contract migration until it has succeeded',
    ],
    components: [store.id],
    afterRelease: false,
    test: { fires: constant(metric, limit * 1.1), silent: constant(metric, limit * 0.9), after: 50 },
  });
}

function providerAlert(provider: Component): Alert {
  const of = (...outcome: readonly string[]) =>
    selector(
      SIGNALS.outbound.name,
      ['component', '=', provider.id],
      ...(outcome.length ? [['outcome', '=~', outcome.join('|')] as const] : []),
    );
  const calls = (bad: number) =>
    (['ok', 'error'] as const).map((outcome) => ({
      series: `${SIGNALS.outbound.name}{component=${promString(provider.id)},outcome="${outcome}"}`,
      values: `0+${outcome === 'ok' ? 1_000 - bad : bad}x60`,
    }));
  return alert({
    name: alertName(provider.id, 'failing'),
    group: 'providers',
    expression: `sum by (component) (rate(${of('error', 'timeout')}[5m])) / sum by (component) (rate(${of()}[5m])) > ${PROVIDER_ERRORS}`,
    for: '10m',
    severity: 'ticket',
    seriesLabels: { component: provider.id },
    summary: `${provider.name}: more than ${formatQuantity(PROVIDER_ERRORS, 'ratio')} of the calls fail`,
    meaning: 'Work that needs this provider waits; what users see depends on the flow. The objectives page if it hurts them.',
    look: [
      'the provider’s status page',
      'error codes: refused credentials and exhausted quotas are ours to mend',
      'age of the waiting work and the retry rate',
    ],
    actions: [
      'let the circuit breaker hold calls back; do not raise the retry limit',
      'switch to the second provider behind the adapter where one is contracted',
      'when it returns, let the backlog drain at the limited rate',
    ],
    components: [provider.id],
    afterRelease: true,
    test: { fires: calls(250), silent: calls(150), after: 30 },
  });
}

function certificateAlert(): Alert {
  const series = `${SIGNALS.certificate.name}{http_url="https://public.invalid/"}`;
  return alert({
    name: 'CertificateEnding',
    group: 'upkeep',
    expression: `min by (http_url) (${SIGNALS.certificate.name}) < ${CERTIFICATE_GRACE}`,
    for: '30m',
    severity: 'ticket',
    seriesLabels: { http_url: 'https://public.invalid/' },
    summary: `the public certificate ends in less than ${formatQuantity(CERTIFICATE_GRACE, 's')}`,
    meaning: 'Renewal is automatic and should have happened; when the certificate ends, nobody can connect.',
    look: [
      'the log of the renewal',
      'the DNS record or challenge path that renewal needs',
      'rate limits of the certificate authority',
    ],
    actions: ['renew by hand as the platform describes', 'mend the challenge, then watch one automatic renewal succeed'],
    components: [],
    afterRelease: false,
    test: { fires: constant(series, CERTIFICATE_GRACE * 0.9), silent: constant(series, CERTIFICATE_GRACE * 1.1), after: 50 },
  });
}

function silenceAlert(component: Component): Alert {
  const metric = selector(SIGNALS.use.name, ['component', '=', component.id], ['resource', '=', 'cpu']);
  return alert({
    name: alertName(component.id, 'silent'),
    group: 'upkeep',
    expression: `absent_over_time(${metric}[${SILENCE}])`,
    for: '5m',
    severity: 'page',
    seriesLabels: { component: component.id, resource: 'cpu' },
    summary: `${component.name}: no telemetry for ${SILENCE}`,
    meaning: 'Either nothing of it runs, or it runs unseen; every other alert about it is blind.',
    look: [
      'instances: running, restarting or gone',
      'the collector: is it up and does it accept data from other units?',
      'the last release: does the new version start at all?',
    ],
    actions: [
      'nothing runs: roll back (`deploy/rollback.md`)',
      'it runs unseen: restart the collector, then check its credentials and memory limit',
    ],
    components: [component.id],
    afterRelease: true,
    test: { fires: [], silent: constant(metric, 0.3), after: 30 },
  });
}
