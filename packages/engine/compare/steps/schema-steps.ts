import { formatQuantity } from '@archwright/kernel';
import type { Change, MigrationStep } from '@archwright/model';

/**
 * Rows a throttled backfill copies or rewrites a second: batches of a thousand with a pause between them, so that live
 * traffic keeps its latency. Our assumption; measured INSERT rates are an order of magnitude above it.
 */
const BACKFILL_ROWS_PER_SECOND = 2_000;

/** What schema steps need to know about sizes: rows a table holds after a year, where known. */
export type RowsOf = (table: string) => number | undefined;

const backfillTime = (rows: number | undefined): string =>
  rows === undefined
    ? 'in batches'
    : `${formatQuantity(rows, 'count')} rows in batches, about ${formatQuantity(rows / BACKFILL_ROWS_PER_SECOND, 's')} at ${formatQuantity(BACKFILL_ROWS_PER_SECOND, '1/s')}`;

type Steps = (change: Change, rowsOf: RowsOf) => readonly MigrationStep[];

const one = (
  phase: MigrationStep['phase'],
  subject: string,
  text: string,
  rollback: string,
  risk: string,
  reversible = true,
): MigrationStep => ({ phase, subject, step: text, rollback, risk, reversible });

const table: Steps = ({ kind, name, before = '', after = '' }, rowsOf) => {
  if (kind === 'resized') return [];
  if (kind === 'appears')
    return [one('expand', name, `create ${after}`, 'drop it: no code writes to it yet', 'none while it is empty')];
  if (kind === 'goes')
    return [
      one(
        'switch',
        name,
        'deploy code that neither reads nor writes it',
        'deploy the version before',
        'a report or job outside the code may read it',
      ),
      one(
        'contract',
        name,
        'keep a dump for the retention period, then drop it',
        'restore the dump; rows of the meantime are missing',
        'foreign keys to it go first',
        false,
      ),
    ];
  return [
    one(
      'expand',
      name,
      `create the new form beside the old one and write to both in one transaction: ${after} (was ${before})`,
      'drop the new form; nothing reads it',
      'every write costs twice while both stand',
    ),
    one(
      'backfill',
      name,
      `copy ${backfillTime(rowsOf(name))}, by key with a checkpoint`,
      'truncate the copy and start again',
      'long transactions hold back vacuum: batches stay short',
    ),
    one(
      'verify',
      name,
      'compare counts and checksums by key range until they agree',
      'nothing changed for users',
      'rows changed during the comparison look different: compare twice',
    ),
    one(
      'switch',
      name,
      'read from the new form behind a flag',
      'flag back: the old form still receives every write',
      'the plan of a query may differ on the new form',
    ),
    one(
      'contract',
      name,
      'stop writing the old form, keep a dump, drop it',
      'restore the dump and replay',
      'what was only in the old form is gone',
      false,
    ),
  ];
};

const column: Steps = ({ kind, name, before = '', after = '' }, rowsOf) => {
  const [home = name] = name.split('.');
  const rows = rowsOf(home);
  if (kind === 'appears')
    return after.includes('not null') && !after.includes('default')
      ? [
          one(
            'expand',
            name,
            `add it nullable: ${after.replace(' not null', '')}`,
            'drop the column; nothing reads it',
            'a short lock: set a lock time-out',
          ),
          one(
            'backfill',
            name,
            `fill ${backfillTime(rows)}`,
            'stop; empty values are still allowed',
            'writes of old code stay empty until it is gone',
          ),
          one(
            'contract',
            name,
            'check constraint not valid, validate it, then set not null',
            'drop the constraint',
            'validation reads the whole table without blocking writes',
          ),
        ]
      : [one('expand', name, `add it: ${after}`, 'drop the column; nothing reads it', 'a short lock: set a lock time-out')];
  if (kind === 'goes')
    return [
      one(
        'switch',
        name,
        'deploy code that neither reads nor writes it; drop its not-null constraint first',
        'deploy the version before',
        'select lists with a star still read it',
      ),
      one(
        'contract',
        name,
        `drop it (${before})`,
        'add it again and restore its values from the backup',
        'its values are gone',
        false,
      ),
    ];
  return [
    one(
      'expand',
      name,
      `add a second column as ${after} and write both (was ${before})`,
      'drop the second column',
      'values that do not fit the new type fail the write: convert with a rule',
    ),
    one(
      'backfill',
      name,
      `convert ${backfillTime(rows)}`,
      'stop; the old column still decides',
      'a value that cannot be converted needs a decision',
    ),
    one(
      'switch',
      name,
      'read the second column',
      'read the first again: both are written',
      'an index on the old column has no counterpart until it is built',
    ),
    one(
      'contract',
      name,
      'drop the first column and give the second its name',
      'restore from the backup',
      'code that still names the old type fails',
      false,
    ),
  ];
};

const index: Steps = ({ kind, name, before = '', after = '' }) => {
  const create = one(
    'expand',
    name,
    `create it concurrently: ${after}`,
    'drop it concurrently',
    'a failed build leaves an invalid index: drop and build again',
  );
  const drop = (text: string) =>
    one(
      'contract',
      name,
      text,
      `create it again: ${before}`,
      'a query that still needs it reads the whole table: check its use first',
    );
  if (kind === 'appears') return [create];
  if (kind === 'goes') return [drop('drop it concurrently after its scan count stood still for a month')];
  return [create, drop('drop the old form concurrently when the new one is used')];
};

/** Steps of one change of the schema: expand, backfill, switch, contract, as far as the change needs them. */
export const schemaSteps: Steps = (change, rowsOf) =>
  change.subject === 'table'
    ? table(change, rowsOf)
    : change.subject === 'column'
      ? column(change, rowsOf)
      : change.subject === 'index'
        ? index(change, rowsOf)
        : [];
