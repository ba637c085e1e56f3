import { type Figure, formatQuantity, formula } from '@archwright/kernel';
import { EXPORTED_VARIABLES, type Mechanism, type MechanismUse } from '@archwright/model';
import { speaksOf } from '../intake/index.ts';
import type { Synthesis } from './synthesis.ts';

const DEEP_DIVES = 3;
/** Beyond the deep dives, this many get a paragraph. */
const MOST_MECHANISMS = 12;

type Read = (name: string) => Figure;

/**
 * The mechanisms the workload calls for, their parameters computed from the load. The archetypes' own order says which carry
 * the design; the first ones get a deep dive.
 */
export function synthesiseMechanisms(synthesis: Synthesis): readonly MechanismUse[] {
  const { workload, catalogue } = synthesis;
  const known = workload.contexts.filter(({ generic }) => !generic);
  const own = workload.contexts.filter(({ generic }) => generic);
  // What the brief asks for in so many words comes first. Then what a known domain is about carries the design; what every table
  // of the brief's own nouns needs comes after it.
  const asked = catalogue.mechanisms.filter(
    ({ when }) => when.words !== undefined && speaksOf(synthesis.reading.text, when.words),
  );
  const wanted = [
    ...new Set([
      ...asked.map(({ id }) => id),
      ...[known, own].flatMap((contexts) => inTurns(contexts.map(({ archetype }) => archetype.mechanisms))),
    ]),
  ];
  const found = wanted.flatMap((id) => catalogue.mechanisms.find((mechanism) => mechanism.id === id) ?? []);
  const called = found.filter((mechanism) => calledFor(mechanism, synthesis));
  return called.slice(0, MOST_MECHANISMS).map((mechanism, index) => useMechanism(mechanism, index < DEEP_DIVES, synthesis));
}

/** Turn by turn over the lists, so that each domain's first mechanism comes before anybody's last. */
const inTurns = (lists: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat();

/** Figures a mechanism's formulas read: its own parameters and lines, the demand, what the choices export. */
export const mechanismReader =
  ({ workload, decided, book }: Synthesis, mechanism: Mechanism): Read =>
  (name) => {
    const own = mechanism.parameters[name];
    if (own) return book.fact(`mechanism.${mechanism.id}.${name}`, own);
    const computed = book.get(`mechanism.${mechanism.id}.${name}`);
    return (
      computed ??
      workload.demand[name as keyof typeof workload.demand] ??
      decided.ledger.exports[name as keyof typeof EXPORTED_VARIABLES] ??
      decided.ledger.read(name)
    );
  };

function calledFor(mechanism: Mechanism, synthesis: Synthesis): boolean {
  const { asked } = mechanism.when;
  const isAsked = synthesis.reading.requirements.some(
    ({ key, subject, value }) => key === 'capability' && asked?.includes(subject ?? value ?? ''),
  );
  if (asked && !isAsked) return false;
  if (mechanism.when.formula === undefined) return true;
  const read = mechanismReader(synthesis, mechanism);
  return (
    formula(mechanism.when.formula).evaluate((name) => {
      const own = mechanism.parameters[name];
      if (own) return own.likely;
      const line = mechanism.computed.find(({ id }) => id === name);
      return line ? valueOf(mechanism, line.id, synthesis) : read(name).likely;
    }) > 0
  );
}

/** Value of a computed line without entering it in the book: a mechanism that is not called for leaves no figures. */
function valueOf(mechanism: Mechanism, id: string, synthesis: Synthesis): number {
  const line = mechanism.computed.find((one) => one.id === id)!;
  const read = mechanismReader(synthesis, mechanism);
  return formula(line.formula).evaluate(
    (name) =>
      mechanism.parameters[name]?.likely ??
      (mechanism.computed.some((one) => one.id === name) ? valueOf(mechanism, name, synthesis) : read(name).likely),
  );
}

function useMechanism(mechanism: Mechanism, deepDive: boolean, synthesis: Synthesis): MechanismUse {
  const { book } = synthesis;
  const read = mechanismReader(synthesis, mechanism);
  const computed = new Map<string, Figure>();
  for (const line of mechanism.computed) {
    const inputs = Object.fromEntries(formula(line.formula).names.map((name) => [name, computed.get(name) ?? read(name)]));
    computed.set(
      line.id,
      book.compute(`mechanism.${mechanism.id}.${line.id}`, `${mechanism.name}: ${line.label}`, line.unit, line.formula, inputs),
    );
  }
  const fill = (text: string): string =>
    text.replace(/\{\{\s*([A-Za-z0-9_-]+)\s*\}\}/g, (_, name: string) => {
      const figure = computed.get(name) ?? read(name);
      return formatQuantity(figure.likely, figure.unit);
    });
  return {
    id: mechanism.id,
    name: mechanism.name,
    problem: fill(mechanism.problem),
    structure: fill(mechanism.structure),
    steps: mechanism.steps.map(fill),
    parameters: mechanism.computed.map((line) => ({
      label: line.label,
      figure: `mechanism.${mechanism.id}.${line.id}`,
      meaning: line.meaning,
    })),
    tradeOff: fill(mechanism.tradeOff),
    rejected: { alternative: mechanism.rejected.alternative, because: fill(mechanism.rejected.because) },
    edgeCase: { case: fill(mechanism.edgeCase.case), cure: fill(mechanism.edgeCase.cure) },
    ...(mechanism.snippet && { snippet: mechanism.snippet }),
    sources: mechanism.sources.map(({ title, url, asOf }) => `${title}${url ? `, ${url}` : ''} (${asOf})`),
    deepDive,
  };
}
