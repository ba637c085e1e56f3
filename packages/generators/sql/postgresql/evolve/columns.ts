import type { Entity } from '@archwright/model';
import { sqlIdentifier } from '../../../escape/sql.ts';
import { backfillStatement } from './backfill.ts';
import type { Column, TableShape } from './shape.ts';
import { onPurpose, step, type Step } from './step.ts';

/** A value that every row gets anew: PostgreSQL would rewrite the whole table to add such a default. */
const VOLATILE = /^DEFAULT (?:gen_random_uuid|uuidv[47]|random|clock_timestamp|nextval)\b/i;
/** Rows up to which a table may be rewritten under a lock: a second or two at 100 000 rows a second, below the statement timeout. Ours. */
export const MOST_REWRITTEN = 100_000;

const plainDefault = ({ generated = '' }: Column): string | undefined => /^DEFAULT (.*)$/s.exec(generated)?.[1];

/** Columns that come, go and change. */
export function columnSteps(before: TableShape, after: TableShape): readonly Step[] {
  return [
    ...[...after.columns].flatMap(([name, column]) => {
      const old = before.columns.get(name);
      return old ? changed(old, column, before, after) : added(column, after);
    }),
    ...[...before.columns].flatMap(([name, column]) => (after.columns.has(name) ? [] : removed(column, before))),
  ];
}

function added(column: Column, { table, entity }: TableShape): readonly Step[] {
  const { name, type, generated = '', isRequired } = column;
  const drop = `ALTER TABLE ${table} DROP COLUMN IF EXISTS ${name};`;
  const add = (rest: string): string => `ALTER TABLE ${table} ADD COLUMN ${name} ${type}${rest};`;
  if (generated !== '' && !VOLATILE.test(generated))
    return [step('expand', 'add', add(` ${generated}${isRequired ? ' NOT NULL' : ''}`), drop)];
  const set = generated === '' ? [] : [`ALTER TABLE ${table} ALTER COLUMN ${name} SET ${generated};`];
  return [
    step('expand', 'add', [add(''), ...set], drop),
    ...(isRequired || generated !== '' ? [filled(column, entity)] : []),
    ...(isRequired ? [required(column, table, entity)] : []),
  ];
}

/** What writes no value itself must be told one by people who know the domain. */
export const FILL_IN = '-- Fill in first, by hand and in batches:';

function filled(column: Column, { table }: Entity): Step {
  const value = plainDefault(column);
  const up =
    value === undefined
      ? `${FILL_IN} ${sqlIdentifier(table)}.${column.name}. What its older rows hold is a decision of the domain.`
      : backfillStatement({ table, column: column.field.name, value });
  return step('contract', 'fill', up, []);
}

/** A check that is validated without blocking writers lets `SET NOT NULL` skip its own scan. */
function required({ name, field }: Column, table: string, entity: Entity): Step {
  const check = sqlIdentifier(`${entity.table}_${field.name}_filled`);
  return step(
    'contract',
    'tighten',
    [
      `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${check}, ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID;`,
      `ALTER TABLE ${table} VALIDATE CONSTRAINT ${check};`,
      onPurpose(
        'adding-not-nullable-field',
        'The check above is valid, so no row is read again.',
        `ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL;`,
      ),
      `ALTER TABLE ${table} DROP CONSTRAINT ${check};`,
    ],
    `ALTER TABLE ${table} ALTER COLUMN ${name} DROP NOT NULL;`,
  );
}

/** The new version no longer writes it, so it must do without a value from the expand on. */
function removed(column: Column, { table, entity }: TableShape): readonly Step[] {
  const { name, generated = '', isRequired, field } = column;
  const isForced = isRequired && generated === '';
  return [
    ...(isForced ? [loosened(table, name)] : []),
    step(
      'contract',
      'drop-column',
      onPurpose(
        'ban-drop-column',
        `No version that runs reads or writes ${sqlIdentifier(entity.table)}.${sqlIdentifier(field.name)} any more; its values are gone afterwards.`,
        `ALTER TABLE ${table} DROP COLUMN IF EXISTS ${name};`,
      ),
      addedAgain(column, table, entity),
    ),
  ];
}

