import { formula } from '@archwright/kernel';
import { DEMAND_VARIABLES, type DemandVariable, EXPORTED_VARIABLES, type Option } from '@archwright/model';
import { expect, test } from 'vitest';
import { optionsEntries } from '../../../registry.ts';

/** The data side of the catalogue must hold an answer at every size, and a cheap one at the small end. */
const POINTS = ['primary-store', 'append-store', 'search-store', 'blob-store', 'cache', 'queue', 'event-stream'] as const;
const CONSTANTS = { horizonMonths: 36, hourlyRate: 90, secondsPerMonth: 2_628_000, headroom: 0.7, oneSecond: 1, oneByte: 1, oneHour: 1, onePerMonth: 1 };

type Values = Readonly<Record<string, number>>;
const demand = (over: Partial<Record<DemandVariable, number>>): Values => ({
  ...Object.fromEntries(Object.keys(DEMAND_VARIABLES).map((name) => [name, 0])),
  ...Object.fromEntries(Object.entries(EXPORTED_VARIABLES).map(([name, [, , neutral]]) => [name, neutral])),
  ...CONSTANTS, peakFactor: 3, ...over,
});

const tiny = demand({
  requestMean: 0.01, requestPeak: 0.05, recordReadMean: 0.02, recordReadPeak: 0.1, recordWriteMean: 0.005, recordWritePeak: 0.02, recordBytes: 5e7, hotBytes: 1e7,
  appendMean: 0.01, appendPeak: 0.05, appendRowBytes: 300, appendBytes: 1e8, aggregationPeak: 0.001, aggregationScanRows: 1e4, searchPeak: 0.02, searchBytes: 1e7,
  blobBytes: 1e9, blobWriteMean: 0.001, blobReadMean: 0.01, jobMean: 0.005, jobPeak: 0.02, jobBytes: 1e3, eventConsumers: 2, users: 100, busyShare: 0.2,
});
const huge = demand({
  requestMean: 60_000, requestPeak: 170_000, recordReadMean: 120_000, recordReadPeak: 340_000, recordWriteMean: 15_000, recordWritePeak: 50_000, recordBytes: 2e13, hotBytes: 5e11,
  appendMean: 4e5, appendPeak: 1e6, appendRowBytes: 200, appendBytes: 4e14, appendLookupPeak: 2_000, aggregationPeak: 50, aggregationScanRows: 1e8, searchPeak: 20_000, searchBytes: 2e12,
  blobBytes: 1e15, blobWriteMean: 5_000, blobReadMean: 50_000, blobEgressBytes: 2e9, jobMean: 20_000, jobPeak: 60_000, jobBytes: 1e3, eventConsumers: 5, users: 1e7, busyShare: 0.9,
});

/** Monthly bill and whether every limit holds, at the likely values. */
function weigh(option: Option, values: Values): { usd: number; feasible: boolean } {
  const lines = new Map<string, number>();
  const read = (name: string): number => lines.get(name) ?? values[name] ?? option.parameters[name]!.likely;
  for (const line of option.figures) lines.set(line.id, formula(line.formula).evaluate(read));
  return {
    usd: option.costs.reduce((sum, line) => sum + formula(line.formula).evaluate(read), 0),
    feasible: option.limits.every((line) => formula(line.demand).evaluate(read) <= formula(line.limit).evaluate(read)),
  };
}
const foreign = (option: Option, provider: string): boolean =>
  option.requires.some((tag) => tag.startsWith('provider:') && tag !== provider) || option.conflicts.includes(provider);
const candidates = (point: string, provider: string): readonly Option[] =>
  optionsEntries.filter((option) => option.decision === point && !foreign(option, provider));
const places = (providers: readonly string[]) => providers.flatMap((provider) => POINTS.map((point) => [provider, point] as const));

test.each(places(['provider:aws', 'provider:gcp', 'provider:azure', 'provider:hetzner', 'provider:on-premises']))('%s: %s for a hundred users costs under fifty dollars', (provider, point) => {
  const bills = candidates(point, provider).map((option) => weigh(option, tiny)).filter(({ feasible }) => feasible);
  expect(Math.min(...bills.map(({ usd }) => usd))).toBeLessThan(50);
});

test.each(places(['provider:aws']))('%s: %s still has an option for 170,000 requests/s and a million rows/s', (provider, point) => {
  expect(candidates(point, provider).filter((option) => weigh(option, huge).feasible).map(({ id }) => id)).not.toEqual([]);
});

test.each(POINTS)('%s: the option without a store is free and stands only where nothing is asked', (point) => {
  const none = optionsEntries.find((option) => option.decision === point && option.id.startsWith('no-'))!;
  expect(weigh(none, demand({}))).toEqual({ usd: 0, feasible: true });
  expect(weigh(none, huge).feasible).toBe(point === 'cache');
});

test('one primary ends where shards begin', () => {
  const verdict = (id: string) => weigh(optionsEntries.find((option) => option.id === id)!, huge).feasible;
  expect([verdict('rds-postgresql-two-zones'), verdict('rds-postgresql-sharded'), verdict('sqlite')]).toEqual([false, true, false]);
});
