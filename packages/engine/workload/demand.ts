import { assumption, fact, type Figure, interval } from '@archwright/kernel';
import { DEMAND_VARIABLES, type DemandVariable, onlyGrows } from '@archwright/model';
import { id, label, largest, type Part, patternsOf, type Sized, storeOf, summed } from './demand-parts.ts';
import { connectionDemand, jobDemand } from './flow-demand.ts';
import { statedFigure } from './population.ts';
import { appendDemand, recordDemand, rowPeak } from './row-demand.ts';
import { placeKind } from '../intake/words/index.ts';
import type { Shorthand } from './shorthand.ts';
import type { SizedEntity, SizedOperation } from './workload.ts';

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

/** How often rows of an entity come or change, at peak: rows that only grow by their own rate, others by the operations on them. */
const changesOf = (entity: SizedEntity, sized: Sized): readonly Figure[] =>
  onlyGrows(entity.definition.store) && entity.rate
    ? [rowPeak(entity, sized)]
    : sized.operations
        .filter(
          ({ context, definition }) =>
            context === entity.context && definition.kind === 'write' && definition.entity === entity.definition.name,
        )
        .map(({ peak }) => peak);

/** What of an entity is searched: rows as they are, of files the words that describe them. */
function textOf({ id, definition, rowsHorizon, bytesHorizon }: SizedEntity, make: Shorthand): Figure {
  if (definition.store !== 'blob') return bytesHorizon;
  const words = make.assumed(
    'assumed.words-of-a-file',
    'title, description and tags of one file',
    interval(200, 1_000, 5_000),
    'B',
    'files are found by what is written about them, not by their bytes',
  );
  return make.compute(`${id}.described-bytes`, `words that describe ${definition.name} files`, 'B', 'rows * words', {
    rows: rowsHorizon,
    words,
  });
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
      searched.map((entity) => textOf(entity, make)),
    ),
    searchRecordBytes: summed(
      make,
      'searchRecordBytes',
      searched.filter(({ definition }) => definition.store !== 'append').map((entity) => textOf(entity, make)),
    ),
    indexPeak: summed(
      make,
      'indexPeak',
      searched.flatMap((entity) => changesOf(entity, sized)),
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
    signIns: make.largest(
      id('signIns'),
      label('signIns'),
      'count',
      population.machines ? [] : [population.daily],
      'the brief counts devices and no people',
    ),
    devices: make.largest(
      id('devices'),
      label('devices'),
      'count',
      population.machines ? [population.daily] : [],
      'the brief counts people',
    ),
    tenants: statedLargest(
      reading.requirements
        .filter(({ key, subject }) => key === 'population' && isTenant(subject ?? ''))
        .flatMap(({ figure }) => figure ?? []),
      'tenants',
      make,
    ),
  };
}

/** Organisations that share one installation. */
const isTenant = (subject: string): boolean =>
  /tenant|compan|organi|customer|account/.test(subject) || placeKind(subject.split(/[- ]/).at(-1)!) === 'workplace';

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
