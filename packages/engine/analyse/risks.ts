import type { Architecture, Component, FailureMode, Risk } from '@archwright/model';
import type { Synthesis } from '../synthesise/synthesis.ts';

const WEIGHT: Readonly<Record<Risk['severity'], number>> = { critical: 3, high: 2, medium: 1, low: 0 };
const MOST_RISKS = 12;

/** Component kinds a failure mode of the catalogue can strike, by the word it uses. */
const STRIKES: Readonly<Record<string, readonly Component['kind'][]>> = {
  database: ['database'],
  nosql: ['database'],
  tenancy: ['database'],
  cache: ['cache'],
  queue: ['queue'],
  stream: ['stream'],
  search: ['search'],
  storage: ['object-store'],
  realtime: ['real-time'],
  edge: ['edge', 'gateway'],
  network: ['gateway'],
  external: ['external'],
  integration: ['external'],
  payments: ['external'],
  ai: ['external'],
  scheduler: ['worker'],
  faas: ['service'],
  platform: ['service'],
  security: ['gateway', 'service'],
  service: ['service'],
  observability: ['observability'],
};

/** What breaks, how it shows, who is hurt, what happens by itself and what the operator does: the domain's own risks first. */
export function assessRisks(architecture: Architecture, { workload, catalogue }: Synthesis): readonly Risk[] {
  const modes = new Map(catalogue.failureModes.map((mode) => [mode.id, mode]));
  const own = workload.contexts.flatMap(({ id: context, archetype }) =>
    archetype.risks.flatMap(({ risk, failureModes }) =>
      failureModes.slice(0, 1).flatMap((id) => {
        const mode = modes.get(id);
        return mode ? [{ mode, title: risk, context }] : [];
      }),
    ),
  );
  const technologies = new Set(architecture.components.flatMap(({ technologyId }) => technologyId ?? []));
  const inherent = catalogue.technologies
    .filter(({ id }) => technologies.has(id))
    .flatMap(({ failureModes }) => failureModes.flatMap((id) => modes.get(id) ?? []))
    .map((mode) => ({ mode, title: mode.name, context: undefined }));
  const always = ['bad-deploy', 'credential-leak', 'observability-blind']
    .flatMap((id) => modes.get(id) ?? [])
    .map((mode) => ({ mode, title: mode.name, context: undefined }));
  const seen = new Set<string>();
  const risks = [...own, ...inherent, ...always]
    .filter(({ mode }) => !seen.has(mode.id) && seen.add(mode.id))
    .flatMap(({ mode, title, context }) => riskOf(mode, title, struckBy(mode, architecture.components, context)));
  return risks
    .map((risk, index) => ({ risk, index }))
    .sort((a, b) => WEIGHT[b.risk.severity] - WEIGHT[a.risk.severity] || a.index - b.index)
    .map(({ risk }) => risk)
    .slice(0, MOST_RISKS);
}

const struckBy = (mode: FailureMode, components: readonly Component[], context: string | undefined): Component | undefined => {
  const kinds = STRIKES[mode.componentKind] ?? ['service'];
  const hit = components.filter(({ kind }) => kinds.includes(kind));
  const own = hit.find(({ contexts }) => context !== undefined && contexts.includes(context)) ?? hit[0];
  // A risk of the domain concerns the design even where the usual box is missing; an inherent one only where the box stands.
  return own ?? (context === undefined ? undefined : components.find(({ kind }) => kind === 'service'));
};

function riskOf(mode: FailureMode, title: string, component: Component | undefined): readonly Risk[] {
  if (!component) return [];
  return [
    {
      id: mode.id,
      title,
      component: component.id,
      trigger: mode.trigger,
      effect: mode.effect,
      signal: `${mode.signal}; ${mode.threshold}`,
      mitigation: mode.mitigations.slice(0, 3).join('; '),
      recovery: mode.recovery.slice(0, 2).join('; '),
      severity: mode.severity,
      sources: mode.sources.map(({ title: name, url }) => url ?? name),
    },
  ];
}
