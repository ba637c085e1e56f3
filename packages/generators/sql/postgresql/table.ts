import type { Entity, Field } from '@archwright/model';
import { sqlDefault, sqlIdentifier, sqlLiteral, sqlName, sqlType } from '../../escape/sql.ts';

/** A foreign key that the store can enforce, or the reason why it cannot. */
export interface Reference {
  readonly field: Field;
  readonly parent: Entity | undefined;
  readonly refused?: string;
}

export const keyFields = (entity: Entity): readonly Field[] => entity.fields.filter((field) => field.key);

/** Columns of the primary key: on a partitioned table the partition column belongs to it, as PostgreSQL demands. */
export function primaryKey(entity: Entity): readonly string[] {
  const keys = keyFields(entity).map((field) => field.name);
  const { partition } = entity;
  return keys.length > 0 && partition && !keys.includes(partition.by) ? [...keys, partition.by] : keys;
}

/** Every reference of an entity with what stands in its way. `entities` are those of the same store. */
export const referencesOf = (entity: Entity, entities: readonly Entity[]): readonly Reference[] =>
  entity.fields.flatMap((field): readonly Reference[] => {
    if (!field.references) return [];
    const parent = entities.find(({ id }) => id === field.references!.entity);
    const target = parent?.fields.find(({ name }) => name === field.references!.field);
    if (!parent || !target) return [{ field, parent, refused: 'it is held in another store; the application checks it' }];
    const unique = target.unique || (target.key && primaryKey(parent).length === 1);
    return unique
      ? [{ field, parent }]
      : [{ field, parent, refused: 'its key there is not unique by itself; the application checks it' }];
  });

/**
 * Parents before children. References that close a circle are left out of `CREATE TABLE` and added afterwards.
 *
 * @returns the entities in order of creation, and for each the references that cannot be declared yet
 */
export function creationOrder(entities: readonly Entity[]): { ordered: readonly Entity[]; late: ReadonlySet<Field> } {
  const ordered: Entity[] = [];
  const late = new Set<Field>();
  const waiting = [...entities];
  const isReady = (entity: Entity): boolean =>
    referencesOf(entity, entities).every(
      ({ parent, refused }) => refused !== undefined || parent === entity || ordered.includes(parent!),
    );
  while (waiting.length > 0) {
    const at = Math.max(0, waiting.findIndex(isReady));
    const [next] = waiting.splice(at, 1);
    for (const { field, parent, refused } of referencesOf(next!, entities))
      if (refused === undefined && parent !== next && !ordered.includes(parent!)) late.add(field);
    ordered.push(next!);
  }
  return { ordered, late };
}

/** `CREATE TABLE` with its columns, keys, checks and the references that can be declared at once. */
export function createTable(entity: Entity, entities: readonly Entity[], late: ReadonlySet<Field>, promised: Promised): string {
  const key = primaryKey(entity);
  const references = referencesOf(entity, entities);
  const lines = [
    ...entity.fields.map((field) => columnLine(field, entity, promised)),
    ...(key.length > 0
      ? [`CONSTRAINT ${sqlIdentifier(promised.primaryKey)} PRIMARY KEY (${key.map(sqlIdentifier).join(', ')})`]
      : []),
    ...references.filter(({ field, refused }) => refused === undefined && !late.has(field)).map((one) => foreignKey(entity, one)),
  ];
  const notes = references
    .filter(({ refused }) => refused !== undefined)
    .map(({ field, refused }) => `-- ${sqlIdentifier(field.name)} is no foreign key: ${refused}.`);
  const partition = entity.partition ? ` PARTITION BY RANGE (${sqlIdentifier(entity.partition.by)})` : '';
  return [
    ...notes,
    `CREATE TABLE ${sqlIdentifier(entity.table)} (`,
    lines.map((line) => `  ${line}`).join(',\n'),
    `)${partition};`,
  ].join('\n');
}

/** What indexes promised by access patterns take over from the table's own constraints. */
export interface Promised {
  /** Name of the primary key and of its index. */
  readonly primaryKey: string;
  /** Columns that a promised unique index of one column already keeps unique. */
  readonly unique: ReadonlySet<string>;
}

/** The parts of one column's definition; a part that is not there is absent. */
export interface ColumnShape {
  /** As it is written, quoted where it must be. */
  readonly name: string;
  readonly type: string;
  /** `DEFAULT …`, or what makes the value. */
  readonly generated?: string;
  readonly isRequired: boolean;
  /** Name of the constraint that keeps it unique. */
  readonly unique?: string;
  readonly check?: { readonly name: string; readonly rule: string };
}

