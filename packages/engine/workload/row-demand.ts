import { type Figure, interval } from '@archwright/kernel';
import { id, label, largest, type Part, patternsOf, type Sized, storeOf, summed } from './demand-parts.ts';
import type { ArchetypeOperation } from '@archwright/model';
import type { Shorthand } from './shorthand.ts';
import type { SizedEntity, SizedOperation } from './workload.ts';

export function recordDemand(sized: Sized): Part {
  const { operations, entities, make } = sized;
  const records = operations.filter((operation) => storeOf(sized, operation) !== 'append');
  const reads = records.filter(({ definition }) => definition.kind === 'read');
  const writes = records.filter(({ definition }) => definition.kind === 'write' || sends(definition));
  const journals = entities.filter(({ definition }) => definition.store === 'journal');
  const changing = entities.filter(({ definition }) => definition.store === 'record').map(({ bytesHorizon }) => bytesHorizon);
  const recordBytes = summed(make, 'recordBytes', [...changing, ...journals.map(({ bytesHorizon }) => bytesHorizon)]);
  const beside = journals.filter(
    (entity) => entity.rate && creatorOf(entity, sized)?.definition.entity !== entity.definition.name,
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
    recordWritePeak: summed(make, 'recordWritePeak', [
      ...writes.map(({ peak }) => peak),
      ...beside.map((entity) => rowPeak(entity, sized)),
    ]),
    recordWriteMean: summed(make, 'recordWriteMean', [...writes.map(({ mean }) => mean), ...beside.map(({ rate }) => rate!)]),
    hotBytes: hotBytes(changing, recordBytes, sized),
  };
}

/** As large as the brief says, else a share of the records that change; what only grows is read while it is new. */
function hotBytes(changing: readonly Figure[], all: Figure, { make }: Sized): Figure {
  const stated = make.book.get('hot-set.bytes');
  if (stated) return make.compute(id('hotBytes'), label('hotBytes'), 'B', 'stated', { stated });
  const records =
    changing.length === 0 ? all : make.sum('demand.changing-bytes', 'records that change, at the horizon', 'B', changing, '');
  const share = make.assumed(
    'workload.hot-record-share',
    'share of records that takes most reads',
    interval(0.05, 0.2, 0.4),
    'ratio',
    'the usual skew of reads: a fifth of the records takes four fifths of them',
  );
  return make.compute(id('hotBytes'), label('hotBytes'), 'B', 'records * share', { records, share });
}

/** A stream on which more comes in than goes out changes what it is about; one that only tells of changes does not. */
const sends = ({ kind, requestBytes, responseBytes }: ArchetypeOperation): boolean =>
  kind === 'stream' && requestBytes > responseBytes;

const creatorOf = ({ context, definition }: SizedEntity, { operations }: Sized): SizedOperation | undefined =>
  operations.find((operation) => operation.context === context && operation.id === definition.createdBy);

/** Rows written at peak: as many for each as the operation writes, at that operation's own peak. */
export function rowPeak(entity: SizedEntity, sized: Sized): Figure {
  const { make } = sized;
  const creator = creatorOf(entity, sized)!;
  return make.compute(
    `entity.${entity.context}.${entity.id}.peak`,
    `${entity.definition.name} rows written at peak`,
    '1/s',
    'operation * perOperation',
    { operation: creator.peak, perOperation: make.book.need(`entity.${entity.context}.${entity.id}.per-operation`) },
  );
}

export function appendDemand(sized: Sized): Part {
  const { operations, entities, reading, make } = sized;
  const rows = entities.filter((entity) => entity.definition.store === 'append' && entity.rate);
  const rates = rows.map(({ rate }) => rate!);
  const appendMean = summed(make, 'appendMean', rates);
  const peaks = rows.map((entity) => rowPeak(entity, sized));
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
