import type { Artefact, Design } from '@archwright/model';
import { sqlComment, sqlIdentifier } from '../../../escape/sql.ts';
import type { Store } from '../../dialect.ts';
import { storeExtensions, wholeTable } from '../schema.ts';
import { creationOrder, lateReferences } from '../table.ts';
import { type Phase, RANKS, step, type Step } from './step.ts';
import { tableShape } from './shape.ts';
import { tableChange } from './table.ts';

export { isBackfill } from './backfill.ts';
export { FILL_IN } from './columns.ts';

/** A store as a design has it. */
export interface Side {
  readonly design: Design;
  readonly store: Store;
}

/** What leads from one schema to the next, and what it leaves to people. */
export interface Evolution {
  readonly steps: readonly Step[];
  /** Tables whose change is not written here, each with the reason. */
  readonly refused: readonly string[];
}

/** Compares two forms of one store, table by table: entities are the same where their id is. */
export function evolve(before: Side, after: Side): Evolution {
  const old = new Map(before.store.entities.map((entity) => [entity.id, entity]));
  const changes = after.store.entities.flatMap((entity) => {
    const was = old.get(entity.id);
    return was
      ? [
          tableChange(
            tableShape(was, before.store, before.design),
            tableShape(entity, after.store, after.design),
            before.design.date,
          ),
        ]
      : [];
  });
  return {
    steps: [
      ...extensions(before, after),
      ...newTables(before, after),
      ...changes.flatMap((change) => ('steps' in change ? change.steps : [])),
      ...oldTables(before, after),
    ],
    refused: changes.flatMap((change) => ('refused' in change ? [change.refused] : [])),
  };
}

function extensions(before: Side, after: Side): readonly Step[] {
  const had = storeExtensions(before.design, before.store);
  return storeExtensions(after.design, after.store)
    .filter((name) => !had.includes(name))
    .map((name) => step('expand', 'extension', `CREATE EXTENSION IF NOT EXISTS ${sqlIdentifier(name)};`, []));
}

/** Tables of `there` that `here` does not have, as statements that make them and references that wait for all of them. */
function missing(
  { design, store }: Side,
  here: Side,
): { readonly tables: readonly string[]; readonly make: readonly string[]; readonly late: readonly string[] } {
  const known = new Set(here.store.entities.map(({ id }) => id));
  const { ordered, late } = creationOrder(store.entities);
  const own = ordered.filter(({ id }) => !known.has(id));
  const fields = new Set(own.flatMap((entity) => entity.fields.filter((field) => late.has(field))));
  const names = new Set(own.map(({ table }) => sqlIdentifier(table)));
  return {
    tables: own.map(({ table }) => sqlIdentifier(table)),
    make: own.map((entity) => wholeTable(entity, store.entities, fields, design)),
    late: lateReferences(ordered, fields).filter((statement) => names.has(statement.split(' ')[2] ?? '')),
  };
}

function newTables(before: Side, after: Side): readonly Step[] {
  const { tables, make, late } = missing(after, before);
  return [
    ...tables.map((table, index) => step('expand', 'table', make[index]!, `DROP TABLE IF EXISTS ${table};`)),
    ...late.map((statement) => {
      const [, table, name] = /^ALTER TABLE (\S+) ADD CONSTRAINT (\S+) /.exec(statement)!;
      return step('expand', 'late-reference', statement, `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name};`);
    }),
  ];
}

/** Children go before their parents, and come back after them. */
function oldTables(before: Side, after: Side): readonly Step[] {
  const { tables, make, late } = missing(before, after);
  if (tables.length === 0) return [];
  const drop = tables.toReversed().map((table) => `DROP TABLE IF EXISTS ${table}${late.length > 0 ? ' CASCADE' : ''};`);
  return [step('contract', 'drop-table', ['-- Keep a dump for as long as the rows must be kept.', ...drop], [...make, ...late])];
}

const HEADS: Readonly<Record<Phase, readonly string[]>> = {
  expand: [
    'One transaction: psql --single-transaction -v ON_ERROR_STOP=1 -f …',
    'Expand: only adds, so that the version that runs can go on. Applied before the new version is released.',
  ],
  indexes: [
    'No transaction: psql -v ON_ERROR_STOP=1 -f …',
    'Indexes of the new version, built beside the running database. Applied before it is released; may be started again.',
  ],
  contract: [
    'No transaction: psql -v ON_ERROR_STOP=1 -f …',
    'Contract: applied by hand, when no instance of the old version is left and going back to it is no longer wanted.',
    'Run it as a role with BYPASSRLS: with row_security off, a role that would miss rows is refused.',
  ],
};
const LIMITS: Readonly<Record<Phase, readonly string[]>> = {
  expand: ["SET LOCAL lock_timeout = '5s';", "SET LOCAL statement_timeout = '60s';"],
  indexes: ["SET lock_timeout = '5s';", "SET statement_timeout = '0';"],
  contract: ["SET lock_timeout = '5s';", "SET statement_timeout = '0';", 'SET row_security = off;'],
};
const NAMES: Readonly<Record<Phase, string>> = { expand: 'expand', indexes: 'expand_indexes', contract: 'contract' };
/** Stands before what a file leaves to people; the proof of the whole waits for it. */
export const NOT_HERE = '-- Not in these files:';

/**
 * The migration between two forms of a store, as pairs of files: expand, indexes, contract, those of them that have statements.
 *
 * @param first - number of the first pair
 */
export function evolutionArtefacts(before: Side, after: Side, first: number): readonly Artefact[] {
  const { steps, refused } = evolve(before, after);
  const ordered = steps.toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
  const notes = refused.map((reason) => `${NOT_HERE} ${reason}. Copy into a second table, write both, compare, switch.`);
  const phases = (['expand', 'indexes', 'contract'] as const).filter(
    (phase) => ordered.some((one) => one.phase === phase && one.up.length > 0) || (phase === 'expand' && notes.length > 0),
  );
  return phases.flatMap((phase, index) => {
    const own = ordered.filter((one) => one.phase === phase);
    const number = String(first + index).padStart(4, '0');
    const file = (direction: 'up' | 'down', statements: readonly string[]): Artefact => ({
      path: `${after.store.folder}/migrations/${number}_${NAMES[phase]}.${direction}.sql`,
      mediaType: 'application/sql',
      title: `Migration ${number} (${phase})${direction === 'down' ? ', taken back' : ''}`,
      content: `${[
        ...headOf(phase, direction),
        sqlComment(`From the design of ${before.design.date} to that of ${after.design.date}: ${after.design.title}.`),
        ...(direction === 'up' ? notes : []),
        ...LIMITS[phase],
        '',
        ...statements,
      ].join('\n')}\n`,
    });
    return [
      file(
        'up',
        own.flatMap(({ up }) => up),
      ),
      file(
        'down',
        own.toReversed().flatMap(({ down }) => down),
      ),
    ];
  });
}

const headOf = (phase: Phase, direction: 'up' | 'down'): readonly string[] =>
  direction === 'up'
    ? HEADS[phase].map(sqlComment)
    : [
        sqlComment(HEADS[phase][0]!),
        sqlComment(
          phase === 'contract'
            ? 'Brings the form back, not the values: what was dropped comes from the backup.'
            : 'For an empty environment and the check in the pipeline: going back to the old version needs no down migration.',
        ),
      ];
