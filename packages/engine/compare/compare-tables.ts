import type { Change, Entity, Field, Structure } from '@archwright/model';
import { paired, resized } from './pairing.ts';

/** Tables by entity id, then their columns: keys, partitions, the store that holds them, and how much they hold. */
export function compareTables(before: Structure, after: Structure): readonly Change[] {
  const [a, b] = [before.architecture.entities, after.architecture.entities];
  const differing = paired('table', a.map(named), b.map(named), tableText).map((change): Change =>
    change.kind === 'changed' && componentChanged(change.id, a, b) ? { ...change, kind: 'moves' } : change,
  );
  const seen = new Set(differing.map(({ id }) => id));
  const stays = a.flatMap((one) => {
    const other = b.find(({ id }) => id === one.id);
    return other ? [[one, other] as const] : [];
  });
  return [
    ...differing,
    ...stays.flatMap(([one, other]): readonly Change[] => {
      const rows = seen.has(one.id)
        ? undefined
        : resized(before.value(one.rowsAtYearOne), after.value(other.rowsAtYearOne), 'count', 'rows');
      return rows ? [{ subject: 'table', id: one.id, name: one.table, kind: 'resized', ...rows }] : [];
    }),
    ...stays.flatMap(([one, other]) => paired('column', columnsOf(one), columnsOf(other), columnText)),
  ];
}

const named = (entity: Entity) => ({ ...entity, name: entity.table });

const componentChanged = (id: string, a: readonly Entity[], b: readonly Entity[]): boolean =>
  a.find((one) => one.id === id)?.component !== b.find((one) => one.id === id)?.component;

const tableText = ({ table, component, fields, partition, tenantKey }: Entity): string =>
  [
    `${table} in ${component}`,
    `key (${fields.flatMap(({ key, name }) => (key ? [name] : [])).join(', ')})`,
    ...(partition ? [`a partition a ${partition.period} by ${partition.by}`] : []),
    ...(tenantKey ? [`tenant ${tenantKey}`] : []),
  ].join(', ');

const columnsOf = ({ id, table, fields }: Entity) =>
  fields.map((field) => ({ ...field, id: `${id}.${field.name}`, name: `${table}.${field.name}` }));

const columnText = ({ type, nullable, unique, default: fallback, references, values }: Field): string =>
  [
    type,
    ...(nullable ? [] : ['not null']),
    ...(unique ? ['unique'] : []),
    ...(fallback === undefined ? [] : [`default ${fallback}`]),
    ...(references ? [`references ${references.entity}`] : []),
    ...(values ? [`one of ${values.join(', ')}`] : []),
  ].join(' ');
