import type { Artefact, Design } from '@archwright/model';
import type { Alert, Series } from './alert.ts';
import { alertAnnotations, alertLabels, alertsOf } from './alerts.ts';
import { yamlFile } from './files.ts';

/** `operate/alerts.test.yaml`: for every alert a load at which it fires and one, just below, at which it is silent. */
export function alertTestsFile(design: Design): Artefact {
  const tests = alertsOf(design).flatMap((alert) => [test(alert, alert.test.fires, true), test(alert, alert.test.silent, false)]);
  return yamlFile('operate/alerts.test.yaml', 'Tests of the alert rules (promtool)', {
    rule_files: ['alerts.yaml'],
    // As often as the shortest window: once a minute would take four times as long and see nothing more.
    evaluation_interval: '5m',
    tests,
  });
}

function test(alert: Alert, input: readonly Series[], fires: boolean) {
  const expected = { exp_labels: { ...alert.seriesLabels, ...alertLabels(alert) }, exp_annotations: alertAnnotations(alert) };
  return {
    name: `${alert.name} ${fires ? 'fires' : 'stays silent'}`,
    interval: '1m',
    input_series: input.map(({ series, values }) => ({ series, values })),
    alert_rule_test: [{ eval_time: `${alert.test.after}m`, alertname: alert.name, exp_alerts: fires ? [expected] : [] }],
  };
}