export function columnShape(field: Field, entity: Entity, promised: Promised): ColumnShape {
  const isOnlyKey = field.key && primaryKey(entity).length === 1;
  const isUnique = field.unique && !isOnlyKey && !promised.unique.has(field.name) && !entity.partition;
  const made = generated(field, entity);
  const rule = field.values ? check(field) : lengthCheck(field);
  return {
    name: sqlIdentifier(field.name),
    type: fixedLength(field) === undefined ? sqlType(field.type) : 'text',
    ...(made !== '' && { generated: made }),
    isRequired: !field.nullable || field.key,
    ...(isUnique && { unique: sqlIdentifier(uniqueName(entity, field)) }),
    ...(rule !== '' && { check: { name: sqlIdentifier(`${entity.table}_${field.name}_check`), rule } }),
  };
}

function columnLine(field: Field, entity: Entity, promised: Promised): string {
  const { name, type, generated: made, unique, check: checked } = columnShape(field, entity, promised);
  return [
    name,
    type,
    made,
    field.nullable ? undefined : 'NOT NULL',
    unique && `CONSTRAINT ${unique} UNIQUE`,
    checked && `CONSTRAINT ${checked.name} ${checked.rule}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** A key that nothing else fills is made by the database: time-ordered UUIDs keep the index's inserts in one place. */
function generated(field: Field, entity: Entity): string {
  if (field.default !== undefined) return `DEFAULT ${sqlDefault(field.default)}`;
  // A part of a key is given by whoever knows the rest of it: a counter of its own would only fill up.
  if (!field.key || keyFields(entity).length > 1 || field.references || field.name === entity.partition?.by) return '';
  if (/^uuid$/i.test(field.type)) return 'DEFAULT uuidv7()';
  return /^(?:bigint|integer|int|int8|int4|smallint)$/i.test(field.type) ? 'GENERATED BY DEFAULT AS IDENTITY' : '';
}

/** `char(3)`: PostgreSQL would pad shorter values with blanks instead of refusing them, so it becomes text of that length. */
const fixedLength = ({ type }: Field): number | undefined => {
  const length = /^char(?:acter)?\((\d{1,6})\)$/i.exec(type)?.[1];
  return length === undefined ? undefined : Number(length);
};

const lengthCheck = (field: Field): string => {
  const length = fixedLength(field);
  return length === undefined || field.values ? '' : `CHECK (char_length(${sqlIdentifier(field.name)}) = ${length})`;
};

/** Name of the constraint, and of its index, that keeps a column unique. */
export const uniqueName = ({ table }: Entity, { name }: Field): string => sqlName(`${table}_${name}_key`);

function check({ name, type, values = [] }: Field): string {
  const column = sqlIdentifier(name);
  const list = values.map(sqlLiteral).join(', ');
  return type.endsWith('[]') ? `CHECK (${column} <@ ARRAY[${list}]::${sqlType(type)})` : `CHECK (${column} IN (${list}))`;
}

export interface ForeignKey {
  readonly name: string;
  readonly rule: string;
}

/** The references that the store enforces, each with the name of its constraint. */
export const foreignKeys = (entity: Entity, entities: readonly Entity[]): readonly ForeignKey[] =>
  referencesOf(entity, entities)
    .filter(({ refused }) => refused === undefined)
    .map((reference) => foreignKeyOf(entity, reference));

const foreignKeyOf = ({ table }: Entity, { field, parent }: Reference): ForeignKey => ({
  name: sqlIdentifier(`${table}_${field.name}_fkey`),
  rule: `FOREIGN KEY (${sqlIdentifier(field.name)}) REFERENCES ${sqlIdentifier(parent!.table)} (${sqlIdentifier(field.references!.field)})`,
});

function foreignKey(entity: Entity, reference: Reference): string {
  const { name, rule } = foreignKeyOf(entity, reference);
  return `CONSTRAINT ${name} ${rule}`;
}

/** The references that had to wait until both tables were there. */
export const lateReferences = (ordered: readonly Entity[], late: ReadonlySet<Field>): readonly string[] =>
  ordered.flatMap((entity) =>
    referencesOf(entity, ordered)
      .filter(({ field, refused }) => refused === undefined && late.has(field))
      .map((reference) => `ALTER TABLE ${sqlIdentifier(entity.table)} ADD ${foreignKey(entity, reference)};`),
  );