/** As it came: with its default at once, or, where every row makes its own value, empty and then filled in batches. */
function addedAgain(column: Column, table: string, entity: Entity): readonly string[] {
  const { name, type, generated = '', isRequired, field } = column;
  const add = (rest: string): string => `ALTER TABLE ${table} ADD COLUMN ${name} ${type}${rest};`;
  if (generated === '') return [add('')];
  if (!VOLATILE.test(generated)) return [add(` ${generated}${isRequired ? ' NOT NULL' : ''}`)];
  return [
    add(''),
    `ALTER TABLE ${table} ALTER COLUMN ${name} SET ${generated};`,
    backfillStatement({ table: entity.table, column: field.name, value: plainDefault(column)! }),
    ...(isRequired ? required(column, table, entity).up : []),
  ];
}

const loosened = (table: string, name: string): Step =>
  step(
    'expand',
    'loosen',
    onPurpose(
      'ban-drop-not-null',
      'The old version always writes a value; the new one may not.',
      `ALTER TABLE ${table} ALTER COLUMN ${name} DROP NOT NULL;`,
    ),
    onPurpose(
      'adding-not-nullable-field',
      'Refused where the new version has left it empty: fill it in first.',
      `ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL;`,
    ),
  );

function changed(old: Column, column: Column, before: TableShape, { table, entity }: TableShape): readonly Step[] {
  const { name } = column;
  const steps: Step[] = [];
  if (old.type !== column.type) steps.push(...retyped(old, column, before));
  if (old.isRequired && !column.isRequired) steps.push(loosened(table, name));
  if (!old.isRequired && column.isRequired) steps.push(filled(column, entity), required(column, table, entity));
  const [from, to] = [plainDefault(old), plainDefault(column)];
  if (from !== to) {
    const set = (value: string | undefined): string =>
      `ALTER TABLE ${table} ALTER COLUMN ${name} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`};`;
    // The old version may lean on a default until it is gone.
    steps.push(to === undefined ? step('contract', 'tighten', set(to), set(from)) : step('expand', 'loosen', set(to), set(from)));
  }
  return steps;
}

function retyped(old: Column, column: Column, { table }: TableShape): readonly Step[] {
  const { name } = column;
  const to = (type: string, { generated }: Column): string => {
    const text = plainDefault({ ...column, ...(generated !== undefined && { generated }) });
    const [off, on] =
      generated === undefined || text === undefined
        ? ['', '']
        : [`ALTER COLUMN ${name} DROP DEFAULT, `, `, ALTER COLUMN ${name} SET DEFAULT ${text}`];
    return onPurpose(
      'changing-column-type',
      isFree(old.type, column.type)
        ? 'The values on disk stay as they are: no row is rewritten.'
        : `The table is rewritten under a lock; the design expects fewer than ${MOST_REWRITTEN} rows.`,
      `ALTER TABLE ${table} ${off}ALTER COLUMN ${name} TYPE ${type} USING ${name}::${type}${on};`,
    );
  };
  // A wider type takes what the old version writes; a narrower one waits until it is gone.
  const phase = isWider(old.type, column.type) ? 'expand' : 'contract';
  return [step(phase, phase === 'expand' ? 'loosen' : 'tighten', to(column.type, old), to(old.type, column))];
}

const INTEGERS = ['smallint', 'integer', 'bigint'];
const length = (type: string): number => Number(/^varchar\((\d+)\)$/.exec(type)?.[1] ?? Infinity);

/** Text of any length takes what a shorter one holds, in the same form on disk. */
export const isFree = (from: string, to: string): boolean =>
  from.startsWith('varchar') && (to === 'text' || (to.startsWith('varchar') && length(to) >= length(from)));

const isWider = (from: string, to: string): boolean =>
  isFree(from, to) ||
  (INTEGERS.includes(from) && INTEGERS.indexOf(to) > INTEGERS.indexOf(from)) ||
  (from === 'real' && to.startsWith('double'));
