import { formatQuantity, slug } from '@archwright/kernel';
import type { Component, DecisionPointId, Option } from '@archwright/model';
import type { Context } from '../workload/workload.ts';
import type { OptionFigures } from '../decide/ledger.ts';
import { wordsOf } from '../decide/space.ts';
import { presentStores } from './roles.ts';
import { chosenOption, optionFigures, standsAlone, type Synthesis, technologyName } from './synthesis.ts';

const KIND: Partial<Record<DecisionPointId, Component['kind']>> = {
  'primary-store': 'database',
  'append-store': 'database',
  'search-store': 'search',
  'blob-store': 'object-store',
  cache: 'cache',
  queue: 'queue',
  'event-stream': 'stream',
  'real-time': 'real-time',
  edge: 'edge',
  observability: 'observability',
  authentication: 'identity',
};

/** Demand that is the reason for the box. */
const BECAUSE: Partial<
  Record<
    DecisionPointId,
    readonly [
      (
        | 'recordWritePeak'
        | 'appendPeak'
        | 'searchPeak'
        | 'blobBytes'
        | 'recordReadPeak'
        | 'jobPeak'
        | 'eventConsumers'
        | 'connections'
        | 'farRoundTrip'
        | 'dailyUsers'
        | 'requestPeak'
      ),
      string,
    ]
  >
> = {
  'primary-store': ['recordWritePeak', 'record writes at peak'],
  'append-store': ['appendPeak', 'appended rows at peak'],
  'search-store': ['searchPeak', 'searches at peak'],
  'blob-store': ['blobBytes', 'of objects'],
  cache: ['recordReadPeak', 'record reads at peak'],
  queue: ['jobPeak', 'jobs at peak'],
  'event-stream': ['eventConsumers', 'consumers of the same events'],
  'real-time': ['connections', 'open connections'],
  edge: ['farRoundTrip', 'round trip of the farthest users'],
  authentication: ['dailyUsers', 'active users a day'],
  observability: ['requestPeak', 'requests at peak'],
};

/**
 * Bounded contexts by the service they are deployed in: one group, unless the pattern deploys services; then as many groups
 * as it has deployables, contexts spread over them in order.
 */
export function serviceGroups(synthesis: Synthesis): readonly (readonly Context[])[] {
  const { workload, decided } = synthesis;
  const services = chosenOption(synthesis, 'pattern')?.tags.includes('pattern:services') ?? false;
  const wanted = services ? Math.max(1, Math.round(decided.ledger.exports.deployables?.likely ?? 1)) : 1;
  const count = Math.min(wanted, workload.contexts.length);
  return Array.from({ length: count }, (_, group) => workload.contexts.filter((__, index) => index % count === group));
}

/** The boxes of the design: actors, the way in, the code, the stores, the outside. */
export function synthesiseComponents(synthesis: Synthesis): readonly Component[] {
  const components = [
    ...clients(synthesis),
    ...gateway(synthesis),
    ...services(synthesis),
    ...stores(synthesis),
    ...externals(synthesis),
  ];
  return [...new Map(components.map((component) => [component.id, component])).values()];
}

const because = (point: DecisionPointId, { workload }: Synthesis): string => {
  const [name, words] = BECAUSE[point] ?? ['requestPeak', 'requests at peak'];
  const figure = workload.demand[name];
  return `${formatQuantity(figure.likely, figure.unit)} ${words}`;
};

function clients({ workload }: Synthesis): readonly Component[] {
  const actors = new Map<string, Component>();
  for (const { definition, context } of workload.operations) {
    const id = `client-${slug(definition.actor)}`;
    const known = actors.get(id);
    if (known) known.contexts = [...new Set([...known.contexts, context])];
    else
      actors.set(id, {
        id,
        name: sentence(definition.actor),
        kind: 'client',
        responsibility: `calls: ${definition.summary.toLowerCase()}`,
        because: 'an actor of the brief',
        boundary: 'internet',
        contexts: [context],
      });
  }
  return [...actors.values()].slice(0, 5);
}

