import type { Archetype, Reading } from '@archwright/model';
import { speaksOf } from '../intake/index.ts';

/**
 * The archetype without the parts the brief does not speak of: a physiotherapist prescribes no medication, a kitchen whose guests
 * fetch their food has no couriers. What is left out becomes a non-goal; the request mix is that of the rest.
 */
export function withoutUnspokenParts(archetype: Archetype, reading: Reading): Archetype {
  const left = (archetype.optional ?? []).filter(
    ({ words, unless }) =>
      (words !== undefined && !speaksOf(reading.text, words)) || (unless !== undefined && speaksOf(reading.text, unless)),
  );
  if (left.length === 0) return archetype;
  const [operationIds, names, externalIds, mechanismIds] = [
    new Set(left.flatMap(({ operations }) => operations)),
    new Set(left.flatMap(({ entities }) => entities)),
    new Set(left.flatMap(({ externals = [] }) => externals)),
    new Set(left.flatMap(({ mechanisms = [] }) => mechanisms)),
  ];
  const kept = archetype.operations.filter(({ id }) => !operationIds.has(id));
  const total = kept.reduce((sum, { share }) => sum + share, 0);
  const isKept = (operation: string | undefined): boolean => operation === undefined || !operationIds.has(operation);
  return {
    ...archetype,
    entities: archetype.entities.filter(({ name }) => !names.has(name)).map((entity) => withoutReferences(entity, names)),
    outside: archetype.operations.filter(({ id }) => operationIds.has(id)),
    operations: kept.map((operation) => ({ ...operation, share: operation.share / total })),
    flows: archetype.flows.filter(
      ({ operation, steps }) => isKept(operation) && steps.every(({ to }) => !externalIds.has(external(to))),
    ),
    accessPatterns: archetype.accessPatterns.filter(({ entity, operation }) => !names.has(entity) && isKept(operation)),
    events: archetype.events.filter(({ entity }) => !names.has(entity)),
    externals: archetype.externals.filter(({ id }) => !externalIds.has(id)),
    mechanisms: archetype.mechanisms.filter((id) => !mechanismIds.has(id)),
    nonGoals: [
      ...left.map(({ name, words }) =>
        words === undefined ? `${name}: the brief has it done elsewhere` : `${name}: the brief does not speak of it`,
      ),
      ...archetype.nonGoals,
    ],
  };
}

const external = (role: string): string => role.replace(/^external:/, '');

/** A column that pointed to an entity that is not there is a plain value. */
function withoutReferences(entity: Archetype['entities'][number], names: ReadonlySet<string>): Archetype['entities'][number] {
  return {
    ...entity,
    fields: entity.fields.map((field) => {
      const { references, ...plain } = field;
      return references !== undefined && names.has(references.split('.')[0]!) ? plain : field;
    }),
  };
}
