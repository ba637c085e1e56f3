import { formatNumber, formatQuantity } from '@archwright/kernel';
import type { Design, RoadmapStage } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { type Alert, alertName } from './alert.ts';
import { promNumber } from './promql.ts';
import { SIGNALS } from './signals.ts';

/** A stage is announced at this share of its load, so that there is time to prepare it. */
export const ANNOUNCED_AT = 0.8;

const RATE = `sum(rate(${SIGNALS.requests.name}[5m]))`;

/** All requests at peak (1/s): the sum over the operations that have a rate. */
export function requestPeakOf(design: Design): number {
  const { figure } = lookup(design);
  return design.architecture.api.operations.reduce(
    (sum, { peakRate }) => sum + (peakRate === undefined ? 0 : figure(peakRate).likely),
    0,
  );
}

/** One ticket for every stage of the roadmap that lies ahead, at the load that announces it. */
export function roadmapAlerts(design: Design): readonly Alert[] {
  const peak = requestPeakOf(design);
  return design.roadmap
    .filter(({ factor }) => factor > 1)
    .flatMap((stage) => {
      const limit = announcedRate(stage, peak);
      return limit === undefined ? [] : [stageAlert(stage, limit)];
    });
}

/** Requests per second that announce the stage: what the stage itself says, or its factor times today's peak. */
function announcedRate(stage: RoadmapStage, peak: number): number | undefined {
  const written = stage.alert?.startsWith(`${RATE} > `) ? Number(stage.alert.slice(`${RATE} > `.length)) : Number.NaN;
  if (Number.isFinite(written) && written > 0) return written;
  return peak > 0 ? peak * stage.factor * ANNOUNCED_AT : undefined;
}

/** A stage may bring the name of its alert instead of an expression. */
const nameOf = (stage: RoadmapStage): string =>
  stage.alert !== undefined && /^[A-Za-z][A-Za-z0-9]{2,60}$/.test(stage.alert) ? stage.alert : alertName('roadmap', stage.id);

function stageAlert(stage: RoadmapStage, limit: number): Alert {
  const series = (share: number) => [
    { series: `${SIGNALS.requests.name}{unit="any",code="200"}`, values: `0+${promNumber(limit * share * 60)}x60` },
  ];
  const changes = stage.changes.map(({ decision, from, to }) => `${decision}: ${from} → ${to}`);
  return {
    name: nameOf(stage),
    group: 'roadmap',
    expression: `${RATE} > ${promNumber(limit)}`,
    for: '30m',
    severity: 'ticket',
    labels: { stage: stage.id },
    summary: `roadmap stage “${stage.title}” is near: more than ${formatQuantity(limit, '1/s')} requests`,
    meaning: `At ${stage.load} (${formatNumber(stage.factor)} times today): ${stage.trigger}. The change takes time, so it is announced before the limit.`,
    look: [
      'is it growth or one burst: the same hour of the last four weeks',
      stage.saturates ? `the use of what saturates: ${stage.saturates}` : 'which part is nearest to its planned use',
      'the monthly cost before and after the stage in the roadmap',
    ],
    actions: [
      changes.length > 0
        ? `plan the changes: ${changes.join('; ')}`
        : 'resize the parts the stage names; no part changes its kind',
      ...stage.migration.map(
        ({ step, rollback, reversible }) => `${step} — back: ${rollback}${reversible ? '' : ' (not instant)'}`,
      ),
      'run `operate/load-test.js` at the stage’s rate before and after',
    ],
    components: [],
    afterRelease: false,
    test: { fires: series(1.1), silent: series(0.9), after: 50 },
  };
}