const sentence = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

function gateway(synthesis: Synthesis): readonly Component[] {
  const compute = chosenOption(synthesis, 'compute');
  if (!compute) return [];
  const single = compute.tags.includes('platform:virtual-machines') && !compute.tags.includes('autoscaling');
  return [
    {
      id: 'gateway',
      name: single ? 'Reverse proxy' : 'API gateway and load balancer',
      kind: 'gateway',
      technology: compute.name,
      option: compute.id,
      decision: 'compute',
      boundary: 'edge',
      responsibility: `ends TLS, limits rates by caller, checks tokens${hasRoles(synthesis) ? ' and roles (role-based access, RBAC)' : ''}, sends requests to healthy instances`,
      because: because('observability', synthesis),
      contexts: [],
    },
  ];
}

const hasRoles = ({ reading }: Synthesis): boolean =>
  reading.requirements.some(({ key, subject, value }) => key === 'capability' && (subject ?? value) === 'roles');

function services(synthesis: Synthesis): readonly Component[] {
  const { workload, reading } = synthesis;
  const compute = chosenOption(synthesis, 'compute');
  const language = chosenOption(synthesis, 'language');
  if (!compute) return [];
  const figures = optionFigures(synthesis, 'compute');
  const technology = [language?.name, compute.name].filter(Boolean).join(' on ');
  const base = {
    technology,
    ...(language?.technologies[0] && { technologyId: language.technologies[0] }),
    option: compute.id,
    decision: 'compute',
    boundary: 'application',
    ...(figures && { monthlyCost: figures.monthly.id }),
    ...(figures?.availability && { availability: figures.availability.id }),
    ...recoveryOf(figures),
    ...linesOf(figures),
  };
  const jobs = workload.contexts.filter(({ archetype }) => archetype.jobs !== undefined);
  const all = workload.contexts.map(({ id }) => id);
  const groups = serviceGroups(synthesis);
  const split = groups.length > 1;
  const named = (group: readonly Context[]): string => group.map(({ name }) => name).join(' and ');
  const api = split
    ? groups.map((group): Component => ({
        ...base,
        id: `api-${group[0]!.id}`,
        name: `${named(group)} service`,
        kind: 'service',
        responsibility: group.map(({ purpose }) => purpose).join('; '),
        because: `bounded context ${named(group)}, owned and deployed on its own`,
        contexts: group.map(({ id }) => id),
      }))
    : [
        {
          ...base,
          id: 'api',
          name: `${reading.title} API`,
          kind: 'service' as const,
          responsibility: `one deployable for ${named(workload.contexts)}: a module each, with its own tables and no reach into another's`,
          because: because('observability', synthesis),
          contexts: all,
        },
      ];
  if (workload.demand.jobPeak.likely <= 0) return paidOnce(api);
  const worker = { ...base, kind: 'worker' as const, because: because('queue', synthesis) };
  const working = groups
    .map((group) => group.filter(({ id }) => jobs.some((job) => job.id === id)))
    .filter((group) => group.length > 0);
  const workers = working.map((group): Component => ({
    ...worker,
    id: split ? `worker-${group[0]!.id}` : 'worker',
    name: split ? `${named(group)} worker pool` : 'Worker pool',
    responsibility: workerTask(group),
    contexts: group.map(({ id }) => id),
  }));
  return paidOnce([...api, ...workers]);
}

/** One platform runs them all: its price stands beside the first, or the table would add up to more than the bill. */
const paidOnce = (components: readonly Component[]): readonly Component[] =>
  components.map(({ monthlyCost, ...component }, index) =>
    index === 0 && monthlyCost ? { ...component, monthlyCost } : component,
  );

function workerTask(contexts: readonly Context[]): string {
  const outside = contexts.flatMap(({ archetype }) => archetype.externals.map(({ name }) => name));
  return outside.length > 0
    ? `${outside.length > 1 ? 'per-channel workers: ' : ''}takes jobs from the queue; one lane with its own concurrency for each of: ${outside.join(', ')}`
    : 'takes jobs from the queue with bounded concurrency and retries with exponential backoff';
}

