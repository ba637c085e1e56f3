import { oncePer } from '@archwright/kernel';
import type { Artefact, Design } from '@archwright/model';
import { type Alert, runbookLink, uniquelyNamed } from './alert.ts';
import { yamlFile } from './files.ts';
import { objectiveAlerts, recordingRules } from './objective-alerts.ts';
import { annotation } from './promql.ts';
import { queueAlerts } from './queue-alerts.ts';
import { resourceAlerts } from './resource-alerts.ts';
import { roadmapAlerts } from './roadmap-alerts.ts';
import { watchedStores } from './store-watch.ts';
import { upkeepAlerts } from './upkeep-alerts.ts';

/** Every alert of a design, in the order in which they hurt. Several files speak of them, so they are computed once. */
export const alertsOf = oncePer((design: Design): readonly Alert[] =>
  uniquelyNamed([
    ...objectiveAlerts(design),
    ...queueAlerts(design),
    ...resourceAlerts(design),
    ...upkeepAlerts(design),
    ...roadmapAlerts(design),
  ]),
);

export const alertLabels = ({ labels, severity }: Alert): Readonly<Record<string, string>> => ({ severity, ...labels });

export const alertAnnotations = (alert: Alert): Readonly<Record<string, string>> => ({
  summary: annotation(alert.summary),
  description: annotation(alert.meaning),
  runbook_url: runbookLink(alert),
});

/** `operate/alerts.yaml`: recording rules, then the alerts, one group for each kind. */
export function alertsFile(design: Design): Artefact {
  const alerts = alertsOf(design);
  const groups = [...new Set(alerts.map(({ group }) => group))];
  const rules = (group: Alert['group']) => [
    ...(group === 'objectives' ? recordingRules(design) : []),
    ...alerts.filter((alert) => alert.group === group).map(ruleOf),
  ];
  const stores = watchedStores(design).flatMap((store) => store.rules);
  const documents = [
    ...(stores.length > 0 ? [{ name: 'stores', rules: stores }] : []),
    ...groups.map((name) => ({ name, rules: rules(name) })),
  ];
  return yamlFile('operate/alerts.yaml', 'Alert rules (Prometheus)', { groups: documents });
}

const ruleOf = (alert: Alert) => ({
  alert: alert.name,
  expr: alert.expression,
  for: alert.for,
  labels: alertLabels(alert),
  annotations: alertAnnotations(alert),
});
