import { slug, snakeCase } from '@archwright/kernel';
import type { AccessPattern, Component, Entity } from '@archwright/model';
import { entityId } from './entities.ts';
import { hottestValue } from './hottest-values.ts';
import type { Synthesis } from './synthesis.ts';

const METHOD: Partial<Record<AccessPattern['kind'], 'btree' | 'gin' | 'gist'>> = { search: 'gin', geo: 'gist' };

/**
 * How the rows are asked for, how often, and the index that answers. A pattern on the key needs no index of its own. Where rows of
 * one key value live in one place, how hot that gets.
 */
export function synthesiseAccessPatterns(
  entities: readonly Entity[],
  components: readonly Component[],
  synthesis: Synthesis,
): readonly AccessPattern[] {
  const optionOf = (component: string) => {
    const id = components.find((one) => one.id === component)?.option;
    return synthesis.decided.best.choices.find(({ option }) => option.id === id)?.option;
  };
  return patternsOf(entities, synthesis).map((pattern) => {
    const entity = entities.find(({ id }) => id === pattern.entity)!;
    const hottest = hottestValue(pattern, entity, entities, optionOf(pattern.component), synthesis);
    return hottest ? { ...pattern, hottest } : pattern;
  });
}

function patternsOf(entities: readonly Entity[], { workload }: Synthesis): readonly AccessPattern[] {
  return workload.contexts.flatMap((context) =>
    context.archetype.accessPatterns.flatMap((pattern): AccessPattern[] => {
      const entity = entities.find(({ id }) => id === entityId(context.id, pattern.entity));
      if (!entity) return [];
      const columns = new Set(entity.fields.map(({ name }) => name));
      const by = pattern.by.map(snakeCase).filter((name) => columns.has(name));
      const order = orderOf(pattern.order, columns);
      const operation = workload.operations.find(({ id, context: home }) => home === context.id && id === pattern.operation);
      const index = indexOf(entity, pattern.kind, by, order);
      return [
        {
          id: `${context.id}.${slug(pattern.id)}`,
          entity: entity.id,
          purpose: pattern.purpose,
          kind: pattern.kind,
          by,
          component: entity.component,
          ...(order && { order }),
          ...(operation && { operation: `${context.id}.${operation.id}`, rate: operation.peak.id }),
          ...(index && { index }),
        },
      ];
    }),
  );
}

function orderOf(order: string | undefined, columns: ReadonlySet<string>): AccessPattern['order'] {
  const [name, direction] = order?.trim().split(/\s+/) ?? [];
  const by = name && snakeCase(name);
  return by && columns.has(by) ? { by, descending: direction?.toLowerCase() === 'desc' } : undefined;
}

function indexOf(
  entity: Entity,
  kind: AccessPattern['kind'],
  by: readonly string[],
  order: AccessPattern['order'],
): AccessPattern['index'] {
  const columns = [...new Set([...by, ...(order ? [order.by] : [])])];
  if (columns.length === 0 || kind === 'vector') return undefined;
  const key = entity.fields.filter((field) => field.key).map(({ name }) => name);
  const isKey = columns.every((name, index) => key[index] === name);
  const single = columns.length === 1 ? entity.fields.find(({ name }) => name === columns[0]) : undefined;
  if (isKey || single?.unique) return undefined;
  const jsonOrText = entity.fields
    .filter(({ name }) => columns.includes(name))
    .every(({ type }) => /text|jsonb|tsvector|varchar/.test(type));
  const method = kind === 'search' ? (jsonOrText ? 'gin' : 'btree') : (METHOD[kind] ?? 'btree');
  return { name: `ix_${entity.table}_${columns.join('_')}`.slice(0, 60), columns, unique: false, method };
}
