import { markdownCode } from '../escape/markdown.ts';
import { ancestorsOf } from './figure-graph.ts';
import { section, table } from './page.ts';
import type { Material } from './writer.ts';
import { inline } from './text.ts';

const MOST_DATES = 14;
/** List prices are read again a year after their source's date. */
const PRICE_MONTHS = 12;

interface Review {
  /** ISO date, or words where an event decides. */
  readonly when: string;
  readonly what: string;
  readonly why: string;
}

/** What must be looked at again, and when: evidence, assumptions to measure, then prices, ends of support and stages by date. */
export function reviewNote(material: Material): string {
  const dated = [...prices(material), ...supportEnds(material), ...stages(material)].toSorted((a, b) =>
    a.when < b.when ? -1 : a.when > b.when ? 1 : 0,
  );
  const rows = [...evidence(material), ...measurements(material), ...dated].map(({ when, what, why }) => [when, what, why]);
  return section('## Review', table(['when', 'what', 'why'], rows.slice(0, MOST_DATES)));
}

/** The oldest dated source under any line of the bill. */
function prices({ design, write }: Material): readonly Review[] {
  const all = [
    ...ancestorsOf(
      design.costs.map(({ figure }) => figure),
      write,
    ).values(),
  ];
  const sources = all.filter(({ source }) => source !== undefined && /^\d{4}-\d{2}-\d{2}/.test(source.asOf));
  const [oldest] = sources.toSorted((a, b) =>
    a.source!.asOf < b.source!.asOf ? -1 : a.source!.asOf > b.source!.asOf ? 1 : a.id < b.id ? -1 : 1,
  );
  if (!oldest) return [];
  const due = addMonths(oldest.source!.asOf, PRICE_MONTHS);
  return [
    {
      when: due > design.date ? due : `${design.date} (due)`,
      what: 'list prices under the bill',
      why: `oldest: ${inline(oldest.label)}, ${oldest.source!.asOf} ${markdownCode(oldest.id, 'cell')}`,
    },
  ];
}

/** ISO date moved by whole months; the day stays within the shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = [
    31,
    toYear % 4 === 0 && (toYear % 100 !== 0 || toYear % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ][toMonth - 1]!;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(day, last))}`;
}

const supportEnds = ({ design }: Material): readonly Review[] =>
  design.versions
    .filter(({ endOfLife }) => endOfLife !== undefined)
    .map(({ name, version, endOfLife }) => ({
      when: endOfLife!.slice(0, 10),
      what: `${inline(name)} ${inline(version ?? '')}`,
      why: 'its support ends',
    }));

const evidence = ({ design }: Material): readonly Review[] => {
  const open = design.versions.filter(({ status }) => status !== 'verified').map(({ name }) => inline(name));
  return open.length === 0
    ? []
    : [
        {
          when: 'before the first release',
          what: `versions of ${open.join(', ')}`,
          why: 'no fresh evidence: `archwright verify`',
        },
      ];
};

const measurements = ({ design }: Material): readonly Review[] => {
  const fragile = design.assumptions.filter(({ fragile: is }) => is);
  return fragile.map(({ statement, effect }) => ({
    when: 'first month of traffic',
    what: `measure: ${inline(statement)}`,
    why: inline(effect),
  }));
};

const stages = ({ design }: Material): readonly Review[] =>
  design.roadmap
    .filter(({ changes }) => changes.length > 0)
    .slice(0, 1)
    .map((stage) => ({
      when: stage.reachedOn ?? `at ${inline(stage.load)}`,
      what: `the change to ${inline(stage.changes.map(({ to }) => to).join(', '))}`,
      why: inline(stage.trigger),
    }));
