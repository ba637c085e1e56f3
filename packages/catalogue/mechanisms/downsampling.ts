import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'downsampling',
  name: 'Downsampling with retention tiers',
  problem: 'Raw rows grow to {{appendBytes}}; a chart of a quarter over one series would read {{rawPerChart}} of them to draw {{chartPoints}} pixels.',
  when: { formula: 'appendPeak * aggregationPeak', reason: 'long ranges of measurements are shown' },
  structure: 'Tiers: raw, one minute, one hour; each row (series_id, bucket_start, count, sum, min, max, last, sketch). Averages are never stored: sum and count are. Quantiles by a mergeable sketch (t-digest). A query picks the coarsest tier that still gives {{chartPoints}} points.',
  steps: [
    'Raw rows are written by (series_id, measured_at) and their minute is marked in dirty_bucket.',
    'Minutes are computed from raw and upserted by (series_id, bucket_start), hours from minutes: count, sum, min, max, last and sketch all merge.',
    'The tier of a query = the largest bucket not above range ÷ {{chartPoints}}: one range of the key (series_id, bucket_start), {{hourPerChart}} rows for the long chart.',
    'For charts keep first, last, lowest and highest of each pixel (M4), so that spikes stay visible.',
    'Retention by dropping partitions: raw first; tier_progress(tier, complete_until) says up to where the next tier is complete, and nothing younger is dropped.',
    'Raw rows behind an incident are copied to a case before they expire.',
  ],
  parameters: {
    interval: assumption('interval of a series', interval(1, 10, 60), 's', 'devices and monitors; replace by the measured interval'),
    points: assumption('points of a chart', 1000, 'count', 'pixels across'),
    chartSeconds: assumption('range of a long chart', 7_776_000, 's', 'a quarter of a year'),
    minuteBucket: assumption('first tier', 60, 's', 'finer than people compare'),
    hourBucket: assumption('second tier', 3600, 's', 'a quarter is two thousand of them'),
    summaryBytes: assumption('summary row, compressed', 40, 'B', 'six numbers and a small sketch in a column store'),
    rawCompressed: assumption('raw bytes on disk ÷ bytes as sent', interval(0.05, 0.15, 1.5), 'ratio', 'column store at the low end, row store at the high end'),
    tierYears: assumption('years the hour tier is kept', 3, 'count', 'comparison with the years before'),
  },
  computed: [
    { id: 'chartPoints', label: 'points of a chart', unit: 'count', formula: 'points', meaning: 'as many as can be seen' },
    { id: 'rawPerChart', label: 'raw rows behind a long chart', unit: 'count', formula: 'chartSeconds / interval', meaning: 'one series' },
    { id: 'hourPerChart', label: 'hour rows behind it', unit: 'count', formula: 'chartSeconds / hourBucket', meaning: 'read instead' },
    { id: 'series', label: 'series', unit: 'count', formula: 'appendMean * interval', meaning: 'rate times interval' },
    { id: 'minuteRate', label: 'minute rows', unit: '1/s', formula: 'min(appendMean, series / minuteBucket)', meaning: 'written by the roll-up' },
    { id: 'rawBytes', label: 'raw on disk', unit: 'B', formula: 'appendBytes * rawCompressed', meaning: 'over its retention' },
    { id: 'minuteBytesPerYear', label: 'minute tier a year', unit: 'B', formula: 'minuteRate * 31536000 * oneSecond * summaryBytes', meaning: 'compressed' },
    { id: 'hourBytes', label: 'hour tier in all', unit: 'B', formula: 'series / hourBucket * 31536000 * oneSecond * tierYears * summaryBytes', meaning: 'cheap enough to keep' },
  ],
  tradeOff: 'A long chart reads {{hourPerChart}} rows instead of {{rawPerChart}}; once raw rows are gone, questions nobody thought of cannot be answered below the tier.',
  rejected: { alternative: 'storing averages and percentiles per bucket', because: 'an average of averages is wrong with unequal counts, and percentiles do not merge at all' },
  edgeCase: { case: 'a counter that resets (a restarted device) looks like a negative rate, and min, max and sum are wrong for the whole bucket', cure: 'store counters as increases: the collector adds `max(0, new - old)` and treats a fall as a restart from zero' },
  snippet: { language: 'sql', code: `INSERT INTO series_hour (series_id, bucket_start, row_count, total, smallest, largest)
SELECT series_id, date_trunc('hour', bucket_start), sum(row_count), sum(total), min(smallest), max(largest)
  FROM series_minute
 WHERE bucket_start >= $1 AND bucket_start < $1::timestamptz + interval '1 hour'
 GROUP BY series_id, date_trunc('hour', bucket_start)
ON CONFLICT (series_id, bucket_start) DO UPDATE
   SET row_count = excluded.row_count, total = excluded.total, smallest = excluded.smallest, largest = excluded.largest;` },
  sources: [{ title: 'U. Jugel and others, M4: a visualization-oriented time series data aggregation (VLDB 2014)', url: 'https://doi.org/10.14778/2732951.2732953', asOf: '2014-06', confidence: 'B' }, { title: 'T. Pelkonen and others, Gorilla: a fast, scalable, in-memory time series database (VLDB 2015)', url: 'https://doi.org/10.14778/2824032.2824078', asOf: '2015-08', confidence: 'B' }, { title: 'T. Dunning, O. Ertl, Computing extremely accurate quantiles using t-digests', url: 'https://arxiv.org/abs/1902.04023', asOf: '2019-02-11', confidence: 'B' }],
});
