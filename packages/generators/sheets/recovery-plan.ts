import type { Component, Decision, Design, Requirement } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { bullets, numbered, page, section, stack, table } from '../markdown/page.ts';
import { inline, listed, sentence } from '../markdown/text.ts';
import { quantity, type Writer, writer } from '../markdown/writer.ts';

/** Order in which parts come back: what others need first. */
const ORDER: readonly Component['kind'][] = [
  'database',
  'object-store',
  'queue',
  'stream',
  'search',
  'cache',
  'identity',
  'service',
  'worker',
  'real-time',
  'gateway',
  'edge',
  'observability',
];
const STORES: ReadonlySet<Component['kind']> = new Set(['database', 'object-store', 'queue', 'stream', 'search']);
const DEEPEST_REHEARSAL = 4;

/** `operate/recovery-plan.md`: what may be lost and for how long, what each store brings back, in which order, and what to rehearse. */
export function recoveryPlan(design: Design): string {
  const write = writer(design);
  return page(
    `# Recovery plan of ${inline(design.title)}`,
    section('## Targets', targets(design, write)),
    section('## Placement', placement(design)),
    section('## Stores', ...stores(design, write)),
    section('## Order of return', numbered(order(design, write))),
    section('## Walk-through', walkThrough(design, write)),
    section('## Rehearse', rehearsals(design)),
  );
}

function targets({ requirements, architecture, figures }: Design, write: Writer): string {
  const known = (id: string): string | undefined => figures.find((figure) => figure.id === id)?.id;
  const aimed = (key: 'rpo' | 'rto'): string => {
    const assumed = known(`assumed.${key}`);
    return assumed && !requirements.some((one) => one.key === key) ? `${write.cite(assumed)}, assumed` : stated(key);
  };
  const stated = (key: 'rpo' | 'rto' | 'availability' | 'durability'): string => {
    const found = requirements.find((one) => one.key === key);
    return found ? worded(found) : 'not stated';
  };
  const slo = architecture.slos.find(({ kind }) => kind === 'availability');
  const rows = [
    ['data that may be lost (RPO)', aimed('rpo'), write.cite(known('recovery.data-lost'))],
    ['time to return (RTO)', aimed('rto'), write.cite(known('recovery.time-back'))],
    [
      'availability',
      slo
        ? `${quantity(slo.objective, 'ratio')} over ${slo.windowDays} days, ${slo.origin}${slo.errorBudgetMinutes === undefined ? '' : `: ${write.cite(slo.errorBudgetMinutes)} of errors`}`
        : stated('availability'),
      write.cite(known('availability.design')),
    ],
  ];
  return stack(
    table(['target', 'asked for', 'this design'], rows),
    'What this design reaches is the worst of its parts when one server or its zone is lost; a lost region is another matter.',
  );
}

/** The statement carries the amount already where it has a digit. */
const worded = ({ statement, quantity: amount, origin }: Requirement): string =>
  `${inline(statement)} (${amount && !/\d/.test(statement) ? `${quantity(amount.likely, amount.unit)}, ` : ''}${origin})`;

const decisionOf = ({ decisions }: Design, id: string): Decision | undefined => decisions.find((decision) => decision.id === id);

function placement(design: Design): string {
  const region = decisionOf(design, 'region');
  return region
    ? stack(
        `**${inline(region.chosenName)}**. Gained: ${inline(region.gains)}. Given up: ${inline(region.gives)}.`,
        `To place it otherwise: ${sentence(region.rollback)}`,
      )
    : '';
}

