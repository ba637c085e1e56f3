import type { Artefact, Design } from '@archwright/model';
import { alertTestsFile } from './alert-tests.ts';
import { alertsFile, alertsOf } from './alerts.ts';
import { dashboardFile } from './dashboard.ts';
import { loadTestFile } from './load-test.ts';
import { collectorFile } from './otel-collector.ts';
import { runbooksFile } from './runbooks.ts';
import { sloFile } from './slo-document.ts';

export { type Alert, runbookLink } from './alert.ts';
export { alertsOf } from './alerts.ts';
export { SIGNALS } from './signals.ts';

/** Objectives, alerts with their tests, dashboard, telemetry pipeline, load test and runbooks. Nothing for a design without units. */
export function operateArtefacts(design: Design): readonly Artefact[] {
  if (design.architecture.units.length === 0) return [];
  const alerts = alertsOf(design).length > 0 ? [alertsFile(design), alertTestsFile(design)] : [];
  return [
    sloFile(design),
    ...alerts,
    dashboardFile(design),
    collectorFile(design),
    loadTestFile(design),
    runbooksFile(design),
  ].filter((file) => file !== undefined);
}
