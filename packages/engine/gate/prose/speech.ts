import { formatQuantity, type Unit } from '@archwright/kernel';
import type { Artefact, Catalogue, Design } from '@archwright/model';
import { isSameKind, readQuantities } from '../../intake/quantity/index.ts';

interface Value {
  readonly value: number;
  readonly unit: Unit;
  /** Figure that carries it. */
  readonly id?: string;
}

/** What may be said about a design: its quantities, names, versions and paths, and nothing else. */
export interface Speech {
  readonly design: Design;
  readonly catalogue: Catalogue;
  /** Whether the user said this quantity: it may be repeated as it is. */
  isStated(value: number, unit: Unit): boolean;
  /** Id of a figure that is printed like this quantity: a number of the design is cited, never retyped. */
  figureLike(value: number, unit: Unit): string | undefined;
  /** Lower-cased words of the design, its brief and its names. */
  readonly words: ReadonlySet<string>;
  /** Names that may stand in code font: ids, tables, columns, paths, events. */
  readonly identifiers: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  /** Paths of the API with their parameters made equal: `/api/v1/orders/{}`. */
  readonly paths: ReadonlySet<string>;
  /** Ids of technologies that were weighed or are in use. */
  readonly technologies: ReadonlySet<string>;
  readonly versions: ReadonlyMap<string, string>;
  /** How many of these things the design has. */
  readonly counts: ReadonlyMap<string, number>;
}

export const samePath = (path: string): string =>
  path
    .replace(/[?#].*$/, '')
    .replace(/\{[^{}]{0,80}\}|:[\w-]{1,80}/g, '{}')
    .replace(/\/$/, '');

/** Words as prose writes them: letters, digits and what may stand inside a name. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}_'’./:+-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

export function speechOf(design: Design, catalogue: Catalogue, artefacts: readonly Artefact[] = []): Speech {
  const { architecture } = design;
  const stated = statedValues(design);
  const figures = design.figures.map(({ id, likely, unit }): Value => ({ id, value: likely, unit }));
  const texts = [
    design.brief,
    JSON.stringify({
      ...design,
      brief: '',
      figures: design.figures.map(({ id, label }) => [id, label]),
      // What a registry or a documentation service wrote is no word of the design.
      versions: design.versions.map(({ technology, name, version, endOfLife }) => [technology, name, version, endOfLife]),
    }).replace(/\\[nt"]/g, ' '),
    ...catalogue.decisionPoints.map(({ title }) => title),
  ].join(' ');
  return {
    design,
    catalogue,
    isStated: (value, unit) => stated.some((known) => isSameKind(known.unit, unit) && isNear(known.value, value)),
    figureLike: (value, unit) => figures.find((known) => isPrintedAlike(known, value, unit))?.id,
    words: new Set(
      (texts.match(WORD) ?? []).flatMap((word) => [word, ...word.split(/[-_./:+]/)]).map((word) => word.toLowerCase()),
    ),
    identifiers: identifiersOf(design, artefacts),
    tables: new Set(architecture.entities.flatMap(({ table, name, id }) => [table, name, id]).flatMap(spellings)),
    paths: new Set(architecture.api.operations.map(({ path }) => samePath(path))),
    technologies: weighed(design, catalogue),
    versions: new Map(
      design.versions.flatMap(({ technology, version }) => (version === undefined ? [] : [[technology, version]])),
    ),
    counts: countsOf(design),
  };
}

/** Repeating is not rounding. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));

const isPrintedAlike = (known: Value, value: number, unit: Unit): boolean =>
  isSameKind(known.unit, unit) && formatQuantity(known.value, known.unit) === formatQuantity(value, known.unit);

/** What the brief, the answers and the repository say. */
const statedValues = ({ brief, requirements }: Design): readonly Value[] => [
  ...readQuantities(brief).value.flatMap(({ value, amount, unit, kind }) => [
    { value: value.likely, unit },
    ...(kind === 'count' ? [{ value: amount.likely, unit }] : []),
  ]),
  ...requirements.flatMap(({ quantity, origin }) =>
    quantity && origin !== 'assumed' && origin !== 'derived' ? [{ value: quantity.likely, unit: quantity.unit }] : [],
  ),
];

function identifiersOf(design: Design, artefacts: readonly Artefact[]): ReadonlySet<string> {
  const { components, connections, flows, entities, accessPatterns, api, events, slos, mechanisms, contexts } =
    design.architecture;
  return new Set([
    ...design.figures.map(({ id }) => id),
    ...[
      ...components,
      ...connections,
      ...flows,
      ...entities,
      ...accessPatterns,
      ...api.operations,
      ...events,
      ...slos,
      ...mechanisms,
      ...contexts,
    ].map(({ id }) => id),
    ...[...components, ...entities, ...events].map(({ name }) => name),
    ...entities.flatMap(({ table, fields }) => [table, ...fields.flatMap(({ name }) => [name, `${table}.${name}`])]),
    ...accessPatterns.flatMap(({ index }) => (index ? [index.name, ...index.columns] : [])),
    ...api.operations.flatMap(({ path, method, scopes }) => [path, `${method} ${path}`, ...scopes]),
    ...design.decisions.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]),
    ...design.requirements.map(({ id }) => id),
    ...artefacts.map(({ path }) => path),
  ]);
}

const spellings = (name: string): readonly string[] => [
  name.toLowerCase(),
  name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase(),
  name.replaceAll('_', ' ').toLowerCase(),
  name.replaceAll('_', '').toLowerCase(),
];

function weighed(design: Design, catalogue: Catalogue): ReadonlySet<string> {
  const options = new Set(design.decisions.flatMap(({ options: all }) => all.map(({ id }) => id)));
  return new Set([
    ...catalogue.options.filter(({ id }) => options.has(id)).flatMap(({ technologies }) => technologies),
    ...design.decisions.flatMap(({ technologies }) => technologies),
    ...design.requirements.flatMap(({ subject, value }) => [subject, value]).filter((one) => one !== undefined),
  ]);
}

function countsOf({ architecture, decisions, roadmap, risks, threats }: Design): ReadonlyMap<string, number> {
  const { components, entities, api, events, flows, units } = architecture;
  return new Map([
    ['component', components.length],
    ['table', entities.length],
    ['entity', entities.length],
    ['endpoint', api.operations.length],
    ['operation', api.operations.length],
    ['event', events.length],
    ['flow', flows.length],
    ['decision', decisions.length],
    ['stage', roadmap.length],
    ['risk', risks.length],
    ['threat', threats.length],
    ['unit', units.length],
  ]);
}