/** Each store with what it holds, what its choice covers and leaves open, and how it returns. */
function stores(design: Design, write: Writer): readonly string[] {
  const { components, entities } = design.architecture;
  return components
    .filter(({ kind }) => STORES.has(kind))
    .map((component) => {
      const held = entities.filter((entity) => entity.component === component.id);
      const bytes = held
        .filter(({ bytesAtHorizon }) => bytesAtHorizon !== undefined)
        .toSorted((a, b) => write.figure(b.bytesAtHorizon!).likely - write.figure(a.bytesAtHorizon!).likely);
      const decision = design.decisions.find(({ id, chosen }) => id === component.decision || chosen === component.option);
      const failures = design.risks.filter((risk) => risk.component === component.id);
      return section(
        `### ${inline(component.name)}`,
        bullets([
          ...(held.length > 0
            ? [
                `Holds ${listed([...held.slice(0, 6).map(({ table: name }) => markdownCode(name)), ...(held.length > 6 ? [`${held.length - 6} more`] : [])])}${bytes[0] ? `; largest: ${markdownCode(bytes[0].table)}, ${write.cite(bytes[0].bytesAtHorizon)}` : ''}`,
              ]
            : []),
          ...(decision ? [`Gained by the choice: ${inline(decision.gains)}`, `Given up: ${inline(decision.gives)}`] : []),
          ...(component.availability === undefined ? [] : [`Availability committed: ${write.cite(component.availability)}`]),
          ...(component.timeBack === undefined
            ? []
            : [
                `Its server or zone lost: ${component.dataLost === undefined ? '' : `${write.cite(component.dataLost)} of acknowledged data gone, `}serving again after ${write.cite(component.timeBack)}`,
              ]),
          ...failures.map((risk) => `${inline(risk.title)}: ${sentence(risk.recovery)}`),
        ]),
      );
    });
}

/** Stores before the code that needs them; what is outside comes back by itself, and nothing waits for telemetry. */
function order({ architecture }: Design, write: Writer): readonly string[] {
  const rank = ({ kind }: Component): number => ORDER.indexOf(kind);
  // An identity provider that no decision put here is somebody else's to restore.
  const isOurs = ({ kind, option }: Component): boolean => kind !== 'identity' || option !== undefined;
  const ours = architecture.components
    .filter((component) => rank(component) >= 0 && isOurs(component))
    .toSorted((a, b) => rank(a) - rank(b));
  const before = (component: Component): readonly Component[] =>
    ours.filter(
      (other) =>
        rank(other) < rank(component) &&
        architecture.connections.some(({ from, to, mode }) => mode === 'sync' && from === component.id && to === other.id),
    );
  return ours.map((component) => {
    const needs = before(component);
    return `${inline(component.name)}${needs.length === 0 ? '' : `, once ${needs.length === 1 ? 'this answers' : 'these answer'}: ${needs.map(({ id }) => write.component(id)).join('; ')}`}`;
  });
}

/**
 * The loss of the primary store, step by step. Only a rehearsal knows how long a step takes, so none is given a time here;
 * what the sum must stay below is what the brief asks.
 */
function walkThrough({ architecture, risks, requirements }: Design, write: Writer): string {
  const store = architecture.components.find(({ kind }) => kind === 'database');
  if (!store) return '';
  const loss = risks.find(({ component, severity }) => component === store.id && severity === 'critical');
  const stated = (key: 'rpo' | 'rto'): string | undefined => requirements.find((one) => one.key === key)?.statement;
  const [rpo, rto] = [stated('rpo'), stated('rto')];
  const waiting = architecture.connections.filter(({ to }) => to === store.id).map(({ from }) => write.component(from));
  const queue = architecture.components.find(({ kind }) => kind === 'queue');
  const steps = [
    `${write.component(store.id)} stops answering. First signal: ${loss ? inline(loss.signal) : 'its error rate and health check'}.`,
    `Until it is back, ${listed([...new Set(waiting)])} answer what needs no store and refuse the rest with 503 and \`Retry-After\`.${queue ? ` Jobs wait in ${write.component(queue.id)}.` : ''}`,
    `Recovery: ${loss ? sentence(loss.recovery) : 'restore the latest backup into a new instance.'}`,
    `Compare the newest row with the newest request in the log: the gap is the data lost${rpo === undefined ? '; the brief states no RPO to hold it against' : `, and must be within ${inline(rpo)}`}.`,
    `Let the code reconnect in the order above, a share of the traffic first. The time since the first step is the time to return${rto === undefined ? '; the brief states no RTO to hold it against' : `, and must be within ${inline(rto)}`}.`,
    'Write both down: they are unknown until the first rehearsal.',
  ];
  return numbered(steps);
}

/** The failures that hurt most, tried on purpose. */
function rehearsals({ risks }: Design): string {
  const worst = risks.filter(({ severity }) => severity === 'critical' || severity === 'high').slice(0, DEEPEST_REHEARSAL);
  const rows = worst.map(({ title, trigger, signal, recovery }) => [
    inline(title),
    inline(trigger),
    inline(signal),
    inline(recovery),
  ]);
  return table(['failure', 'as it happens', 'first seen by', 'then'], rows);
}
