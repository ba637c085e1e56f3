import { formatQuantity } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { type Alert, alertName } from './alert.ts';
import { promNumber, selector } from './promql.ts';
import { SIGNALS } from './signals.ts';

/** Where no objective says how long work may take: what users of background work usually accept. */
const USUAL_AGE = 300;

/** Age of the oldest waiting work and work that was set aside, for every worker. */
export function queueAlerts(design: Design): readonly Alert[] {
  const { components, units } = design.architecture;
  return units.flatMap((unit) => {
    const workers = components.filter(({ id, kind }) => kind === 'worker' && unit.runs.includes(id));
    return workers.length === 0 ? [] : [ageAlert(unit.id, workers, acceptedAge(design)), deadLetterAlert(unit.id, workers)];
  });
}

/** The tightest freshness objective: work older than it has already missed the objective. */
export function acceptedAge(design: Design): number {
  const { figure } = lookup(design);
  const ages = design.architecture.slos.flatMap(({ kind, threshold }) =>
    kind === 'freshness' && threshold !== undefined ? [figure(threshold).likely] : [],
  );
  return ages.length > 0 ? Math.min(...ages) : USUAL_AGE;
}

const constant = (series: string, value: number) => [{ series, values: `${promNumber(value)}+0x60` }];

function ageAlert(unit: string, workers: readonly Component[], limit: number): Alert {
  const metric = selector(SIGNALS.queueAge.name, ['unit', '=', unit]);
  return {
    name: alertName(unit, 'queue', 'age'),
    group: 'queues',
    expression: `max by (unit) (${metric}) > ${promNumber(limit)}`,
    for: '5m',
    severity: 'page',
    labels: {},
    seriesLabels: { unit },
    summary: `${unit}: the oldest waiting work is older than ${formatQuantity(limit, 's')}`,
    meaning: 'Work is accepted faster than it is done; users wait for effects that were promised.',
    look: [
      'arrival rate against completion rate: a burst, or workers that stopped?',
      'errors and retries of the workers: one poisoned message can hold a lane',
      'the providers that the workers call',
    ],
    actions: [
      'add workers up to the connection limit of the store',
      'set the poisoned message aside (dead letter) and let the lane go on',
      'pause bulk lanes so that urgent ones drain first',
    ],
    components: workers.map(({ id }) => id),
    afterRelease: true,
    test: { fires: constant(metric, limit * 1.1), silent: constant(metric, limit * 0.9), after: 30 },
  };
}

function deadLetterAlert(unit: string, workers: readonly Component[]): Alert {
  const metric = selector(SIGNALS.deadLetters.name, ['unit', '=', unit]);
  return {
    name: alertName(unit, 'dead', 'letters'),
    group: 'queues',
    expression: `max by (unit) (${metric}) > 0`,
    for: '15m',
    severity: 'ticket',
    labels: {},
    seriesLabels: { unit },
    summary: `${unit}: work was set aside after its last attempt`,
    meaning: 'Somebody’s request was accepted and will not be done until a person looks at it.',
    look: [
      'the error of the last attempt',
      'whether all of it is of one kind or from one caller',
      'the release in which the handler last changed',
    ],
    actions: [
      'mend the cause, then replay: handlers are idempotent',
      'cannot be done: tell the caller through the operation’s own status, then discard',
    ],
    components: workers.map(({ id }) => id),
    afterRelease: true,
    test: { fires: constant(metric, 3), silent: constant(metric, 0), after: 40 },
  };
}
