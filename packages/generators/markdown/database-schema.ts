import type { AccessPattern, Entity } from '@archwright/model';
import { markdownCode, markdownFence } from '../escape/markdown.ts';
import { sqlIdentifier } from '../escape/sql.ts';
import { databaseArtefacts } from '../sql/index.ts';
import { keysInMemory } from './keys-in-memory.ts';
import { section, stack, table } from './page.ts';
import type { Material, Writer } from './writer.ts';
import { inline } from './text.ts';

const MOST_ENTITIES = 24;
const MOST_PATTERNS = 16;
const EXCERPTS = 2;

/** Deliverable 3: every table with its keys, growth and class, the statements of the two busiest, and what is asked of them. */
export function databaseSchema(material: Material): string {
  const { entities } = material.design.architecture;
  if (entities.length === 0) return '';
  return section(
    '## 3. Database schema',
    tables(material),
    section('### The busiest tables', ...excerpts(material)),
    section('### Access patterns and indexes', accessPatterns(material)),
    keysInMemory(material),
  );
}

function tables({ design, write }: Material): string {
  const { entities, components } = design.architecture;
  const several = new Set(entities.map(({ component }) => component)).size > 1;
  const rows = entities.map((entity) => [
    markdownCode(entity.table, 'cell'),
    inline(entity.purpose),
    several ? inline(components.find(({ id }) => id === entity.component)?.name ?? entity.component) : '',
    keyColumns(entity),
    refersTo(entity, entities),
    write.cite(entity.rowsAtYearOne),
    write.value(entity.bytesAtHorizon),
    entity.retention === undefined ? '' : write.value(entity.retention),
    entity.classification,
  ]);
  const head = ['table', 'holds', 'store', 'key', 'refers to', 'rows after a year', 'at the horizon', 'kept', 'class'];
  return table(head, rows, { rows: MOST_ENTITIES, file: 'database/schema.sql' });
}

function keyColumns({ fields, partition }: Entity): string {
  const keys = fields.filter(({ key }) => key).map(({ name }) => name);
  const by = partition ? `; partition a ${partition.period} by ${markdownCode(partition.by, 'cell')}` : '';
  return keys.length === 0 ? by.slice(2) : `${markdownCode(keys.join(', '), 'cell')}${by}`;
}

const refersTo = ({ fields }: Entity, entities: readonly Entity[]): string =>
  [
    ...new Set(
      fields.flatMap(({ references }) =>
        references ? [entities.find(({ id }) => id === references.entity)?.table ?? references.entity] : [],
      ),
    ),
  ]
    .map((name) => markdownCode(name, 'cell'))
    .join(', ');

/** Statements as they stand in the schema files, for the tables that are asked most at peak. */
function excerpts({ design, artefacts, write }: Material): readonly string[] {
  const { entities, accessPatterns: patterns } = design.architecture;
  const files = artefacts.some(isSchema) ? artefacts.filter(isSchema) : databaseArtefacts(design).filter(isSchema);
  const ranked = entities.toSorted((a, b) => load(b, patterns, write) - load(a, patterns, write));
  const found = ranked.flatMap((entity) => {
    const hit = files
      .map(({ path, content }) => ({ path, sql: statementOf(content, entity.table) }))
      .find(({ sql }) => sql !== undefined);
    return hit ? [{ ...hit, sql: hit.sql! }] : [];
  });
  const shown = found.slice(0, EXCERPTS);
  return shown.map(({ path, sql }) => stack(`From ${markdownCode(path)}:`, markdownFence('sql', sql)));
}

const isSchema = ({ path }: { readonly path: string }): boolean => /^database\/(?:[^/]{1,80}\/)?schema\.sql$/.test(path);

/** Calls a second at peak, then bytes: what makes a table worth looking at. */
function load(entity: Entity, patterns: readonly AccessPattern[], write: Writer): number {
  const rate = patterns
    .filter((pattern) => pattern.entity === entity.id && pattern.rate !== undefined)
    .reduce((sum, { rate: id }) => sum + write.figure(id!).likely, 0);
  const bytes = entity.bytesAtHorizon === undefined ? 0 : write.figure(entity.bytesAtHorizon).likely;
  return rate + bytes * 1e-18;
}

/** `CREATE TABLE …;` with the indexes on the same table. */
function statementOf(content: string, name: string): string | undefined {
  const identifier = sqlIdentifier(name);
  const from = content.indexOf(`CREATE TABLE ${identifier} (`);
  if (from < 0) return undefined;
  const rest = content.slice(from);
  const end = /^\)[^\n]*;$/m.exec(rest);
  if (!end) return undefined;
  const indexes = content
    .split('\n')
    .filter((line) => /^CREATE (?:UNIQUE )?INDEX /.test(line) && line.includes(` ON ${identifier} `));
  return [rest.slice(0, end.index + end[0].length), ...indexes].join('\n');
}

function accessPatterns({ design, write }: Material): string {
  const { accessPatterns: patterns, entities } = design.architecture;
  const rate = ({ rate: id }: AccessPattern): number => (id === undefined ? -1 : write.figure(id).likely);
  const rows = patterns
    .toSorted((a, b) => rate(b) - rate(a))
    .map((pattern) => [
      inline(pattern.purpose),
      markdownCode(
        `${entities.find(({ id }) => id === pattern.entity)?.table ?? pattern.entity}(${pattern.by.join(', ')})`,
        'cell',
      ),
      pattern.order ? `${markdownCode(pattern.order.by, 'cell')}${pattern.order.descending ? ', descending' : ''}` : '',
      servedBy(
        pattern,
        entities.find(({ id }) => id === pattern.entity),
      ),
      write.cite(pattern.rate),
      write.value(pattern.latencyTarget),
    ]);
  return table(['asked for', 'by', 'order', 'served by', 'peak', 'p99 target'], rows, {
    rows: MOST_PATTERNS,
    file: 'database/access-patterns.md',
  });
}

/** The promised index; without one, the key or constraint that answers, if any does. */
function servedBy({ index, by }: AccessPattern, entity: Entity | undefined): string {
  if (!index) {
    const keys = entity?.fields.filter(({ key }) => key).map(({ name }) => name) ?? [];
    if (by.length > 0 && by.every((name, at) => keys[at] === name)) return 'primary key';
    return entity?.fields.some(({ name, unique }) => unique && by[0] === name) ? 'unique constraint' : 'no index of its own';
  }
  const where = index.where === undefined ? '' : ` where ${markdownCode(index.where, 'cell')}`;
  return `${markdownCode(index.name, 'cell')}${index.unique ? ', unique' : ''}${index.method === 'btree' ? '' : `, ${index.method}`}${where}`;
}
