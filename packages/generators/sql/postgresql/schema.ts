import type { AccessPattern, Design, Entity, Field } from '@archwright/model';
import { sqlComment, sqlIdentifier } from '../../escape/sql.ts';
import { lookup } from '../../figure-lookup.ts';
import type { Store } from '../dialect.ts';
import { createIndexes, extensionsOf, promisedOf } from './indexes.ts';
import { createPartitions } from './partitions.ts';
import { comments, revoke, rowOwner, rowSecurity, settingsNote } from './protection.ts';
import { createTable, creationOrder, lateReferences } from './table.ts';

/** The whole schema of one store as statements, in an order that PostgreSQL 18 takes. */
export function postgresqlSchema(design: Design, store: Store): string {
  const { entities, component } = store;
  const { ordered, late } = creationOrder(entities);
  const ownerOf = (entity: Entity) => rowOwner(entity, design.architecture.api.operations);
  const table = (entity: Entity): string => wholeTable(entity, entities, late, design);
  const extensions = storeExtensions(design, store).map((name) => `CREATE EXTENSION IF NOT EXISTS ${sqlIdentifier(name)};`);
  const head = [
    sqlComment(`${design.title}: ${component.name}, PostgreSQL 18. Design of ${design.date}.`),
    ...settingsNote(entities.map(ownerOf)).map(sqlComment),
  ];
  const parts = [head.join('\n'), extensions.join('\n'), ...ordered.map(table), lateReferences(ordered, late).join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Everything about one table, in an order that PostgreSQL takes once the tables it refers to are there. */
export function wholeTable(entity: Entity, entities: readonly Entity[], late: ReadonlySet<Field>, design: Design): string {
  const figures = lookup(design);
  const { accessPatterns, api } = design.architecture;
  return [
    sqlComment(`${entity.name}: ${entity.purpose}`),
    createTable(entity, entities, late, promisedOf(entity, accessPatterns)),
    ...createPartitions(entity, design.date),
    ...partitionNote(entity, figures.text),
    ...createIndexes(entity, accessPatterns),
    ...rowSecurity(entity, rowOwner(entity, api.operations)),
    revoke(entity),
    ...comments(entity, figures),
  ].join('\n');
}

/** Extensions that a store's tables and indexes ask for. */
export const storeExtensions = (design: Design, { entities }: Store): readonly string[] =>
  extensionsOf(entities, patternsOf(entities, design.architecture.accessPatterns));

/** Takes everything away that `postgresqlSchema` made; extensions stay, since others may use them. */
export function postgresqlDown(design: Design, { entities, component }: Store): string {
  const { ordered, late } = creationOrder(entities);
  const circular = ordered.flatMap((entity) => entity.fields.filter((field) => late.has(field)).map(() => entity.table));
  const drop = ordered
    .toReversed()
    .map(({ table }) => `DROP TABLE ${sqlIdentifier(table)}${circular.length > 0 ? ' CASCADE' : ''};`);
  return `${[sqlComment(`${design.title}: takes the first schema of ${component.name} away again, with its data.`), ...drop].join('\n')}\n`;
}

const patternsOf = (entities: readonly Entity[], patterns: readonly AccessPattern[]): readonly AccessPattern[] =>
  patterns.filter((pattern) => entities.some(({ id }) => id === pattern.entity));

const partitionNote = ({ partition, retention }: Entity, text: (id: string) => string): readonly string[] =>
  partition
    ? [
        sqlComment(
          `A scheduled job makes partitions ahead of time${retention === undefined ? '' : ` and drops those that ended more than ${text(retention)} ago`}.`,
        ),
      ]
    : [];
