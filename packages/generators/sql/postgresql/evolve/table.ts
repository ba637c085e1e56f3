import { createPolicy } from '../protection.ts';
import { columnSteps, isFree, MOST_REWRITTEN } from './columns.ts';
import { constraintSteps } from './constraints.ts';
import { indexSteps } from './indexes.ts';
import type { TableShape } from './shape.ts';
import { step, type Step } from './step.ts';

/** What becomes of a table that stays: its steps, or why it has to be copied instead. */
export type TableChange = { readonly steps: readonly Step[] } | { readonly refused: string };

/** @param date - day of the earlier design */
export function tableChange(before: TableShape, after: TableShape, date: string): TableChange {
  const refused = refusal(before, after);
  if (refused !== undefined) return { refused: `${after.table}: ${refused}` };
  return {
    steps: [
      ...keyName(before, after),
      ...columnSteps(before, after),
      ...constraintSteps(before, after),
      ...indexSteps(before, after, date),
      ...policySteps(before, after),
      ...commentSteps(before, after),
    ],
  };
}

/** Changes that need a second table, filled while both are written: no statement of ours can promise that for every domain. */
function refusal(before: TableShape, after: TableShape): string | undefined {
  if (before.table !== after.table) return `it was ${before.table}; a rename breaks the version that runs`;
  if (before.partition !== after.partition)
    return `its partitions change (${before.partition ?? 'none'} to ${after.partition ?? 'none'})`;
  if (before.primaryKey.columns.join() !== after.primaryKey.columns.join()) return 'its primary key changes';
  for (const [name, column] of after.columns) {
    const old = before.columns.get(name);
    if (!old) continue;
    const isMade = (one: typeof old): boolean => one.generated?.startsWith('GENERATED') ?? false;
    if (isMade(old) !== isMade(column)) return `what makes ${column.name} changes`;
    if (old.type === column.type) continue;
    const isBound =
      column.field.key ||
      column.field.references !== undefined ||
      before.entity.partition?.by === name ||
      [before.owner, after.owner].includes(name);
    if (isBound) return `the type of ${column.name} changes, which keys, partitions or policies hold on to`;
    if (!isFree(old.type, column.type) && !((before.rows ?? Infinity) <= MOST_REWRITTEN))
      return `the type of ${column.name} changes (${old.type} to ${column.type}), which rewrites a table of more than ${MOST_REWRITTEN} rows`;
  }
  return undefined;
}

function keyName({ primaryKey: old }: TableShape, { primaryKey, table }: TableShape): readonly Step[] {
  if (old.name === primaryKey.name || primaryKey.columns.length === 0) return [];
  const rename = (from: string, to: string): string => `ALTER TABLE ${table} RENAME CONSTRAINT ${from} TO ${to};`;
  return [step('expand', 'loosen', rename(old.name, primaryKey.name), rename(primaryKey.name, old.name))];
}

/** The old version does not say on whose behalf it acts: a policy that it does not know would hide every row from it. */
function policySteps({ policy: old }: TableShape, { policy, table }: TableShape): readonly Step[] {
  if (old?.name === policy?.name && old?.rule === policy?.rule) return [];
  const [on, off] = [
    [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`],
    [`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`, `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;`],
  ];
  const drop = (name: string): string => `DROP POLICY IF EXISTS ${name} ON ${table};`;
  if (!old) return [step('contract', 'protect', [createPolicy(table, policy!), ...on!], [...off!, drop(policy!.name)])];
  if (!policy) return [step('expand', 'loosen', [...off!, drop(old.name)], [createPolicy(table, old), ...on!])];
  const alter = ({ name, rule }: typeof old): string =>
    `ALTER POLICY ${name} ON ${table}\n  USING (${rule})\n  WITH CHECK (${rule});`;
  return old.name === policy.name
    ? [step('contract', 'protect', alter(policy), alter(old))]
    : [step('contract', 'protect', [createPolicy(table, policy), drop(old.name)], [createPolicy(table, old), drop(policy.name)])];
}

const subjectOf = (comment: string): string => comment.slice(0, comment.indexOf(' IS '));

function commentSteps(before: TableShape, after: TableShape): readonly Step[] {
  const cleared = (statement: string, others: readonly string[]): string =>
    others.find((other) => subjectOf(other) === subjectOf(statement)) ?? `${subjectOf(statement)} IS NULL;`;
  return [
    ...after.comments
      .filter((one) => !before.comments.includes(one))
      .map((one) => {
        const isNewColumn = [...after.columns].some(
          ([name, column]) => !before.columns.has(name) && subjectOf(one).endsWith(`.${column.name}`),
        );
        return step('expand', 'comment', one, isNewColumn ? [] : cleared(one, before.comments));
      }),
    ...before.comments
      .filter((one) => !after.comments.some((other) => subjectOf(other) === subjectOf(one)))
      .map((one) => {
        const isGone = [...before.columns].some(
          ([name, column]) => !after.columns.has(name) && subjectOf(one).endsWith(`.${column.name}`),
        );
        // A column that goes takes its comment along, and the way back has to bring it again.
        return isGone ? step('contract', 'drop-index', [], one) : step('expand', 'comment', `${subjectOf(one)} IS NULL;`, one);
      }),
  ];
}
