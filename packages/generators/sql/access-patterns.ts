import type { AccessPattern, Design } from '@archwright/model';
import { markdownCell, markdownCode, markdownFence, markdownInline, markdownTable } from '../escape/markdown.ts';
import { lookup } from '../figure-lookup.ts';
import type { Store } from './dialect.ts';
import { indexMethod, servingIndex } from './postgresql/indexes.ts';
import { type AccessPatternQuery, queriesOf } from './postgresql/queries.ts';

/** Each access pattern with its rate, its index, the query it runs and the plan that is expected of it. */
export function accessPatternsDocument(design: Design, stores: readonly Store[]): string {
  const { accessPatterns, entities, components } = design.architecture;
  const { text } = lookup(design);
  const rows = accessPatterns.map((pattern) => [
    markdownCell(pattern.purpose),
    markdownCell(entities.find(({ id }) => id === pattern.entity)?.name ?? pattern.entity),
    pattern.rate === undefined ? 'unknown' : text(pattern.rate),
    pattern.latencyTarget === undefined ? 'none stated' : text(pattern.latencyTarget),
    indexCell(pattern, design, stores),
    markdownCell(components.find(({ id }) => id === pattern.component)?.name ?? pattern.component),
  ]);
  const queries = stores.filter(({ dialect }) => dialect === 'postgresql').flatMap((store) => queriesOf(design, store));
  return `# Access patterns

Every query that the design counts on. An index exists because a row of this table needs it.

${markdownTable(['pattern', 'entity', 'rate at peak', 'latency target', 'index', 'store'], rows)}
${hotKeys(design)}${queries.map(section).join('')}`;
}

/** Where all rows of one key value live in one place: how hot the hottest gets, and what is done. */
function hotKeys(design: Design): string {
  const { text } = lookup(design);
  const rows = design.architecture.accessPatterns.flatMap(({ purpose, hottest }) =>
    hottest
      ? [
          [
            markdownCell(purpose),
            markdownCode(hottest.by.join(', '), 'cell'),
            text(hottest.values),
            text(hottest.share),
            text(hottest.rate),
            text(hottest.limit),
            lookup(design).figure(hottest.copies).likely > 1
              ? `${markdownCell(hottest.cure)} (${text(hottest.copies)} parts)`
              : 'nothing is needed',
          ],
        ]
      : [],
  );
  if (rows.length === 0) return '';
  const head = ['pattern', 'key', 'values', 'share of the hottest', 'on the hottest', 'one may get', 'what is done'];
  return `
## Hot keys

The rows of one key value live in one place, which takes only so much.

${markdownTable(head, rows)}
`;
}

function section({ pattern, sql, parameters, index }: AccessPatternQuery): string {
  const named = parameters.map((column, at) => `\`$${at + 1}\` is compared with ${markdownCode(column)}`).join(', ');
  return `
## ${markdownInline(pattern.purpose) || pattern.id}

${markdownFence('sql', `${sql};`)}

${named === '' ? 'No parameters.' : `${named}.`} Expected plan: ${expected(sql, pattern.kind, index)}.
`;
}

function expected(sql: string, kind: string, index: string | undefined): string {
  if (index === undefined) return 'no index is promised, and no large table is read whole';
  const name = markdownCode(index);
  if (/ <(?:-|=)> \$/.test(sql)) return `nearest-neighbour index scan on ${name}`;
  if (sql.includes(' @@ ') || sql.includes(' @> ')) return `bitmap scan on ${name}`;
  if (kind === 'lookup') return `index scan on ${name}`;
  if (kind === 'aggregation') return `index or bitmap scan on ${name}, then grouping`;
  return `index scan on ${name} that stops at the limit`;
}

/** The index and its method; another engine has keys instead, and similarity may have nothing here. */
function indexCell(pattern: AccessPattern, { architecture }: Design, stores: readonly Store[]): string {
  const store = stores.find(({ entities }) => entities.some(({ id }) => id === pattern.entity));
  const entity = architecture.entities.find(({ id }) => id === pattern.entity);
  if (!store || !entity) return 'none here';
  if (store.dialect !== 'postgresql') return `see the ${store.dialect} file`;
  const name = servingIndex(pattern, entity, architecture.accessPatterns);
  if (name === undefined) return 'none';
  return `${markdownCode(name, 'cell')} (${indexMethod(pattern, entity) ?? 'btree'})`;
}
