import type { Design, Entity, Field } from '@archwright/model';
import { sqlIdentifier } from '../../../escape/sql.ts';
import { lookup } from '../../../figure-lookup.ts';
import type { Store } from '../../dialect.ts';
import { type IndexShape, indexShapes, promisedOf } from '../indexes.ts';
import { comments, type Policy, policyOf, rowOwner } from '../protection.ts';
import { type ColumnShape, columnShape, type ForeignKey, foreignKeys, primaryKey } from '../table.ts';

/** One column with the field it is written from. */
export interface Column extends ColumnShape {
  readonly field: Field;
}

/** A table in parts that can be compared; names are quoted where they must be, keys of maps are plain. */
export interface TableShape {
  readonly entity: Entity;
  readonly table: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly primaryKey: { readonly name: string; readonly columns: readonly string[] };
  readonly partition?: string;
  readonly foreignKeys: ReadonlyMap<string, ForeignKey>;
  readonly indexes: ReadonlyMap<string, IndexShape>;
  readonly policy?: Policy;
  /** Column of the policy. */
  readonly owner?: string;
  /** `COMMENT ON …` statements. */
  readonly comments: readonly string[];
  /** Rows after its first year, where the design says. */
  readonly rows?: number;
}

/** @param design - the one the store is of */
export function tableShape(entity: Entity, { entities }: Store, design: Design): TableShape {
  const { accessPatterns, api } = design.architecture;
  const promised = promisedOf(entity, accessPatterns);
  const owner = rowOwner(entity, api.operations);
  const policy = policyOf(entity, owner);
  const rows = design.figures.find(({ id }) => id === entity.rowsAtYearOne)?.likely;
  return {
    entity,
    table: sqlIdentifier(entity.table),
    columns: new Map(entity.fields.map((field) => [field.name, { ...columnShape(field, entity, promised), field }])),
    primaryKey: { name: sqlIdentifier(promised.primaryKey), columns: primaryKey(entity) },
    ...(entity.partition && { partition: `${entity.partition.by} by ${entity.partition.period}` }),
    foreignKeys: new Map(foreignKeys(entity, entities).map((key) => [key.name, key])),
    indexes: new Map(indexShapes(entity, accessPatterns).map((index) => [index.name, index])),
    ...(policy && { policy }),
    ...(owner && { owner: owner.column.name }),
    comments: comments(entity, lookup(design)),
    ...(rows !== undefined && { rows }),
  };
}
