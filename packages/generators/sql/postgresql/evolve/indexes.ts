import { sqlIdentifier, sqlName } from '../../../escape/sql.ts';
import type { IndexShape } from '../indexes.ts';
import { initialPartitions } from '../partitions.ts';
import type { TableShape } from './shape.ts';
import { onPurpose, step, type Step } from './step.ts';

/**
 * Indexes that come, go and change: built beside the running database, dropped when nobody needs them. One that keeps values unique
 * binds the old version too and waits until it is gone.
 *
 * @param date - day of the earlier design, whose partitions are there
 */
export function indexSteps(before: TableShape, after: TableShape, date: string): readonly Step[] {
  const made = partsOf(before, date);
  return [
    ...[...after.indexes.values()].flatMap((index) => {
      const old = before.indexes.get(index.name);
      if (!old) return [created(index, after, made)];
      return sameIndex(old, index) ? [] : exchanged(old, index, after, made);
    }),
    ...[...before.indexes.values()].filter(({ name }) => !after.indexes.has(name)).map((index) => gone(index, before, made)),
  ];
}

const sameIndex = (a: IndexShape, b: IndexShape): boolean => a.isUnique === b.isUnique && a.on === b.on;

/** Partitions that the earlier design made; none where the table has none. */
const partsOf = ({ entity }: TableShape, date: string): readonly string[] =>
  entity.partition ? [...initialPartitions(entity, date).map(({ name }) => name), `${entity.table}_default`] : [];

const create = ({ name, isUnique, on }: IndexShape, { table }: TableShape, parts: readonly string[]): readonly string[] => {
  const unique = isUnique ? 'UNIQUE ' : '';
  if (parts.length === 0)
    return [
      `DROP INDEX CONCURRENTLY IF EXISTS ${sqlIdentifier(name)};`,
      `CREATE ${unique}INDEX CONCURRENTLY ${sqlIdentifier(name)} ON ${table} ${on};`,
    ];
  return [
    onPurpose(
      'require-concurrent-index-creation',
      'On the parent alone it holds no rows; each partition gets its own beside the running database. Partitions made since need one as well.',
      `CREATE ${unique}INDEX ${sqlIdentifier(name)} ON ONLY ${table} ${on};`,
    ),
    ...parts.flatMap((part) => {
      const own = sqlIdentifier(`${sqlName(part)}_${name}`);
      return [
        `CREATE ${unique}INDEX CONCURRENTLY ${own} ON ${sqlIdentifier(part)} ${on};`,
        `ALTER INDEX ${sqlIdentifier(name)} ATTACH PARTITION ${own};`,
      ];
    }),
  ];
};

const drop = (name: string, parts: readonly string[]): string =>
  parts.length === 0
    ? `DROP INDEX CONCURRENTLY IF EXISTS ${sqlIdentifier(name)};`
    : onPurpose(
        'require-concurrent-index-deletion',
        'An index of a partitioned table cannot be dropped concurrently; the lock is short.',
        `DROP INDEX IF EXISTS ${sqlIdentifier(name)};`,
      );

const created = (index: IndexShape, after: TableShape, parts: readonly string[]): Step =>
  index.isUnique
    ? step('contract', 'tighten', create(index, after, parts), drop(index.name, parts))
    : step('indexes', 'index', create(index, after, parts), drop(index.name, parts));

const gone = (index: IndexShape, before: TableShape, parts: readonly string[]): Step =>
  step('contract', 'drop-index', drop(index.name, parts), create(index, before, parts));

/** Under the same name: the new form is built beside the old one and takes its name when that is dropped. */
function exchanged(old: IndexShape, index: IndexShape, after: TableShape, parts: readonly string[]): readonly Step[] {
  const next = { ...index, name: sqlName(`${index.name}__next`) };
  const rename = (from: string, to: string): string => `ALTER INDEX ${sqlIdentifier(from)} RENAME TO ${sqlIdentifier(to)};`;
  return [
    index.isUnique
      ? step('contract', 'tighten', create(next, after, parts), drop(next.name, parts))
      : step('indexes', 'index', create(next, after, parts), drop(next.name, parts)),
    step(
      'contract',
      'drop-index',
      [drop(old.name, parts), rename(next.name, index.name)],
      [rename(index.name, next.name), ...create(old, after, parts)],
    ),
  ];
}
