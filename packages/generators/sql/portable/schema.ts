import type { AccessPattern, Design, Entity, Field } from '@archwright/model';
import { sqlComment, sqlName, sqlPredicate } from '../../escape/sql.ts';
import { lookup } from '../../figure-lookup.ts';
import type { Store } from '../dialect.ts';
import { fieldsNamed, isContainer, isPlace, isVector, searchedColumns } from '../postgresql/column-kind.ts';
import { creationOrder, primaryKey, referencesOf } from '../postgresql/table.ts';
import type { Flavour } from './flavour.ts';

/** The schema of a relational store other than PostgreSQL: tables, checks, references, and an index for each pattern it can serve. */
export function portableSchema(design: Design, { entities, component }: Store, flavour: Flavour): string {
  const { ordered, late } = creationOrder(entities);
  const { text } = lookup(design);
  const tables = ordered.map((entity) => {
    const patterns = design.architecture.accessPatterns.filter((pattern) => pattern.entity === entity.id);
    const retention = entity.retention === undefined ? 'until deleted' : text(entity.retention);
    return [
      sqlComment(`${entity.name}: ${entity.purpose}. Classification: ${entity.classification}. Retention: ${retention}.`),
      ...flavour.notes(entity).map(sqlComment),
      createTable(entity, entities, late, patterns, design.date, flavour),
      ...createIndexes(entity, patterns, flavour),
    ].join('\n');
  });
  return `${[sqlComment(`${design.title}: ${component.name}, ${flavour.name}. Design of ${design.date}.`), ...tables].join('\n\n')}\n`;
}

function createTable(
  entity: Entity,
  entities: readonly Entity[],
  late: ReadonlySet<Field>,
  patterns: readonly AccessPattern[],
  date: string,
  flavour: Flavour,
): string {
  const indexed = new Set([...primaryKey(entity), ...patterns.flatMap(({ by, index }) => index?.columns ?? by)]);
  const key = primaryKey(entity);
  const columns = entity.fields.map((field) =>
    column(field, indexed.has(field.name) || field.unique === true || field.references !== undefined, entity, flavour),
  );
  const references = flavour.hasForeignKeys(entity)
    ? referencesOf(entity, entities).filter(({ field, refused }) => refused === undefined && !late.has(field))
    : [];
  const { quote } = flavour;
  const lines = [
    ...columns,
    ...(key.length > 0 ? [`PRIMARY KEY (${key.map(quote).join(', ')})`] : []),
    ...references.map(
      ({ field, parent }) =>
        `CONSTRAINT ${quote(`${entity.table}_${field.name}_fkey`)} FOREIGN KEY (${quote(field.name)}) REFERENCES ${quote(parent!.table)} (${quote(field.references!.field)})`,
    ),
  ];
  return `CREATE TABLE ${quote(entity.table)} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)${flavour.suffix(entity, date)};`;
}

function column(field: Field, isIndexed: boolean, entity: Entity, flavour: Flavour): string {
  const unique = field.unique && !field.key && !entity.partition ? 'UNIQUE' : '';
  return [
    flavour.quote(field.name),
    flavour.type(field, isIndexed),
    field.nullable ? '' : 'NOT NULL',
    field.default === undefined ? '' : `DEFAULT ${flavour.default(field.default, field)}`,
    unique,
    flavour.check(field),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Text search has an index of its own kind; lists, places and vectors have none here and the comment says so. */
function createIndexes(entity: Entity, patterns: readonly AccessPattern[], flavour: Flavour): readonly string[] {
  const made = new Set<string>();
  return patterns.flatMap((pattern) => {
    const { index } = pattern;
    if (!index || made.has(sqlName(index.name))) return [];
    made.add(sqlName(index.name));
    const searched = searchedColumns(pattern, entity).map(({ name }) => name);
    if (searched.length > 0) return [flavour.search(entity, index.name, searched)];
    const columns = fieldsNamed(index.columns, entity);
    const plain = columns.filter((field) => !isContainer(field) && !isPlace(field) && !isVector(field));
    if (plain.length === 0) return [sqlComment(`No index of ${flavour.name} serves ${pattern.purpose}.`)];
    const isUnique = index.unique && !entity.partition;
    const where = index.where !== undefined && flavour.hasPartialIndexes ? ` WHERE ${sqlPredicate(index.where)}` : '';
    const keys = plain.map(({ name }) => flavour.quote(name)).join(', ');
    return [
      `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX ${flavour.quote(index.name)} ON ${flavour.quote(entity.table)} (${keys})${where};`,
    ];
  });
}

/** Tables in the order that takes them away again. */
export function portableDown(design: Design, { entities, component }: Store, flavour: Flavour): string {
  const { quote, name } = flavour;
  const patterns = design.architecture.accessPatterns;
  const drops = creationOrder(entities)
    .ordered.toReversed()
    .flatMap((entity) => {
      const searches = patterns.filter(
        (pattern) => pattern.entity === entity.id && pattern.index && searchedColumns(pattern, entity).length > 0,
      );
      const tables = flavour.searchIsTable ? [...new Set(searches.map(({ index }) => index!.name))] : [];
      return [...tables, entity.table].map((table) => `DROP TABLE ${quote(table)};`);
    });
  return `${[sqlComment(`${design.title}: takes the first schema of ${component.name} (${name}) away again, with its data.`), ...drops].join('\n')}\n`;
}
