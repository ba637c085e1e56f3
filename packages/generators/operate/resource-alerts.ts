import { formatQuantity } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { type Alert, alertName } from './alert.ts';
import { headroomOf } from './headroom.ts';
import { promNumber, promString, selector } from './promql.ts';
import { SIGNALS } from './signals.ts';

/** Use above which a part fails soon, whatever was planned: the planning range of queueing systems ends well below it. */
const CRITICAL_USE = 0.9;

/** What runs out first in each kind of part. Kinds that are not listed scale without us or are watched elsewhere. */
const RESOURCES: Partial<Record<Component['kind'], readonly string[]>> = {
  service: ['cpu', 'memory'],
  worker: ['cpu', 'memory'],
  database: ['cpu', 'connections', 'disk'],
  // A full cache is a working cache: its memory is on the dashboard only.
  cache: ['cpu', 'connections'],
  queue: ['memory', 'disk'],
  stream: ['disk', 'cpu'],
  search: ['cpu', 'disk'],
  'real-time': ['connections'],
};

/** Two alerts for each part that can fill up: above the planned use, and about to fail. */
export const resourceAlerts = (design: Design): readonly Alert[] =>
  design.architecture.components.flatMap((component) => {
    const resources = RESOURCES[component.kind];
    if (resources === undefined) return [];
    const planned = headroomOf(design).value;
    return [
      useAlert(component, resources, planned, 'ticket'),
      useAlert(component, resources, Math.max(CRITICAL_USE, planned), 'page'),
    ];
  });

function useAlert(component: Component, resources: readonly string[], limit: number, severity: Alert['severity']): Alert {
  const page = severity === 'page';
  const own = component.kind === 'service' || component.kind === 'worker';
  const metric = selector(SIGNALS.use.name, ['component', '=', component.id], ['resource', '=~', resources.join('|')]);
  const series = (value: number) => [
    {
      series: `${SIGNALS.use.name}{component=${promString(component.id)},resource="${resources[0]}"}`,
      values: `${promNumber(value)}+0x60`,
    },
  ];
  return {
    name: alertName(component.id, 'use', page ? 'critical' : 'high'),
    group: 'saturation',
    expression: `max by (component, resource) (${metric}) > ${promNumber(limit)}`,
    for: page ? '5m' : '30m',
    severity,
    labels: {},
    seriesLabels: { component: component.id, resource: resources[0]! },
    summary: `${component.name}: ${resources.join(' or ')} above ${formatQuantity(limit, 'ratio')}`,
    meaning: page
      ? `${component.name} is about to run out; waiting time grows without bound from here.`
      : `${component.name} works above the use it was planned for; a lost instance or a burst no longer fits.`,
    look: [
      'which resource it is, and whether it rose with the request rate or without it',
      own
        ? 'instances: are all ready, and has the autoscaler reached its maximum?'
        : 'the heaviest queries, keys or callers of the last hour',
      'the release history: a leak or a missing index shows as a step',
    ],
    actions: [
      own
        ? 'raise the maximum of the autoscaler by half and watch the use fall'
        : 'stop or postpone batch work, then the heaviest caller; grow the part as its roadmap stage says',
      'rose without load: roll back the last release (`deploy/rollback.md`)',
      'rose with load and stays: the next stage of the roadmap is due',
    ],
    components: [component.id],
    afterRelease: own,
    test: { fires: series(Math.min(0.999, limit + 0.02)), silent: series(limit - 0.02), after: 50 },
  };
}
