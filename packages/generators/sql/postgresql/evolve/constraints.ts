import type { Column, TableShape } from './shape.ts';
import { onPurpose, step, type Step } from './step.ts';

/** Checks, unique columns and foreign keys. What the old version could break is made once it is gone. */
export const constraintSteps = (before: TableShape, after: TableShape): readonly Step[] => [
  ...[...after.columns].flatMap(([name, column]) => {
    const old = before.columns.get(name);
    return [...checkSteps(old, column, after), ...uniqueSteps(old, column, after)];
  }),
  ...[...before.columns].flatMap(([name, column]) => (after.columns.has(name) ? [] : lost(column, before))),
  ...foreignKeySteps(before, after),
];

const drop = (table: string, name: string): string => `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name};`;
const validate = (table: string, name: string): string => `ALTER TABLE ${table} VALIDATE CONSTRAINT ${name};`;
/** Asked of new rows at once, of the others when it is validated: that reads them without keeping writers out. */
const addLater = (table: string, name: string, rule: string): string =>
  `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name}, ADD CONSTRAINT ${name} ${rule} NOT VALID;`;

/** Going back, a constraint held before; where rows of the meantime break it, it says so and they are repaired first. */
const addBack = (table: string, name: string, rule: string): readonly string[] => [
  addLater(table, name, rule),
  validate(table, name),
];

function checkSteps(old: Column | undefined, { check }: Column, { table }: TableShape): readonly Step[] {
  const was = old?.check;
  if (was?.rule === check?.rule && was?.name === check?.name) return [];
  if (!old && check)
    return [
      step('expand', 'constrain', addLater(table, check.name, check.rule), drop(table, check.name)),
      step('contract', 'tighten', validate(table, check.name), []),
    ];
  const back = was ? addBack(table, was.name, was.rule) : [];
  if (!check) return [step('expand', 'loosen', drop(table, was!.name), back)];
  if (was === undefined) return [step('contract', 'tighten', addBack(table, check.name, check.rule), drop(table, check.name))];
  // Both versions write while they run side by side, so nothing is checked in between.
  return [
    step('expand', 'loosen', drop(table, was.name), back),
    step('contract', 'tighten', addBack(table, check.name, check.rule), drop(table, check.name)),
  ];
}

function uniqueSteps(old: Column | undefined, { unique, name }: Column, { table, indexes }: TableShape): readonly Step[] {
  const was = old?.unique;
  if (was === unique) return [];
  if (unique) {
    // The old version writes a column that it does not know as NULL, of which there may be many.
    const phase = old ? 'contract' : 'indexes';
    return [
      step(
        phase,
        phase === 'indexes' ? 'index' : 'tighten',
        [
          `DROP INDEX CONCURRENTLY IF EXISTS ${unique};`,
          `CREATE UNIQUE INDEX CONCURRENTLY ${unique} ON ${table} (${name});`,
          `ALTER TABLE ${table} ADD CONSTRAINT ${unique} UNIQUE USING INDEX ${unique};`,
        ],
        drop(table, unique),
      ),
    ];
  }
  const isKept = [...indexes.values()].some((index) => index.isUnique && index.on.endsWith(`(${name})`));
  return [
    step(isKept ? 'contract' : 'expand', isKept ? 'drop-index' : 'loosen', drop(table, was!), uniqueAgain(table, was!, name)),
  ];
}

const uniqueAgain = (table: string, constraint: string, name: string): string =>
  onPurpose(
    'disallowed-unique-constraint',
    'Going back is done where nobody writes.',
    `ALTER TABLE ${table} ADD CONSTRAINT ${constraint} UNIQUE (${name});`,
  );

/** With its column a constraint goes by itself; only the way back has to name it. */
const lost = ({ check, unique, name }: Column, { table }: TableShape): readonly Step[] =>
  check || unique
    ? [
        step(
          'contract',
          'drop-index',
          [],
          [...(check ? addBack(table, check.name, check.rule) : []), ...(unique ? [uniqueAgain(table, unique, name)] : [])],
        ),
      ]
    : [];

function foreignKeySteps(before: TableShape, after: TableShape): readonly Step[] {
  const { table } = after;
  const isNew = (rule: string): boolean =>
    [...after.columns].some(([name, column]) => !before.columns.has(name) && rule.startsWith(`FOREIGN KEY (${column.name})`));
  return [
    ...[...before.foreignKeys.values()]
      .filter(({ name, rule }) => after.foreignKeys.get(name)?.rule !== rule)
      .map(({ name, rule }) => step('expand', 'loosen', drop(table, name), addBack(table, name, rule))),
    ...[...after.foreignKeys.values()]
      .filter(({ name, rule }) => before.foreignKeys.get(name)?.rule !== rule)
      .flatMap(({ name, rule }): readonly Step[] =>
        isNew(rule)
          ? [
              step('expand', 'constrain', addLater(table, name, rule), drop(table, name)),
              step('contract', 'tighten', validate(table, name), []),
            ]
          : [step('contract', 'tighten', addBack(table, name, rule), drop(table, name))],
      ),
  ];
}
