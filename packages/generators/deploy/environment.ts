import { slug } from '@archwright/kernel';
import type { Component, DeploymentUnit, Design } from '@archwright/model';

/** One setting of a unit. Secrets never have a value in a file: they come from the platform's secret manager. */
export interface Setting {
  readonly name: string;
  readonly secret: boolean;
  readonly purpose: string;
  /** The component it leads to. */
  readonly component?: string;
  /** Fixed value, the same everywhere; absent where the platform supplies it. */
  readonly value?: string;
}

/** Where a unit without a public port answers its health checks. */
export const HEALTH_PORT = 8081;
export const READY_PATH = '/readyz';
export const LIVE_PATH = '/livez';
/** Time a unit may take to finish its work after SIGTERM, in s. */
export const DRAIN_SECONDS = 30;

/** `primary-store` → `PRIMARY_STORE`: the stem of a component's settings. */
export const variableOf = (id: string): string =>
  `${/^\d/.test(slug(id)) ? 'C_' : ''}${slug(id).replaceAll('-', '_').toUpperCase()}`;

export const healthPort = (unit: DeploymentUnit): number => unit.port ?? HEALTH_PORT;

/** Components a unit talks to, in either direction, in the order of the design. */
export function neighboursOf(unit: DeploymentUnit, design: Design): readonly Component[] {
  const { components, connections } = design.architecture;
  const met = new Set(
    connections.flatMap(({ from, to }) => (unit.runs.includes(from) ? [to] : unit.runs.includes(to) ? [from] : [])),
  );
  return components.filter(({ id }) => met.has(id) && !unit.runs.includes(id));
}

/** Exactly the settings a unit needs: least privilege starts with not handing out what is not used. */
export const settingsOf = (unit: DeploymentUnit, design: Design): readonly Setting[] => [
  ...(unit.port === undefined ? [] : [{ name: 'PORT', secret: false, purpose: 'port of the API', value: String(unit.port) }]),
  { name: 'HEALTH_PORT', secret: false, purpose: `port of ${LIVE_PATH} and ${READY_PATH}`, value: String(healthPort(unit)) },
  { name: 'LOG_LEVEL', secret: false, purpose: 'lowest level that is logged', value: 'info' },
  { name: 'OTEL_SERVICE_NAME', secret: false, purpose: 'name in traces and metrics', value: unit.id },
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', secret: false, purpose: 'address of the collector' },
  ...neighboursOf(unit, design).flatMap(settingsFor),
];

/** Every setting of the design once. */
export const allSettings = (design: Design): readonly Setting[] => [
  ...new Map(
    design.architecture.units.flatMap((unit) => settingsOf(unit, design)).map((setting) => [setting.name, setting]),
  ).values(),
];

export const secretsOf = (unit: DeploymentUnit, design: Design): readonly Setting[] =>
  settingsOf(unit, design).filter(({ secret }) => secret);

function settingsFor({ id, kind, name }: Component): readonly Setting[] {
  const stem = variableOf(id);
  switch (kind) {
    case 'database':
    case 'cache':
    case 'queue':
    case 'stream':
    case 'search':
    case 'object-store':
    case 'real-time':
      return [{ name: `${stem}_URL`, secret: true, purpose: `address and credential of: ${name}`, component: id }];
    case 'external':
      return [
        { name: `${stem}_URL`, secret: false, purpose: `base address of: ${name}`, component: id },
        { name: `${stem}_API_KEY`, secret: true, purpose: `credential for: ${name}`, component: id },
      ];
    case 'identity':
      return [{ name: `${stem}_ISSUER`, secret: false, purpose: `issuer whose tokens are accepted: ${name}`, component: id }];
    default:
      return [];
  }
}
