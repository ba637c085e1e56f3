import { formatNumber, formatQuantity, slug } from '@archwright/kernel';
import type { Artefact, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { jsonFile } from './files.ts';
import { headroomOf } from './headroom.ts';
import { type Indicator, errorRatio, indicatorsOf } from './indicator.ts';
import { promNumber, selector } from './promql.ts';
import { acceptedAge } from './queue-alerts.ts';
import { requestPeakOf, roadmapAlerts } from './roadmap-alerts.ts';
import { SIGNALS } from './signals.ts';

const COLUMNS = 24;
const HEIGHT = 8;
/** Grafana's limit for the id in a dashboard's address. */
const LONGEST_UID = 40;

interface Panel {
  readonly title: string;
  readonly type: 'timeseries' | 'stat';
  readonly width: number;
  readonly queries: readonly (readonly [expression: string, legend: string])[];
  readonly unit: string;
  /** Values at which the colour turns, ascending. */
  readonly limits?: readonly (readonly [number, 'yellow' | 'red'])[];
  readonly description?: string;
}
interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** `operate/dashboard.json`: objectives, traffic, latency, use, queues and providers, with the planned limits drawn in. */
export function dashboardFile(design: Design): Artefact {
  const dashboard = {
    uid: slug(design.title).slice(0, LONGEST_UID),
    title: design.title,
    tags: ['generated', slug(design.title)],
    timezone: 'utc',
    schemaVersion: 39,
    version: 1,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Data source' }] },
    panels: place(
      [objectives(design), traffic(design), use(design), work(design), outside(design)].filter(({ panels }) => panels.length > 0),
    ),
  };
  return jsonFile('operate/dashboard.json', 'Dashboard (Grafana)', dashboard);
}

const left = (indicator: Indicator): string =>
  `1 - (${errorRatio(indicator, `${indicator.slo.windowDays}d`)}) / ${promNumber(Math.max(1e-6, 1 - indicator.slo.objective))}`;

const objectives = (design: Design): Row => ({
  title: 'Objectives',
  panels: indicatorsOf(design).map((indicator) => ({
    title: `Error budget left: ${indicator.slo.name}`,
    type: 'stat',
    width: 8,
    queries: [[left(indicator), indicator.slo.id]],
    unit: 'percentunit',
    description: `${formatQuantity(indicator.slo.objective, 'ratio')} over ${indicator.slo.windowDays} days`,
  })),
});

function traffic(design: Design): Row {
  const peak = requestPeakOf(design);
  const announced = roadmapAlerts(design).map(({ expression }) => Number(expression.split(' > ').at(-1)));
  const limits = [
    ...(peak > 0 ? [[peak, 'yellow'] as const] : []),
    ...announced.slice(0, 1).map((rate) => [rate, 'red'] as const),
  ];
  const { text } = lookup(design);
  const targets = design.architecture.api.operations.flatMap(({ id, latencyTarget }) =>
    latencyTarget === undefined ? [] : [`${id} ${text(latencyTarget)}`],
  );
  if (design.architecture.api.operations.length === 0) return { title: 'Traffic', panels: [] };
  const { requests, duration } = SIGNALS;
  return {
    title: 'Traffic',
    panels: [
      {
        title: 'Requests',
        type: 'timeseries',
        width: 8,
        queries: [[`sum by (operation) (rate(${requests.name}[5m]))`, '{{operation}}']],
        unit: 'reqps',
        limits,
        description: `planned peak ${formatNumber(peak)}/s in all`,
      },
      {
        title: 'Errors',
        type: 'timeseries',
        width: 8,
        queries: [[`sum by (operation) (rate(${selector(requests.name, ['code', '=~', '5..'])}[5m]))`, '{{operation}}']],
        unit: 'reqps',
      },
      {
        title: 'Latency, p99',
        type: 'timeseries',
        width: 8,
        queries: [[`histogram_quantile(0.99, sum by (le, operation) (rate(${duration.name}_bucket[5m])))`, '{{operation}}']],
        unit: 's',
        ...(targets.length > 0 && { description: `targets: ${targets.join(', ')}` }),
      },
    ],
  };
}

function use(design: Design): Row {
  const planned = headroomOf(design).value;
  const shown = design.architecture.components.filter(({ kind }) =>
    ['service', 'worker', 'database', 'cache', 'queue', 'stream', 'search', 'real-time'].includes(kind),
  );
  return {
    title: 'Use of resources',
    panels: shown.map(({ id, name }) => ({
      title: name,
      type: 'timeseries',
      width: 6,
      queries: [[`max by (resource) (${selector(SIGNALS.use.name, ['component', '=', id])})`, '{{resource}}']],
      unit: 'percentunit',
      limits: [
        [planned, 'yellow'],
        [Math.max(0.9, planned), 'red'],
      ],
    })),
  };
}

function work(design: Design): Row {
  const workers = design.architecture.units.filter(({ runs }) =>
    design.architecture.components.some(({ id, kind }) => kind === 'worker' && runs.includes(id)),
  );
  if (workers.length === 0) return { title: 'Background work', panels: [] };
  return {
    title: 'Background work',
    panels: [
      {
        title: 'Oldest waiting work',
        type: 'timeseries',
        width: 12,
        queries: [[`max by (unit) (${SIGNALS.queueAge.name})`, '{{unit}}']],
        unit: 's',
        limits: [[acceptedAge(design), 'red']],
      },
      {
        title: 'Set aside',
        type: 'timeseries',
        width: 12,
        queries: [[`max by (unit) (${SIGNALS.deadLetters.name})`, '{{unit}}']],
        unit: 'short',
        limits: [[1, 'red']],
      },
    ],
  };
}

const outside = (design: Design): Row => ({
  title: 'Providers',
  panels: design.architecture.components
    .filter(({ kind }) => kind === 'external')
    .map(({ id, name }) => ({
      title: name,
      type: 'timeseries',
      width: 8,
      queries: [[`sum by (outcome) (rate(${selector(SIGNALS.outbound.name, ['component', '=', id])}[5m]))`, '{{outcome}}']],
      unit: 'reqps',
    })),
});

/** Rows one below the other, panels side by side until the width is used up; ids count up in reading order. */
function place(rows: readonly Row[]): readonly unknown[] {
  const placed: unknown[] = [];
  let y = 0;
  for (const row of rows) {
    placed.push({
      id: placed.length + 1,
      type: 'row',
      title: row.title,
      collapsed: false,
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      panels: [],
    });
    y += 1;
    let x = 0;
    for (const panel of row.panels) {
      if (x + panel.width > COLUMNS) [x, y] = [0, y + HEIGHT];
      placed.push({ id: placed.length + 1, ...body(panel), gridPos: { x, y, w: panel.width, h: HEIGHT } });
      x += panel.width;
    }
    y += HEIGHT;
  }
  return placed;
}

const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

const body = ({ title, type, queries, unit, limits = [], description }: Panel) => ({
  type,
  title,
  ...(description !== undefined && { description }),
  datasource: DATASOURCE,
  targets: queries.map(([expr, legendFormat], index) => ({
    refId: String.fromCharCode(65 + index),
    expr,
    legendFormat,
    datasource: DATASOURCE,
  })),
  fieldConfig: {
    defaults: {
      unit,
      thresholds: {
        mode: 'absolute',
        steps: [{ color: 'green', value: null }, ...limits.map(([value, color]) => ({ color, value }))],
      },
      custom: type === 'timeseries' && limits.length > 0 ? { thresholdsStyle: { mode: 'line' } } : {},
    },
    overrides: [],
  },
});
