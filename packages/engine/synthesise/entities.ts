import { pascalCase, slug, snakeCase } from '@archwright/kernel';
import {
  type ArchetypeEntity,
  type ArchetypeField,
  type Classification,
  type Component,
  type Entity,
  type Field,
  onlyGrows,
} from '@archwright/model';
import type { SizedEntity } from '../workload/workload.ts';
import { componentForRole } from './roles.ts';
import type { Synthesis } from './synthesis.ts';

const ORDER: readonly Classification[] = ['public', 'internal', 'pii', 'phi', 'card', 'secret'];
const strictest = (found: readonly Classification[]): Classification =>
  ORDER[Math.max(1, ...found.map((one) => ORDER.indexOf(one)))]!;

/** Irregular plurals are few: a table name only has to be stable and readable. */
export const tableName = (entity: string): string => {
  const name = snakeCase(entity);
  if (/(?:s|x|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
};

export const entityId = (context: string, name: string): string => `${context}.${slug(name)}`;

/** Partition period so that one partition stays a size that drops and vacuums quickly. */
function partitionOf({ definition, rate, retention }: SizedEntity): Entity['partition'] {
  const by = definition.fields.find(
    ({ name, type }) =>
      type.startsWith('timestamptz') && /(?:_at|_time|_timestamp|_ts)$|^(?:time|timestamp|ts)$/.test(snakeCase(name)),
  )?.name;
  if (!onlyGrows(definition.store) || !by || !rate) return undefined;
  const rowsADay = rate.likely * 86_400;
  const period =
    rowsADay > 5_000_000 || (retention && retention.likely <= 30 * 86_400) ? 'day' : rowsADay > 500_000 ? 'week' : 'month';
  return { by: snakeCase(by), period };
}

/** Entities with columns, keys, classification, retention and the component that holds them. */
export function synthesiseEntities(components: readonly Component[], { workload }: Synthesis): readonly Entity[] {
  const names = new Map<string, number>();
  return workload.entities.flatMap((sized): Entity[] => {
    const { definition, context } = sized;
    const role = definition.store === 'append' ? 'append-store' : 'primary-store';
    const component =
      componentForRole(role, context, components) ??
      componentForRole('primary-store', context, components) ??
      componentForRole('append-store', context, components);
    if (!component) return [];
    const base = tableName(definition.name);
    const seen = names.get(base) ?? 0;
    names.set(base, seen + 1);
    const partition = partitionOf(sized);
    const entity: Entity = {
      id: entityId(context, definition.name),
      name: seen === 0 ? pascalCase(definition.name) : pascalCase(`${context} ${definition.name}`),
      table: seen === 0 ? base : `${snakeCase(context)}_${base}`,
      context,
      purpose: definition.purpose,
      store: definition.store,
      component,
      fields: definition.fields.map((field) => columnOf(field, definition, sized, workload.entities)),
      classification: strictest(definition.fields.flatMap(({ classification }) => classification ?? [])),
      rowBytes: sized.rowBytes.id,
      rowsAtYearOne: sized.rowsYearOne.id,
      bytesAtHorizon: sized.bytesHorizon.id,
      ...(sized.retention && { retention: sized.retention.id }),
      ...(partition && { partition }),
      ...(definition.fields.some(({ name }) => name === 'tenant_id') && { tenantKey: 'tenant_id' }),
    };
    return [entity];
  });
}

function columnOf(
  field: ArchetypeField,
  definition: ArchetypeEntity,
  { context }: SizedEntity,
  all: readonly SizedEntity[],
): Field {
  const [entity, column] = field.references?.split('.') ?? [];
  const target = entity === undefined ? undefined : all.find((one) => one.context === context && one.definition.name === entity);
  return {
    name: snakeCase(field.name),
    type: field.type,
    nullable: field.nullable ?? false,
    key: field.key ?? false,
    ...(field.unique && { unique: true }),
    ...defaultOf(field),
    ...(target &&
      column &&
      target.definition !== definition && {
        references: { entity: entityId(context, target.definition.name), field: snakeCase(column) },
      }),
    ...(field.classification && { classification: field.classification }),
    ...(field.values && { values: [...field.values] }),
  };
}

function defaultOf({ name, type, key }: ArchetypeField): { default?: string } {
  if (key && type === 'uuid' && name === 'id') return { default: 'gen_random_uuid()' };
  if (type === 'timestamptz' && /^(?:created|updated|received|inserted)_at$/.test(snakeCase(name))) return { default: 'now()' };
  return {};
}
