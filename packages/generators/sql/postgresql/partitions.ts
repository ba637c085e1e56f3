import type { Entity } from '@archwright/model';
import { sqlIdentifier } from '../../escape/sql.ts';

type Period = NonNullable<Entity['partition']>['period'];

/** Partitions made with the table: the current period and the next three; a job makes the later ones. */
const AHEAD = 3;
const DAY_MS = 86_400_000;

export interface Partition {
  readonly name: string;
  /** ISO dates; the end is excluded. */
  readonly from: string;
  readonly to: string;
}

/** The first partitions around the day of the design. Weeks start on Monday. */
export function initialPartitions(entity: Entity, date: string): readonly Partition[] {
  if (!entity.partition) return [];
  const { period } = entity.partition;
  const partitions: Partition[] = [];
  let from = periodStart(date, period);
  for (let made = 0; made <= AHEAD; made += 1) {
    const to = nextPeriod(from, period);
    partitions.push({ name: `${entity.table}_p${from.slice(0, period === 'month' ? 7 : 10).replaceAll('-', '_')}`, from, to });
    from = to;
  }
  return partitions;
}

/** `CREATE TABLE … PARTITION OF` for each, and a default one, so that a late job loses no row. */
export function createPartitions(entity: Entity, date: string): readonly string[] {
  if (!entity.partition) return [];
  const parent = sqlIdentifier(entity.table);
  return [
    ...initialPartitions(entity, date).map(
      ({ name, from, to }) =>
        `CREATE TABLE ${sqlIdentifier(name)} PARTITION OF ${parent} FOR VALUES FROM ('${from}') TO ('${to}');`,
    ),
    `CREATE TABLE ${sqlIdentifier(`${entity.table}_default`)} PARTITION OF ${parent} DEFAULT;`,
  ];
}

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

function periodStart(date: string, period: Period): string {
  if (period === 'month') return `${date.slice(0, 7)}-01`;
  const time = Date.parse(`${date}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return day(period === 'week' ? time - sinceMonday * DAY_MS : time);
}

function nextPeriod(from: string, period: Period): string {
  const time = Date.parse(`${from}T00:00:00Z`);
  if (period !== 'month') return day(time + (period === 'week' ? 7 : 1) * DAY_MS);
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  return day(Date.UTC(year, month, 1));
}
