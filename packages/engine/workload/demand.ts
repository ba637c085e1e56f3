import { assumption, fact, type Figure, interval, type Unit } from '@archwright/kernel';
import { DEMAND_VARIABLES, type DemandVariable, type Reading } from '@archwright/model';
import { type Population, statedFigure } from './population.ts';
import type { Shorthand } from './shorthand.ts';
import type { Context, SizedEntity, SizedOperation } from './workload.ts';

interface Sized {
  readonly reading: Reading;
  readonly contexts: readonly Context[];
  readonly operations: readonly SizedOperation[];
  readonly entities: readonly SizedEntity[];
  readonly population: Population;
  readonly make: Shorthand;
}

/** Practitioner range for one process and core of Node.js on realistic handlers: 1,000 to 4,000 requests/s. */
const CPU_PER_REQUEST = fact(
  'CPU time of a request on Node.js, one to three queries and JSON',
  interval(1 / 4_000, 1 / 2_000, 1 / 1_000),
  's',
  {
    title: 'practitioner compilation (code index 69787484062): realistic CRUD, one Node.js process, 1,000-4,000 requests/s',
    asOf: '2026-09-01',
    confidence: 'C',
  },
);

/** Network round trips between places, planning figures for fibre paths. */
const ROUND_TRIP = {
  local: assumption(
    'round trip of users in the home region',
    interval(0.01, 0.03, 0.05),
    's',
    'users and servers on one continent',
  ),
  atlantic: assumption(
    'round trip between Europe and North America',
    interval(0.08, 0.09, 0.095),
    's',
    'planning range 80-95 ms, practitioner compilation (code index 69787484062), 2026-09-01',
  ),
  world: assumption(
    'round trip of the farthest users to one region',
    interval(0.15, 0.18, 0.22),
    's',
    'planning ranges 150-220 ms to Asia and Australia, practitioner compilation (code index 69787484062), 2026-09-01',
  ),
};

/** Fills every demand variable with a figure: sums over operations and entities, what the brief states, or an assumption. */
export function sizeDemand(sized: Sized): Readonly<Record<DemandVariable, Figure>> {
  const parts = {
    ...requestDemand(sized),
    ...recordDemand(sized),
    ...appendDemand(sized),
    ...otherDemand(sized),
    ...contextDemand(sized),
    ...constants(sized),
  };
  return Object.fromEntries(Object.keys(DEMAND_VARIABLES).map((name) => [name, parts[name as DemandVariable]])) as Record<
    DemandVariable,
    Figure
  >;
}

type Part = Partial<Record<DemandVariable, Figure>>;

