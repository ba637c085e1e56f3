import type { Component, DeploymentUnit, DomainEvent, Entity, Flow, Slo, TrustBoundary } from '@archwright/model';
import { type Figure, slug } from '@archwright/kernel';
import { shorthand } from '../workload/shorthand.ts';
import { entityId } from './entities.ts';
import { componentForRole } from './roles.ts';
import { chosenOption, type Synthesis } from './synthesis.ts';

export function synthesiseEvents(
  components: readonly Component[],
  entities: readonly Entity[],
  { workload }: Synthesis,
): readonly DomainEvent[] {
  const seen = new Set<string>();
  return workload.contexts.flatMap((context) =>
    context.archetype.events.flatMap((event): DomainEvent[] => {
      const producer = componentForRole('api', context.id, components);
      const entity = entities.find(({ id }) => id === entityId(context.id, event.entity));
      if (!producer || !entity || seen.has(event.name)) return [];
      seen.add(event.name);
      const rate = workload.entities.find(
        (sized) => sized.context === context.id && sized.definition.name === event.entity,
      )?.rate;
      return [
        {
          id: `${context.id}.${slug(event.name)}`,
          name: event.name,
          version: 1,
          context: context.id,
          when: event.when,
          entity: entity.id,
          producer,
          consumers: [...event.consumers],
          ...(rate && { rate: rate.id }),
        },
      ];
    }),
  );
}

const BOUNDARIES: readonly TrustBoundary[] = [
  {
    id: 'internet',
    name: 'Public internet',
    trust: 'untrusted',
    crossing: 'TLS 1.3 only; nothing is believed before a token is verified',
  },
  {
    id: 'edge',
    name: 'Edge',
    trust: 'terminates TLS',
    crossing: 'rate limits by caller, request size limits, schema validation',
  },
  {
    id: 'application',
    name: 'Application',
    trust: 'workload identity',
    crossing: 'verified token and scope on every call; least-privilege role per deployable',
  },
  {
    id: 'data',
    name: 'Data',
    trust: 'reached only from the application',
    crossing: 'private network, TLS, one database role per module, encryption at rest',
  },
  {
    id: 'providers',
    name: 'External providers',
    trust: 'contract only',
    crossing: 'egress allow-list, provider keys from the secret manager, signed callbacks',
  },
  {
    id: 'operations',
    name: 'Operations',
    trust: 'engineers, single sign-on',
    crossing: 'no personal data in telemetry; access is logged',
  },
];

/** Contracts that a regime asks of whoever holds the data. */
const CONTRACTS: Readonly<Record<string, string>> = {
  baa: 'held only by providers that signed a business associate agreement (BAA)',
  'pci-attested': 'held only by providers attested for card data',
  'soc-2-attested': 'held only by providers with a SOC 2 report',
};

export const synthesiseBoundaries = (components: readonly Component[], { decided }: Synthesis): readonly TrustBoundary[] => {
  const contracts = decided.posed.problem.anywhere.flatMap((need) => CONTRACTS[need] ?? []);
  return BOUNDARIES.filter(({ id }) => components.some(({ boundary }) => boundary === id)).map((one) =>
    one.id === 'data' ? { ...one, crossing: [one.crossing, ...contracts].join('; ') } : one,
  );
};

const WINDOW_DAYS = 30;

/** Targets people agree on, in seconds. */
const USUAL_LATENCIES = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10];

/** A limit may itself be assumed: only what somebody said is called stated. */
const originOf = (limit: Figure | undefined): Slo['origin'] =>
  limit && ['stated', 'answered', 'rule'].includes(limit.origin) ? 'stated' : 'assumed';

