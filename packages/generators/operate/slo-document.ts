import { slug } from '@archwright/kernel';
import type { Artefact, Design } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { alertsOf } from './alerts.ts';
import { yamlFile } from './files.ts';
import { type Indicator, indicatorsOf } from './indicator.ts';

const metric = (query: string) => ({ metricSource: { type: 'Prometheus', spec: { query } } });

/**
 * `operate/slo.yaml`: one OpenSLO document an objective.
 *
 * @source OpenSLO specification v1, https://github.com/OpenSLO/OpenSLO
 */
export function sloFile(design: Design): Artefact | undefined {
  const indicators = indicatorsOf(design);
  if (indicators.length === 0) return undefined;
  return yamlFile(
    'operate/slo.yaml',
    'Service level objectives (OpenSLO)',
    indicators.map((indicator) => document(indicator, design)),
  );
}

function document(indicator: Indicator, design: Design) {
  const { slo } = indicator;
  const { text } = lookup(design);
  const service = slug(design.title);
  const budget = slo.errorBudgetMinutes === undefined ? '' : `, error budget ${text(slo.errorBudgetMinutes)}`;
  const bound = slo.threshold === undefined ? '' : ` within ${text(slo.threshold)}`;
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: slug(slo.id), displayName: slo.name, labels: { service: [service], origin: [slo.origin] } },
    spec: {
      description: `${slo.name}${bound}: ${slo.origin} objective${budget}`,
      service,
      indicator: { metadata: { name: `${slug(slo.id)}-indicator` }, spec: { ratioMetric: ratioMetric(indicator) } },
      timeWindow: [{ duration: `${slo.windowDays}d`, isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: slo.name, target: slo.objective }],
      alertPolicies: alertsOf(design)
        .filter(({ group, seriesLabels }) => group === 'objectives' && seriesLabels?.['slo'] === slo.id)
        .map(({ name }) => ({ alertPolicyRef: name })),
    },
  };
}

const ratioMetric = ({ total, bad, good }: Indicator) => ({
  counter: true,
  ...(good === undefined ? { bad: metric(`sum(${bad})`) } : { good: metric(`sum(${good})`) }),
  total: metric(`sum(${total})`),
});