/** Instances and utilisation of a chosen option, where its arithmetic has such lines. */
function linesOf(figures: ReturnType<typeof optionFigures>): Pick<Component, 'instances' | 'utilisation'> {
  const pick = (...names: string[]) => names.map((name) => figures?.lines[name]?.id).find((id) => id !== undefined);
  const instances = pick('instances', 'tasks', 'units', 'nodes', 'servers');
  const utilisation = pick('utilisation', 'use');
  return { ...(instances && { instances }), ...(utilisation && { utilisation }) };
}

function stores(synthesis: Synthesis): readonly Component[] {
  const points = [
    ...presentStores(synthesis),
    ...(['authentication', 'observability'] as const).filter((point) => standsAlone(chosenOption(synthesis, point))),
  ];
  return points.map((point): Component => {
    const option = chosenOption(synthesis, point)!;
    const figures = optionFigures(synthesis, point);
    return {
      id: point,
      name: option.name,
      kind: KIND[point] ?? 'service',
      technology: technologyName(option, synthesis) ?? option.name,
      ...(option.technologies[0] && { technologyId: option.technologies[0] }),
      option: option.id,
      decision: point,
      responsibility: [KIND_WORDS.find(([tag]) => wordsOf(option).includes(tag))?.[1], option.summary].filter(Boolean).join(': '),
      because: because(point, synthesis),
      boundary: boundaryOf(point, option),
      contexts: synthesis.workload.contexts.map(({ id }) => id),
      ...(figures && { monthlyCost: figures.monthly.id }),
      ...(figures?.availability && { availability: figures.availability.id }),
      ...recoveryOf(figures),
      ...linesOf(figures),
    };
  });
}

const recoveryOf = (figures: OptionFigures | undefined): Pick<Component, 'dataLost' | 'timeBack'> => {
  const { rpo, rto } = figures?.recovery ?? {};
  return { ...(rpo && { dataLost: rpo.id }), ...(rto && { timeBack: rto.id }) };
};

/** A hosted identity provider holds its own data outside; connections to users end in the application. */
function boundaryOf(point: DecisionPointId, option: Option): string {
  if (point === 'edge') return 'edge';
  if (point === 'observability') return 'operations';
  if (point === 'real-time') return 'application';
  if (point === 'authentication') return option.tags.includes('auth:hosted') ? 'providers' : 'application';
  return 'data';
}

/** What a chosen part is, in the field's words, from the tags and capabilities it brings. */
const KIND_WORDS: readonly (readonly [tag: string, words: string])[] = [
  ['store:columnar', 'column store'],
  ['store:time-series', 'time-series database'],
  ['store:search', 'search engine'],
  ['store:logs', 'log store'],
  ['store:relational', 'relational database'],
  ['store:document', 'document database'],
  ['store:key-value', 'key-value store'],
  ['store:wide-column', 'wide-column store (NoSQL)'],
  ['store:in-memory', 'memory cache'],
  ['object-storage', 'object store'],
  ['work-queue', 'message queue'],
  ['fanout', 'event stream'],
  ['long-lived-connections', 'long-lived connections'],
];

/** One is used; the others fit the same adapter. */
const providersOf = ([first = 'a provider', ...others]: readonly string[]): string =>
  others.length > 0 ? `${first}; ${others.join(', ')} fit the same adapter` : first;

function externals({ workload }: Synthesis): readonly Component[] {
  return workload.contexts.flatMap(({ id: context, archetype }) =>
    archetype.externals.map((external): Component => ({
      id: external.id,
      name: external.name,
      kind: 'external',
      technology: providersOf(external.providers),
      responsibility: external.purpose,
      because: `the domain “${archetype.name}” hands this to a provider, behind an adapter that can be swapped`,
      boundary: 'providers',
      contexts: [context],
    })),
  );
}