/** Targets with their window: availability of the whole, latency of each main flow. Stated ones say so. */
export function synthesiseSlos(flows: readonly Flow[], { workload, decided, book }: Synthesis): readonly Slo[] {
  const make = shorthand(book);
  const stated = decided.posed.limits.availability;
  // Unstated: what the chosen parts' own commitments allow, rounded down to a half nine that leaves a budget.
  const reachable = decided.best.availability;
  const steps = [0.9999, 0.9995, 0.999, 0.995, 0.99, 0.98, 0.95];
  const objective = stated?.likely ?? steps.find((step) => step <= reachable) ?? 0.9;
  const target =
    stated ??
    make.assumed(
      'slo.availability.objective',
      'availability offered',
      objective,
      'ratio',
      'not stated: the highest usual target that the parts’ own commitments allow',
    );
  const budget = make.compute('slo.availability.budget', `error budget in ${WINDOW_DAYS} days`, 's', '(1 - objective) * window', {
    objective: target,
    window: make.rule('slo.window', 'SLO window', WINDOW_DAYS * 86_400, 's', 'rolling 30 days'),
  });
  const first: Slo = {
    id: 'availability',
    name: 'Requests answered without a server error',
    kind: 'availability',
    objective,
    windowDays: WINDOW_DAYS,
    errorBudgetMinutes: budget.id,
    origin: originOf(stated),
  };
  const latencies = workload.contexts.flatMap(({ id, archetype }) => {
    const figure = book.get(`slo.${id}.${archetype.mainOperation}.latency`);
    const limit = decided.posed.limits.latency;
    const main = flows.find(({ operation }) => operation === `${id}.${archetype.mainOperation}`);
    // A limit that somebody stated is about waiting: where nobody waits for the main operation, the first that is waited for keeps it.
    const awaited =
      limit && main?.mode !== 'sync'
        ? flows.find(({ mode, operation }) => mode === 'sync' && operation?.startsWith(`${id}.`))
        : undefined;
    const flow = awaited ?? main;
    const operation = flow?.operation?.slice(id.length + 1) ?? archetype.mainOperation;
    const bound = flow?.latencyP99 ? book.need(flow.latencyP99) : undefined;
    const offered = bound && USUAL_LATENCIES.find((step) => step >= bound.likely);
    const threshold =
      limit ??
      (offered === undefined
        ? figure
        : make.assumed(
            `slo.${id}.offered-latency`,
            'latency offered, p99',
            offered,
            's',
            'not stated: the smallest usual target that the parts on the path keep',
          ));
    return threshold
      ? [
          {
            id: `${id}-latency`,
            name: `${archetype.operations.find((one) => one.id === operation)?.summary ?? id}: p99`,
            kind: 'latency' as const,
            ...(flow && { flow: flow.id }),
            objective: 0.99,
            threshold: threshold.id,
            windowDays: WINDOW_DAYS,
            origin: originOf(limit),
          },
        ]
      : [];
  });
  const asynchronous = flows
    .filter(({ mode }) => mode === 'async')
    .slice(0, 1)
    .map((flow): Slo => ({
      id: `${flow.id}-freshness`,
      name: `${flow.title}: done within the target`,
      flow: flow.id,
      kind: 'freshness',
      objective: 0.99,
      threshold: make.assumed(
        'slo.freshness',
        'asynchronous work is done within',
        60,
        's',
        'usual expectation for background work; the brief names none',
      ).id,
      windowDays: WINDOW_DAYS,
      origin: 'assumed',
    }));
  return [first, ...latencies, ...asynchronous];
}

/** What is deployed: one image, one unit for each service and worker. */
export function synthesiseUnits(components: readonly Component[], synthesis: Synthesis): readonly DeploymentUnit[] {
  const name = slug(synthesis.reading.title);
  const large = (chosenOption(synthesis, 'compute')?.tags ?? []).includes('platform:virtual-machines');
  return components
    .filter(({ kind }) => kind === 'service' || kind === 'worker')
    .map((component): DeploymentUnit => ({
      id: component.id,
      name: component.name,
      runs: [component.id],
      image: `registry.example/${name}`,
      command:
        component.kind === 'worker'
          ? `worker${component.contexts.length === 1 ? ` --context ${component.contexts[0]}` : ''}`
          : `serve${component.id === 'api' ? '' : ` --context ${component.contexts[0]}`}`,
      ...(component.kind === 'service' && { port: 8080 }),
      ...(component.instances && { replicas: component.instances }),
      cpu: large ? '2' : '1',
      memory: large ? '4Gi' : '2Gi',
    }));
}