const label = (name: DemandVariable): string => DEMAND_VARIABLES[name][1];
const unit = (name: DemandVariable): Unit => DEMAND_VARIABLES[name][0];
const id = (name: DemandVariable): string => `demand.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const summed = (make: Shorthand, name: DemandVariable, parts: readonly Figure[]): Figure =>
  make.sum(id(name), label(name), unit(name), parts, 'nothing in the workload asks for it');
const largest = (make: Shorthand, name: DemandVariable, parts: readonly Figure[]): Figure =>
  make.largest(id(name), label(name), unit(name), parts, 'nothing in the workload asks for it');

const storeOf = ({ entities }: Sized, operation: SizedOperation): string | undefined =>
  entities.find((entity) => entity.context === operation.context && entity.definition.name === operation.definition.entity)
    ?.definition.store;

const patternsOf = ({ contexts }: Sized, operation: SizedOperation) =>
  contexts
    .find(({ id: context }) => context === operation.context)
    ?.archetype.accessPatterns.filter((pattern) => pattern.operation === operation.id) ?? [];

function requestDemand(sized: Sized): Part {
  const { operations, make } = sized;
  const bytes = (operation: SizedOperation, side: 'request' | 'response'): Figure =>
    make.compute(
      `operation.${operation.context}.${operation.id}.${side}-rate`,
      `${side} bytes of: ${operation.definition.summary.toLowerCase()}`,
      'B/s',
      'rate * size',
      { rate: operation.mean, size: side === 'request' ? operation.requestBytes : operation.responseBytes },
    );
  const requestMean = summed(
    make,
    'requestMean',
    operations.map(({ mean }) => mean),
  );
  const requestPeak = summed(
    make,
    'requestPeak',
    operations.map(({ peak }) => peak),
  );
  const egressBytes = summed(
    make,
    'egressBytes',
    operations.map((operation) => bytes(operation, 'response')),
  );
  const peakFactor = make.compute(id('peakFactor'), label('peakFactor'), 'ratio', 'max(1, peak / max(mean, least))', {
    peak: requestPeak,
    mean: requestMean,
    least: make.rule('constant.least-rate', 'smallest rate that is counted', 1e-9, '1/s', 'keeps a ratio of nothing finite'),
  });
  return {
    requestMean,
    requestPeak,
    peakFactor,
    egressBytes,
    cpuPerRequest: make.fact('demand.cpu-per-request', CPU_PER_REQUEST),
    ingressBytes: summed(
      make,
      'ingressBytes',
      operations.map((operation) => bytes(operation, 'request')),
    ),
    egressPeak: make.compute(id('egressPeak'), label('egressPeak'), 'B/s', 'mean * factor', {
      mean: egressBytes,
      factor: peakFactor,
    }),
  };
}

function recordDemand(sized: Sized): Part {
  const { operations, entities, make } = sized;
  const records = operations.filter((operation) => storeOf(sized, operation) !== 'append');
  const reads = records.filter(({ definition }) => definition.kind === 'read');
  const writes = records.filter(({ definition }) => definition.kind !== 'read');
  const recordBytes = summed(
    make,
    'recordBytes',
    entities.filter(({ definition }) => definition.store === 'record').map(({ bytesHorizon }) => bytesHorizon),
  );
  const hotShare = make.assumed(
    'workload.hot-record-share',
    'share of records that takes most reads',
    interval(0.05, 0.2, 0.4),
    'ratio',
    'the usual skew of reads: a fifth of the records takes four fifths of them',
  );
  return {
    recordBytes,
    recordReadPeak: summed(
      make,
      'recordReadPeak',
      reads.map(({ peak }) => peak),
    ),
    recordReadMean: summed(
      make,
      'recordReadMean',
      reads.map(({ mean }) => mean),
    ),
    recordWritePeak: summed(
      make,
      'recordWritePeak',
      writes.map(({ peak }) => peak),
    ),
    recordWriteMean: summed(
      make,
      'recordWriteMean',
      writes.map(({ mean }) => mean),
    ),
    hotBytes: make.compute(id('hotBytes'), label('hotBytes'), 'B', 'records * share', { records: recordBytes, share: hotShare }),
  };
}

function appendDemand(sized: Sized): Part {
  const { operations, entities, reading, make } = sized;
  const rows = entities.filter((entity) => entity.definition.store === 'append' && entity.rate);
  const rates = rows.map(({ rate }) => rate!);
  const appendMean = summed(make, 'appendMean', rates);
  const peaks = rows.map((entity) => {
    const creator = operations.find(
      (operation) => operation.context === entity.context && operation.id === entity.definition.createdBy,
    )!;
    return make.compute(
      `entity.${entity.context}.${entity.id}.peak`,
      `${entity.definition.name} rows written at peak`,
      '1/s',
      'rate * peak / max(mean, least)',
      { rate: entity.rate!, peak: creator.peak, mean: creator.mean, least: make.book.need('constant.least-rate') },
    );
  });
  const readsOfRows = operations.filter(
    (operation) => operation.definition.kind === 'read' && storeOf(sized, operation) === 'append',
  );
  const aggregating = readsOfRows.filter((operation) => patternsOf(sized, operation).some(({ kind }) => kind === 'aggregation'));
  const patterns = reading.requirements.filter(({ key }) => key === 'query-pattern').map(({ value }) => value);
  const onlyLookups = patterns.length > 0 && !patterns.includes('aggregation');
  const aggregates = onlyLookups
    ? []
    : aggregating.map((operation) => (operation.stated ? operation.peak : askedByPeople(operation, make)));
  const asked = patterns.includes('aggregation') && aggregates.length === 0 && rates.length > 0;
  const assumedQueries = () =>
    make.assumed(
      'assumed.aggregation-rate',
      'aggregating queries at peak',
      interval(0.2, 2, 20),
      '1/s',
      'the brief asks for aggregations and gives no query rate: dashboards of a few teams',
    );
  const window = make.rule('constant.day', 'seconds a day', 86_400, 's', 'definition');
  const appendBytes = summed(
    make,
    'appendBytes',
    rows.map(({ bytesHorizon }) => bytesHorizon),
  );
  return {
    appendMean,
    appendBytes,
    appendPeak: summed(make, 'appendPeak', peaks),
    appendRowBytes: largest(
      make,
      'appendRowBytes',
      rows.map(({ rowBytes }) => rowBytes),
    ),
    appendLookupPeak: summed(
      make,
      'appendLookupPeak',
      readsOfRows.filter((operation) => onlyLookups || !aggregating.includes(operation)).map(({ peak }) => peak),
    ),
    aggregationPeak: asked ? summed(make, 'aggregationPeak', [assumedQueries()]) : summed(make, 'aggregationPeak', aggregates),
    aggregationScanRows:
      rates.length === 0
        ? summed(make, 'aggregationScanRows', [])
        : make.compute(id('aggregationScanRows'), label('aggregationScanRows'), 'count', 'rate * window * share', {
            rate: appendMean,
            window,
            share: make.assumed(
              'assumed.scan-share',
              'share of a day’s rows that one aggregating query reads',
              interval(0.001, 0.01, 0.1),
              'ratio',
              'a query filters by one service, device group or tenant and a few hours; roll-ups answer the rest',
            ),
          }),
  };
}

/** Dashboards follow the people who look at them, not the machines that write: a share of the writes is only an upper bound. */
function askedByPeople({ id: operation, context, peak, definition }: SizedOperation, make: Shorthand): Figure {
  const most = make.assumed(
    'assumed.most-aggregations',
    'aggregating queries that people and dashboards start at once',
    interval(2, 10, 50),
    '1/s',
    'some hundred open dashboards, each refreshed every half minute',
  );
  return make.compute(
    `operation.${context}.${operation}.asked`,
    `${definition.summary.toLowerCase()}, peak, as far as people ask`,
    '1/s',
    'min(peak, most)',
    { peak, most },
  );
}

function otherDemand(sized: Sized): Part {
  const { operations, entities, contexts, reading, population, make } = sized;
  const asked = reading.requirements.filter(({ key }) => key === 'query-pattern').map(({ value }) => value);
  // Who names the query patterns and leaves search out does not search.
  const searching =
    asked.length > 0 && !asked.includes('search')
      ? []
      : operations.filter((operation) => patternsOf(sized, operation).some(({ kind }) => kind === 'search'));
  const searched = entities.filter((entity) =>
    searching.some((operation) => operation.context === entity.context && operation.definition.entity === entity.definition.name),
  );
  const blobs = entities.filter(({ definition }) => definition.store === 'blob');
  const blobReads = operations.filter(
    (operation) => operation.definition.kind === 'read' && !operation.definition.list && storeOf(sized, operation) === 'blob',
  );
  const blobEgress = blobReads.map((operation) => {
    const entity = blobs.find(
      ({ context, definition }) => context === operation.context && definition.name === operation.definition.entity,
    )!;
    return make.compute(
      `operation.${operation.context}.${operation.id}.blob-rate`,
      `object bytes out: ${operation.definition.summary.toLowerCase()}`,
      'B/s',
      'rate * size',
      { rate: operation.mean, size: entity.rowBytes },
    );
  });
  const vectors = entities.filter((entity) =>
    contexts.some(
      ({ id: context, archetype }) =>
        context === entity.context &&
        archetype.accessPatterns.some(({ kind, entity: name }) => kind === 'vector' && name === entity.definition.name),
    ),
  );
  return {
    ...jobDemand(sized),
    ...connectionDemand(sized),
    searchPeak: summed(
      make,
      'searchPeak',
      searching.map(({ peak }) => peak),
    ),
    searchBytes: summed(
      make,
      'searchBytes',
      searched.map(({ bytesHorizon }) => bytesHorizon),
    ),
    vectorCount: summed(
      make,
      'vectorCount',
      vectors.map(({ rowsHorizon }) => rowsHorizon),
    ),
    blobBytes: summed(
      make,
      'blobBytes',
      blobs.map(({ bytesHorizon }) => bytesHorizon),
    ),
    blobWriteMean: summed(
      make,
      'blobWriteMean',
      blobs.flatMap(({ rate }) => rate ?? []),
    ),
    blobReadMean: summed(
      make,
      'blobReadMean',
      blobReads.map(({ mean }) => mean),
    ),
    blobEgressBytes: summed(make, 'blobEgressBytes', blobEgress),
    users: make.largest(id('users'), label('users'), 'count', [population.users], 'no users'),
    dailyUsers: make.largest(id('dailyUsers'), label('dailyUsers'), 'count', [population.daily], 'no users'),
    tenants: statedLargest(
      reading.requirements
        .filter(({ key, subject }) => key === 'population' && /tenant|compan|organi|customer|account/.test(subject ?? ''))
        .flatMap(({ figure }) => figure ?? []),
      'tenants',
      make,
    ),
  };
}

function statedLargest(figures: readonly string[], name: DemandVariable, make: Shorthand): Figure {
  return largest(
    make,
    name,
    figures
      .map((figure) => make.book.need(figure))
      .sort((a, b) => b.likely - a.likely)
      .slice(0, 1),
  );
}

function jobDemand({ reading, contexts, operations, make }: Sized): Part {
  const apart =
    contexts.some(({ archetype }) => archetype.needs.some((need) => need === 'fanout' || need === 'replay')) ||
    reading.requirements.some(
      ({ key, subject, value }) => key === 'capability' && ['replay', 'fanout'].includes(subject ?? value ?? ''),
    );
  const consumers = apart
    ? Math.max(0, ...contexts.flatMap(({ archetype }) => archetype.events.map(({ consumers: named }) => named.length)))
    : 0;
  const working = contexts.flatMap((context) => {
    const { jobs, mainOperation } = context.archetype;
    const operation = operations.find((one) => one.context === context.id && one.id === mainOperation);
    if (!jobs || !operation) return [];
    const per = make.fact(`archetype.${context.id}.jobs-per-operation`, jobs.perMainOperation);
    const job = (rate: Figure, key: string) =>
      make.compute(`jobs.${context.id}.${key}`, `asynchronous jobs of ${context.name}, ${key}`, '1/s', 'rate * per', {
        rate,
        per,
      });
    return [
      {
        mean: job(operation.mean, 'mean'),
        peak: job(operation.peak, 'peak'),
        seconds: make.fact(`archetype.${context.id}.job-seconds`, jobs.seconds),
        bytes: make.fact(`archetype.${context.id}.job-bytes`, jobs.bytes),
      },
    ];
  });
  return {
    jobMean: summed(
      make,
      'jobMean',
      working.map(({ mean }) => mean),
    ),
    jobPeak: summed(
      make,
      'jobPeak',
      working.map(({ peak }) => peak),
    ),
    jobSeconds: largest(
      make,
      'jobSeconds',
      working.map(({ seconds }) => seconds),
    ),
    jobBytes: largest(
      make,
      'jobBytes',
      working.map(({ bytes }) => bytes),
    ),
    eventConsumers: make.rule(
      id('eventConsumers'),
      label('eventConsumers'),
      consumers,
      'count',
      apart ? 'consumers that the domain’s events name' : 'no consumer needs the events apart from the code that raises them',
    ),
  };
}

function connectionDemand({ reading, contexts, operations, population, make }: Sized): Part {
  const stated = reading.requirements
    .filter(({ key, figure }) => key === 'users.concurrent' && figure)
    .map(({ figure }) => make.book.need(figure!));
  const asksForIt =
    contexts.some(({ archetype }) => archetype.needs.includes('long-lived-connections')) ||
    reading.requirements.some(
      ({ key, subject, value }) => key === 'capability' && (subject === 'real-time' || value === 'real-time'),
    );
  const streams = operations.filter(({ definition }) => definition.kind === 'stream');
  if (!asksForIt && streams.length === 0)
    return { connections: summed(make, 'connections', []), pushPeak: summed(make, 'pushPeak', []) };
  const online = make.assumed(
    'assumed.online-share',
    'share of daily users connected at the peak',
    interval(0.03, 0.1, 0.3),
    'ratio',
    'no concurrent-user number in the brief; sessions of an hour or two in a waking day give about a tenth',
  );
  const connections =
    stated.length > 0
      ? summed(make, 'connections', stated)
      : make.compute(id('connections'), label('connections'), 'count', 'daily * online', { daily: population.daily, online });
  const sources =
    streams.length > 0
      ? streams
      : operations.filter(({ id: operation, context }) =>
          contexts.some((one) => one.id === context && one.archetype.mainOperation === operation),
        );
  return {
    connections,
    pushPeak: summed(
      make,
      'pushPeak',
      sources.map(({ peak }) => peak),
    ),
  };
}

function contextDemand({ reading, contexts, make }: Sized): Part {
  const places = (key: string): readonly string[] => [
    ...new Set(reading.requirements.filter((one) => one.key === key).map(({ value }) => value ?? '')),
  ];
  const [users, homes] = [places('region'), places('residency')];
  const far =
    users.includes('global') || users.length > 2 ? ROUND_TRIP.world : users.length > 1 ? ROUND_TRIP.atlantic : ROUND_TRIP.local;
  const team = reading.requirements.find(({ key, figure }) => key === 'team.size' && figure);
  const latency = reading.requirements
    .filter(({ key, figure }) => key === 'latency' && figure)
    .map(({ figure }) => make.book.need(figure!))
    .sort((a, b) => a.likely - b.likely)[0];
  const shape = reading.requirements.find(({ key }) => key === 'load-shape')?.value;
  const busy = shape === 'steady' ? 1 : shape === 'spiky' || shape === 'batch' ? 0.1 : 0.5;
  return {
    contexts: make.rule(id('contexts'), label('contexts'), contexts.length, 'count', contexts.map(({ name }) => name).join(', ')),
    engineers: team?.figure
      ? make.largest(id('engineers'), label('engineers'), 'count', [make.book.need(team.figure)], '')
      : make.assumed(id('engineers'), label('engineers'), interval(2, 4, 8), 'count', 'the brief names no team: one small team'),
    regions: make.rule(
      id('regions'),
      label('regions'),
      Math.max(1, homes.length),
      'count',
      homes.length > 1 ? `data must stay in: ${homes.join(', ')}` : 'no second place that must hold its own data',
    ),
    farRoundTrip: make.fact('demand.far-round-trip', far),
    latencyTarget: latency
      ? make.largest(id('latencyTarget'), label('latencyTarget'), 's', [latency], '')
      : make.assumed(
          id('latencyTarget'),
          label('latencyTarget'),
          interval(0.2, 0.5, 1),
          's',
          'the brief names no latency: half a second is what people still take for immediate work',
        ),
    busyShare: shape
      ? make.rule(id('busyShare'), label('busyShare'), busy, 'ratio', `the brief calls the load ${shape}`)
      : make.assumed(
          id('busyShare'),
          label('busyShare'),
          interval(0.2, 0.5, 1),
          'ratio',
          'no load profile in the brief: a waking day',
        ),
  };
}

const constants = ({ reading, make }: Sized): Part => ({
  horizonMonths: make.book.need('constant.horizon-months'),
  secondsPerMonth: make.book.need('constant.month'),
  hourlyRate:
    statedFigure(reading, 'hourly-rate', make) ??
    make.assumed(
      'assumed.hourly-rate',
      'a loaded hour of an engineer',
      interval(70, 100, 130),
      'USD/h',
      'salary, employer costs and overhead of a senior backend engineer; between regions',
    ),
  headroom: make.assumed(
    'assumed.headroom',
    'highest planned use of a resource at peak',
    interval(0.6, 0.65, 0.7),
    'ratio',
    'planning range 60-70 %, practitioner compilation (code index 69787484062), 2026-09-01',
  ),
  oneSecond: make.rule('constant.second', 'one second', 1, 's', 'definition'),
  oneByte: make.rule('constant.byte', 'one byte', 1, 'B', 'definition'),
  oneHour: make.rule('constant.hour', 'one hour of work', 1, 'h', 'definition'),
  onePerMonth: make.rule('constant.per-month', 'once a month', 1, '1/month', 'definition'),
});
