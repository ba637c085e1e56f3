import { formatQuantity } from '@archwright/kernel';
import type { Answer } from '@archwright/model';

const KEY_DECISIONS = ['pattern', 'compute', 'primary-store', 'append-store', 'search-store', 'queue', 'real-time'];

/** What a reader who knows the domain would check in an answer: compact enough to be read whole at each change. */
export function domainDigest({ design, gate }: Answer): unknown {
  const { architecture } = design;
  const figures = new Map(design.figures.map((figure) => [figure.id, figure]));
  const value = (id: string | undefined): string => {
    const figure = id === undefined ? undefined : figures.get(id);
    return figure ? formatQuantity(figure.likely, figure.unit) : 'unknown';
  };
  return {
    title: design.title,
    gate: gate.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => `failed: ${id}`),
    contexts: architecture.contexts.map(({ name, archetype }) => `${name} (${archetype ?? 'from the brief’s own words'})`),
    carries: design.summary.carries,
    entities: architecture.entities.map(
      ({ context, name, store, fields, rowsAtYearOne, partition }) =>
        `${context}.${name} ${store} key(${fields
          .filter(({ key }) => key)
          .map((field) => field.name)
          .join(', ')}) ${value(rowsAtYearOne)}${partition ? ` partitions: ${partition.by} by ${partition.period}` : ''}`,
    ),
    operations: architecture.api.operations.map(
      ({ id, method, path, meanRate, peakRate }) => `${id}: ${method} ${path} ${value(meanRate)}, peak ${value(peakRate)}`,
    ),
    accessPatterns: architecture.accessPatterns.map(
      ({ id, kind, by, index }) =>
        `${id}: ${kind} by ${by.join(', ')}${index ? `; ${index.method}(${index.columns.join(', ')})` : '; key'}`,
    ),
    mechanisms: architecture.mechanisms.map(({ id, deepDive, parameters }) =>
      deepDive ? { [`deep dive: ${id}`]: parameters.map(({ label, figure }) => `${label}: ${value(figure)}`) } : id,
    ),
    decisions: design.decisions.filter(({ id }) => KEY_DECISIONS.includes(id)).map(({ id, chosen }) => `${id}: ${chosen}`),
    scale: design.scope?.scale.map(({ statement, reason }) => `${statement}: ${reason}`),
    nonGoals: design.nonGoals,
    elsewhere: design.scope?.elsewhere.map(({ load, changes }) => `${load}: ${changes}`),
  };
}
