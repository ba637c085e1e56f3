import { assumption, exactly, fact, type Figure, FigureBook, interval } from '@archwright/kernel';
import { sampleKeyspaceFigures } from './sample-keyspace.ts';

const LIST_PRICE = {
  title: 'Example Cloud price list',
  url: 'https://example.com/prices',
  asOf: '2026-06-01',
  confidence: 'B',
} as const;

/** Every figure of the sample design; ids are what the architecture, costs and roadmap refer to. */
export function sampleFigures(): readonly Figure[] {
  const book = new FigureBook();
  const stated = (id: string, label: string, unit: string, value: number): Figure =>
    book.leaf({ id, label, unit, origin: 'stated', ...exactly(value) });
  const assumed = (id: string, label: string, unit: string, value: readonly [number, number, number], why: string): Figure =>
    book.fact(id, assumption(label, interval(...value), unit, why));
  const day = book.leaf({ id: 'day', label: 'seconds a day', unit: 's', origin: 'rule', ...exactly(86_400) });
  const month = book.leaf({
    id: 'month-seconds',
    label: 'billing month',
    unit: 's/month',
    origin: 'rule',
    ...exactly(2_628_000),
  });
  const year = book.leaf({ id: 'year', label: 'seconds a year', unit: 's', origin: 'rule', ...exactly(31_536_000) });
  const listings = stated('listings-per-day', 'tickets listed a day', 'count', 20_000);
  const budget = stated('budget', 'infrastructure budget', 'USD/month', 1_500);
  stated('team', 'engineers', 'count', 4);
  stated('timeline', 'time to the first release', 's', 7_884_000);
  stated('event-retention', 'listing events are kept', 's', 31_536_000);
  stated('view-target', 'p99 of viewing offers', 's', 0.3);
  stated('availability-objective', 'availability objective', 'ratio', 0.999);
  const views = assumed(
    'views-per-listing',
    'offers viewed for each ticket listed',
    'count',
    [20, 50, 120],
    'resale pages are read far more often than written',
  );
  const factor = assumed('peak-factor', 'peak ÷ mean', 'ratio', [2, 4, 8], 'new dates go on sale at a fixed hour');
  const share = assumed('sold-share', 'share of listings that sell', 'ratio', [0.3, 0.5, 0.7], 'no history in the brief');
  const row = assumed('listing-bytes', 'one listing with indexes', 'B', [400, 600, 900], 'columns of the entity');
  const event = assumed('event-bytes', 'one listing event', 'B', [120, 200, 400], 'columns of the entity');
  const response = assumed('offer-page-bytes', 'one page of offers', 'B', [8_000, 12_000, 20_000], '20 offers of 600 B');
  assumed('request-bytes', 'body of one listing', 'B', [200, 400, 800], 'fields of the body');

  const listMean = book.compute('list-mean', 'tickets listed, mean', '1/s', 'listings / day', { listings, day });
  const listPeak = book.compute('list-peak', 'tickets listed, peak', '1/s', 'mean * factor', { mean: listMean, factor });
  const viewMean = book.compute('view-mean', 'offers viewed, mean', '1/s', 'mean * views', { mean: listMean, views });
  const viewPeak = book.compute('view-peak', 'offers viewed, peak', '1/s', 'mean * factor', { mean: viewMean, factor });
  const buyMean = book.compute('buy-mean', 'purchases, mean', '1/s', 'mean * share', { mean: listMean, share });
  const buyPeak = book.compute('buy-peak', 'purchases, peak', '1/s', 'mean * factor', { mean: buyMean, factor });
  book.compute('request-peak', 'all requests, peak', '1/s', 'view + list + buy', {
    view: viewPeak,
    list: listPeak,
    buy: buyPeak,
  });
  book.compute('egress-peak', 'bytes out at peak', 'B/s', 'rate * size', { rate: viewPeak, size: response });
  const rows = book.compute('listing-rows', 'listings after one year', 'count', 'mean * year', { mean: listMean, year });
  book.compute('purchase-rows', 'purchases after one year', 'count', 'mean * year', { mean: buyMean, year });
  const perListing = book.leaf({
    id: 'events-per-listing',
    label: 'events of one listing',
    unit: 'count',
    origin: 'chosen',
    reason: 'opened, reserved, sold or withdrawn, and price changes',
    ...exactly(4),
  });
  const eventRows = book.compute('event-rows', 'listing events after one year', 'count', 'rows * each', {
    rows,
    each: perListing,
  });
  const listingBytes = book.compute('listing-total', 'listings held at the horizon', 'B', 'rows * size', { rows, size: row });
  const eventBytes = book.compute('event-total', 'listing events held at the horizon', 'B', 'rows * size', {
    rows: eventRows,
    size: event,
  });
  const stored = book.compute('stored', 'data held at the horizon', 'B', 'listings + events', {
    listings: listingBytes,
    events: eventBytes,
  });
  assumed('museums', 'museums on the platform', 'count', [20, 60, 150], 'one country at first');
  assumed('visitors', 'visitors with an account', 'count', [400_000, 900_000, 2_000_000], 'two tickets a visitor and year');

  const node = book.fact('container-price', fact('one small container', 36.5, 'USD/month', LIST_PRICE));
  const database = book.fact('database-price', fact('PostgreSQL in two zones', 262.8, 'USD/month', LIST_PRICE));
  const cachePrice = book.fact('cache-price', fact('one cache node', 24.8, 'USD/month', LIST_PRICE));
  const storagePrice = book.fact('storage-price', fact('storage for one byte', 0.23e-9, 'USD/B/month', LIST_PRICE));
  const cpu = assumed(
    'cpu-per-request',
    'CPU time of one request',
    's',
    [0.002, 0.004, 0.008],
    'measured on comparable JSON handlers',
  );
  const headroom = book.leaf({
    id: 'headroom',
    label: 'highest planned use at peak',
    unit: 'ratio',
    origin: 'chosen',
    reason: 'room for one lost instance',
    ...exactly(0.6),
  });
  const peak = book.need('request-peak');
  const instances = book.compute('api-instances', 'API instances', 'count', 'max(2, ceil(peak * cpu / headroom))', {
    peak,
    cpu,
    headroom,
  });
  book.compute('api-utilisation', 'use of the API instances at peak', 'ratio', 'peak * cpu / n', { peak, cpu, n: instances });
  book.leaf({
    id: 'worker-instances',
    label: 'workers',
    unit: 'count',
    origin: 'chosen',
    reason: 'one in each zone',
    ...exactly(2),
  });
  const workers = book.need('worker-instances');
  const compute = book.compute('compute-cost', 'containers', 'USD/month', '(api + workers) * price', {
    api: instances,
    workers,
    price: node,
  });
  const storage = book.compute('storage-cost', 'storage', 'USD/month', 'bytes * price', { bytes: stored, price: storagePrice });
  const total = book.compute('monthly-cost', 'infrastructure a month', 'USD/month', 'compute + database + cache + storage', {
    compute,
    database,
    cache: cachePrice,
    storage,
  });
  book.compute('budget-share', 'share of the budget', 'ratio', 'cost / budget', { cost: total, budget });
  book.compute('cost-per-listing', 'cost of one listing', 'USD', 'cost / (mean * month)', { cost: total, mean: listMean, month });

  assumed('api-p50', 'p50 of viewing offers', 's', [0.01, 0.02, 0.04], 'one cached read');
  assumed('api-p99', 'p99 of viewing offers', 's', [0.06, 0.12, 0.25], 'one uncached read at the planned use');
  assumed('payout-p99', 'p99 from sale to payout instruction', 's', [20, 45, 90], 'queue wait and provider time');
  book.fact('database-availability', fact('PostgreSQL in two zones, availability', 0.9995, 'ratio', LIST_PRICE));
  book.leaf({ id: 'error-budget', label: 'error budget in 30 days', unit: 's', origin: 'rule', ...exactly(2_592) });
  const payout = book.leaf({
    id: 'reservation-hold',
    label: 'reservation is held',
    unit: 's',
    origin: 'chosen',
    reason: 'long enough to pay, short enough to return the ticket',
    ...exactly(600),
  });
  book.compute('held-reservations', 'reservations held at peak', 'count', 'rate * hold', { rate: buyPeak, hold: payout });
  sampleKeyspaceFigures(book);
  for (const [name, rateOf, values, part, most] of [
    ['offers', 'view-peak', 160, 0.2, 3_000],
    ['due', 'buy-mean', 3, 1, 0.5],
  ] as const) {
    assumed(`hot.${name}.values`, `${name}: values`, 'count', [values, values, values], 'a sample');
    const share = assumed(`hot.${name}.share`, `${name}: share`, 'ratio', [part, part, part], 'a sample');
    const limit = assumed(`hot.${name}.limit`, `${name}: limit`, '1/s', [most, most, most], 'a sample');
    const rate = book.compute(`hot.${name}.rate`, `${name}: on the hottest`, '1/s', 'all * share', {
      all: book.need(rateOf),
      share,
    });
    book.compute(`hot.${name}.copies`, `${name}: parts`, 'count', 'max(1, ceil(rate / limit))', { rate, limit });
  }
  return book.all();
}
