import type { Design } from '@archwright/model';
import type { Unit } from '../../unit.ts';
import { many, one, reference, resource, type Resource, type Stack } from '../resource.ts';
import { identifier, plainSettings } from '../shared.ts';
import { googleNetwork } from './network.ts';
import { googleMigration, googleSecrets, googleService } from './service.ts';
import { googleStore } from './stores.ts';

/** Units on Cloud Run with an account each, private addresses to the stores, secrets from Secret Manager. */
export function cloudRunStack(design: Design, units: readonly Unit[], system: string): Stack {
  const made = design.architecture.components.flatMap((component) => googleStore(component, design, system));
  return {
    provider: 'google',
    variables: [
      { name: 'project', description: 'Google Cloud project' },
      { name: 'region', description: 'region of everything' },
      { name: 'image', description: 'first image, by digest; later ones come from the release script' },
      { name: 'collector_endpoint', description: 'OTLP address of the telemetry collector' },
      ...plainSettings(units, design).map((name) => ({ name: name.toLowerCase(), description: `value of ${name}` })),
      ...made.flatMap(({ variables }) => variables),
    ],
    resources: [
      ...googleNetwork(system),
      ...googleSecrets(design, system),
      ...units.flatMap((unit) => googleService(unit, design, system)),
      ...googleMigration(design, system),
      ...made.flatMap(({ resources }) => resources),
      ...alarms(units, system),
    ],
    outputs: units
      .filter((unit) => unit.public)
      .map((unit) => ({
        name: `${identifier(unit.name)}_address`,
        value: reference('google_cloud_run_v2_service', identifier(unit.name), 'uri'),
      })),
  };
}

const alarms = (units: readonly Unit[], system: string): readonly Resource[] =>
  units.map((unit) =>
    resource('google_monitoring_alert_policy', identifier(unit.name), {
      display_name: `${system} ${unit.name}: CPU above the planned use`,
      combiner: 'OR',
      conditions: many('conditions', [
        {
          display_name: 'cpu',
          condition_threshold: one({
            filter: `resource.type = "cloud_run_revision" AND resource.labels.service_name = "${system}-${unit.name}" AND metric.type = "run.googleapis.com/container/cpu/utilizations"`,
            comparison: 'COMPARISON_GT',
            threshold_value: Math.max(0.9, unit.scale.target),
            duration: '600s',
            aggregations: many('aggregations', [{ alignment_period: '60s', per_series_aligner: 'ALIGN_PERCENTILE_99' }]),
          }),
        },
      ]),
    }),
  );
