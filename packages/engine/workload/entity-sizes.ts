import { type Figure, SECONDS_PER_DAY, SECONDS_PER_YEAR, slug } from '@archwright/kernel';
import { type ArchetypeEntity, onlyGrows, type Reading } from '@archwright/model';
import type { Shorthand } from './shorthand.ts';
import type { Context, SizedEntity, SizedOperation } from './workload.ts';

/** Retention the brief states for this entity (by name), else for everything, else the domain's own. */
function retentionOf(entity: ArchetypeEntity, context: Context, reading: Reading, make: Shorthand): Figure | undefined {
  const stated = reading.requirements.filter(({ key, figure }) => key === 'retention' && figure);
  const words = slug(entity.name).split('-');
  const own = stated.find(
    ({ subject }) =>
      subject &&
      slug(subject)
        .split('-')
        .some((word) => words.includes(word.replace(/s$/, ''))),
  );
  const general = stated.find(({ subject }) => !subject) ?? (stated.length === 1 ? stated[0] : undefined);
  // "Keep raw points 30 days": of several retentions the raw one is that of the rows as they come.
  const raw = onlyGrows(entity.store) ? (stated.find(({ subject }) => subject?.startsWith('raw')) ?? stated[0]) : undefined;
  const found = own ?? (onlyGrows(entity.store) || stated.length === 1 ? (general ?? raw) : undefined);
  if (found?.figure) return make.book.need(found.figure);
  if (entity.retentionDays === undefined) return undefined;
  return make.assumed(
    `entity.${context.id}.${slug(entity.name)}.retention`,
    `${entity.name} rows are kept`,
    entity.retentionDays * SECONDS_PER_DAY,
    's',
    `usual retention in the domain “${context.archetype.name}”; the brief gives none`,
  );
}

/** Fewer than this is how people speak ("one place", "a few letters"), not how many rows there are. */
const FEWEST_ROWS = 5;

/** How many there are: as the brief counts them, by their name or by what the business calls them, else as the domain usually has. */
function countOf(entity: ArchetypeEntity, context: Context, reading: Reading, make: Shorthand): Figure | undefined {
  if (entity.store !== 'record' && entity.store !== 'blob') return undefined;
  const names = new Set([entity.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-'), ...(entity.alsoCalled ?? [])].map(slug));
  const stated = reading.requirements.find(
    ({ key, subject, figure, quantity }) =>
      /^(?:population|users(?:\.monthly)?)$/.test(key) &&
      subject &&
      figure &&
      (quantity?.likely ?? make.book.need(figure).likely) >= FEWEST_ROWS &&
      names.has(slug(subject)),
  );
  if (stated?.figure) return make.book.need(stated.figure);
  if (entity.perUser !== undefined) return undefined;
  const usual = context.archetype.defaults.find(({ key, subject }) => key === 'population' && subject === slug(entity.name));
  return (
    usual &&
    make.assumed(
      `entity.${context.id}.${slug(entity.name)}.population`,
      `${entity.name} rows`,
      usual.value,
      'count',
      `${usual.reason} (domain “${context.archetype.name}”)`,
    )
  );
}

/** Rows and bytes of one entity at one year and at the horizon; index overhead is counted with the row. */
export function sizeEntity(
  entity: ArchetypeEntity,
  context: Context,
  operations: readonly SizedOperation[],
  users: Figure,
  reading: Reading,
  make: Shorthand,
): SizedEntity {
  const id = slug(entity.name);
  const name = `entity.${context.id}.${id}`;
  const creator = operations.find((operation) => operation.context === context.id && operation.id === entity.createdBy);
  const stated =
    creator?.stated && creator.definition.entity === entity.name && creator.definition.kind !== 'read'
      ? creator.requestBytes
      : undefined;
  const rowBytes =
    stated?.origin === 'stated' || stated?.origin === 'computed'
      ? stated
      : make.assumed(
          `${name}.row-bytes`,
          `one ${entity.name} row with its indexes`,
          entity.rowBytes,
          'B',
          `column widths of the schema plus index entries, domain “${context.archetype.name}”`,
        );
  const retention = retentionOf(entity, context, reading, make);
  const year = make.rule('constant.year', 'seconds a year', SECONDS_PER_YEAR, 's', 'definition: 365 days');
  const horizon = make.compute('constant.horizon', 'planning horizon', 's', 'months * perMonth', {
    months: make.book.need('constant.horizon-months'),
    perMonth: make.book.need('constant.month'),
  });
  const counted = countOf(entity, context, reading, make);
  if (counted && (counted.origin === 'stated' || counted.origin === 'answered' || !creator)) {
    const rows = make.compute(`${name}.rows`, `${entity.name} rows`, 'count', 'counted', { counted });
    const bytes = make.compute(`${name}.bytes`, `${entity.name} data held`, 'B', 'rows * rowBytes', { rows, rowBytes });
    return { id, context: context.id, definition: entity, rowBytes, rowsYearOne: rows, rowsHorizon: rows, bytesHorizon: bytes };
  }
  if (entity.perUser !== undefined || !creator) {
    const perUser = make.assumed(
      `${name}.per-user`,
      `${entity.name} rows a user`,
      entity.perUser ?? 1,
      'count',
      `typical in the domain “${context.archetype.name}”`,
    );
    const rows = make.compute(`${name}.rows`, `${entity.name} rows`, 'count', 'users * perUser', { users, perUser });
    const bytes = make.compute(`${name}.bytes`, `${entity.name} data held`, 'B', 'rows * rowBytes', { rows, rowBytes });
    return { id, context: context.id, definition: entity, rowBytes, rowsYearOne: rows, rowsHorizon: rows, bytesHorizon: bytes };
  }
  const perOperation = make.assumed(
    `${name}.per-operation`,
    `${entity.name} rows for each: ${creator.definition.summary.toLowerCase()}`,
    entity.rowsPerOperation ?? 1,
    'count',
    `typical in the domain “${context.archetype.name}”`,
  );
  const rate = make.compute(`${name}.rate`, `${entity.name} rows written`, '1/s', 'operation * perOperation', {
    operation: creator.mean,
    perOperation,
  });
  const kept = (over: Figure, key: string, label: string): Figure =>
    make.compute(`${name}.${key}`, label, 'count', retention ? 'rate * min(retention, over)' : 'rate * over', {
      rate,
      over,
      ...(retention ? { retention } : {}),
    });
  const rowsYearOne = kept(year, 'rows-year-one', `${entity.name} rows after a year`);
  const rowsHorizon = kept(horizon, 'rows-horizon', `${entity.name} rows at the horizon`);
  const bytesHorizon = make.compute(`${name}.bytes`, `${entity.name} data held at the horizon`, 'B', 'rows * rowBytes', {
    rows: rowsHorizon,
    rowBytes,
  });
  return {
    id,
    context: context.id,
    definition: entity,
    rowBytes,
    rate,
    rowsYearOne,
    rowsHorizon,
    bytesHorizon,
    ...(retention ? { retention } : {}),
  };
}
