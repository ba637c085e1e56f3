import { type Figure, formula, interval } from '@archwright/kernel';
import type { AccessPattern, Entity, Field, Option } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from './synthesis.ts';

type Hottest = NonNullable<AccessPattern['hottest']>;

/**
 * How hot the hottest key value of a pattern gets on a store that keeps the rows of one value in one place. What nobody counts
 * gives no statement: neither the number of values nor their share would be a figure.
 *
 * @param option - the chosen option that holds the entity
 * @returns undefined where the store places rows otherwise, or the values cannot be counted
 */
export function hottestValue(
  pattern: AccessPattern,
  entity: Entity,
  entities: readonly Entity[],
  option: Option | undefined,
  synthesis: Synthesis,
): Hottest | undefined {
  const { book } = synthesis;
  if (!option?.partition || pattern.rate === undefined) return undefined;
  const columns = placeColumns(pattern, entity, option.partition.chosenBy);
  const values = columns.length > 0 ? valuesOf(columns, entity, entities, synthesis) : undefined;
  if (!values) return undefined;
  const make = shorthand(book);
  const name = `hot-key.${pattern.id}`;
  const found = make.compute(`${name}.values`, `${pattern.purpose}: values of the key`, 'count', values.text, values.inputs);
  const share = shareOf(columns, pattern, entity, found, name, synthesis);
  const rate = make.compute(`${name}.rate`, `${pattern.purpose}: on the hottest value`, '1/s', 'all * share', {
    all: book.need(pattern.rate),
    share,
  });
  const limit = limitOf(option, pattern.kind, synthesis);
  const copies = make.compute(
    `${name}.copies`,
    `${pattern.purpose}: parts of the hottest value`,
    'count',
    'max(1, ceil(rate / limit))',
    {
      rate,
      limit,
    },
  );
  return {
    by: columns.map((column) => column.name),
    values: found.id,
    share: share.id,
    rate: rate.id,
    limit: limit.id,
    copies: copies.id,
    cure: option.partition.cure,
  };
}

/** Columns compared for equality; of a table with one key for all its patterns, the tenant, else the first of its own key. */
function placeColumns(pattern: AccessPattern, entity: Entity, chosenBy: 'table' | 'pattern'): readonly Field[] {
  const named = (name: string | undefined): readonly Field[] => entity.fields.filter((field) => field.name === name);
  if (chosenBy === 'table') return named(entity.tenantKey ?? entity.fields.find(({ key }) => key)?.name);
  return pattern.by
    .filter((name) => name !== pattern.order?.by)
    .flatMap((name) => named(name).filter(({ type }) => !/^(?:timestamp|date)/.test(type)));
}

interface Counted {
  readonly text: string;
  readonly inputs: Readonly<Record<string, Figure>>;
}

/** How many values the columns have together: at most one a row. A column that cannot be counted makes them only more. */
function valuesOf(
  columns: readonly Field[],
  entity: Entity,
  entities: readonly Entity[],
  { book, workload }: Synthesis,
): Counted | undefined {
  const rowsOf = (one: Entity | undefined): Figure | undefined =>
    one?.rowsAtYearOne === undefined ? undefined : book.get(one.rowsAtYearOne);
  const own = rowsOf(entity);
  const count = (field: Field): Figure | undefined => {
    const make = shorthand(book);
    if (field.values)
      return make.rule(
        `hot-key.values.${entity.id}.${field.name}`,
        `values of ${field.name}`,
        field.values.length,
        'count',
        'the schema lists them',
      );
    if (field.unique || (field.key && entity.fields.filter(({ key }) => key).length === 1)) return own;
    if (field.references) return rowsOf(entities.find(({ id }) => id === field.references!.entity));
    return field.name === entity.tenantKey && workload.demand.tenants.likely > 0 ? workload.demand.tenants : undefined;
  };
  const counted = columns.map(count).filter((figure) => figure !== undefined);
  if (counted.length === 0) return undefined;
  const inputs = Object.fromEntries(counted.map((figure, index) => [`n${index + 1}`, figure]));
  const product = Object.keys(inputs).join(' * ');
  return own
    ? { text: `max(1, min(rows, ${product}))`, inputs: { ...inputs, rows: own } }
    : { text: `max(1, ${product})`, inputs };
}

/** A queue asks for one value; listed values share evenly, the largest tenant has its part, and of many values one is much liked. */
function shareOf(
  columns: readonly Field[],
  { kind, purpose }: AccessPattern,
  entity: Entity,
  values: Figure,
  name: string,
  { book }: Synthesis,
): Figure {
  const make = shorthand(book);
  const share = (text: string, inputs: Readonly<Record<string, Figure>>): Figure =>
    make.compute(`${name}.share`, `${purpose}: share of the hottest value`, 'ratio', text, inputs);
  const listed = columns.every((column) => column.values);
  if (listed && kind === 'queue')
    return make.rule(
      `${name}.share`,
      `${purpose}: share of the hottest value`,
      1,
      'ratio',
      'a queue asks for what is due and for nothing else',
    );
  if (listed) return share('1 / values', { values });
  if (columns.every((column) => column.name === entity.tenantKey)) {
    const largest = make.assumed(
      'hot-key.largest-tenant',
      'share of the largest tenant',
      interval(0.05, 0.2, 0.6),
      'ratio',
      'customers differ by orders of magnitude; replace by the measured share',
    );
    return share('max(1 / values, largest)', { values, largest });
  }
  const skew = make.assumed(
    'hot-key.skew',
    'load of the hottest value ÷ that of a mean one',
    interval(10, 100, 1_000),
    'ratio',
    'one customer, thing or person is much busier than the others; replace by the measured ratio',
  );
  return share('min(1, skew / values)', { values, skew });
}

function limitOf(option: Option, kind: AccessPattern['kind'], { book, workload, decided }: Synthesis): Figure {
  const { perKey, perQueue } = option.partition!;
  const isQueue = kind === 'queue' && perQueue !== undefined;
  const text = isQueue ? perQueue : perKey;
  const lines = decided.ledger.options.find((one) => one.option === option)?.lines ?? {};
  const read = (name: string): Figure => {
    const own = option.parameters[name];
    if (own) return book.fact(`option.${option.id}.${name}`, own);
    return lines[name] ?? workload.demand[name as keyof typeof workload.demand] ?? decided.ledger.read(name);
  };
  const inputs = Object.fromEntries(formula(text).names.map((name) => [name, read(name)]));
  return book.compute(
    `hot-key.${isQueue ? 'queue-limit' : 'limit'}.${option.id}`,
    `${option.name}: what one key value may get`,
    '1/s',
    text,
    inputs,
  );
}
