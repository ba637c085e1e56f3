import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'roll-ups-with-late-data',
  name: 'Roll-ups that accept late data',
  problem: 'A dashboard query reads {{aggregationScanRows}} raw rows, and queries come at {{aggregationPeak}}: rows are read at {{scannedRate}}. Summaries cut that by {{reduction}}, but a row that arrives late makes a summary wrong that was already shown.',
  when: { formula: 'aggregationPeak * aggregationScanRows', reason: 'queries aggregate over many appended rows' },
  structure: 'summary(dimension_id, bucket_start, count, sum, min, max, sketch (HyperLogLog for distinct counts, t-digest for percentiles), computed_at, primary key (dimension_id, bucket_start)); a table dirty_bucket(dimension_id, bucket_start, marked_at) filled by every insert. A summary is a function of the raw rows of its bucket and nothing else.',
  steps: [
    'Each batch of raw rows upserts (dimension_id, bucket_start) into dirty_bucket with marked_at, in the same transaction or by a materialised view.',
    'Every {{refreshInterval}} the roll-up takes marks older than {{settle}} and recomputes those buckets from the raw rows: replace, never add.',
    'It deletes marks by (dimension_id, bucket_start, marked_at): exactly those it took. A mark set meanwhile has a later marked_at, stays, and is done again.',
    'Readers take summary by its key for finished buckets and add the raw rows behind max(bucket_start).',
    'Rows later than {{allowedLateness}} go to a quarantine table with a counter; a person decides.',
    'Larger buckets are built from smaller ones by the same rule.',
  ],
  parameters: {
    bucketSeconds: assumption('smallest bucket', 60, 's', 'what charts and alerts resolve'),
    rowsPerGroup: assumption('raw rows of one dimension in a bucket', interval(2, 12, 60), 'count', 'reports every few seconds; replace by the measured ratio'),
    lateShare: assumption('share of rows that arrive after their bucket was computed', interval(0.001, 0.01, 0.05), 'ratio', 'retries and devices that were offline'),
    latenessSeconds: assumption('lateness accepted', 86_400, 's', 'covers an outage of a day; beyond it clocks are the likelier cause'),
    settleSeconds: assumption('marks are left alone for', 30, 's', 'inserts still in flight'),
    refreshSeconds: assumption('interval of the roll-up', 60, 's', 'once a bucket of the smallest size'),
  },
  computed: [
    { id: 'scannedRate', label: 'rows scanned without summaries', unit: '1/s', formula: 'aggregationPeak * aggregationScanRows', meaning: 'what the store would have to read' },
    { id: 'reduction', label: 'fewer rows by summaries', unit: 'ratio', formula: 'rowsPerGroup', meaning: 'per level' },
    { id: 'lateBuckets', label: 'buckets recomputed for late rows', unit: '1/s', formula: 'appendMean * lateShare', meaning: 'at most one a late row' },
    { id: 'recomputedRows', label: 'raw rows read again', unit: '1/s', formula: '(appendMean / rowsPerGroup + lateBuckets) * rowsPerGroup', meaning: 'punctual and late buckets' },
    { id: 'refreshInterval', label: 'refresh', unit: 's', formula: 'refreshSeconds', meaning: 'age of a summary' },
    { id: 'settle', label: 'settle time', unit: 's', formula: 'settleSeconds', meaning: 'marks younger than this wait' },
    { id: 'staleness', label: 'oldest a summary may be', unit: 's', formula: 'bucketSeconds + settleSeconds + refreshSeconds', meaning: 'until the last row of a bucket shows' },
    { id: 'allowedLateness', label: 'accepted lateness', unit: 's', formula: 'latenessSeconds', meaning: 'raw rows must be kept at least this long' },
  ],
  tradeOff: 'Late, repeated and disordered rows take the same path as punctual ones; each late row costs {{reduction}} raw rows read again, {{recomputedRows}} in all, and a summary may be {{staleness}} old.',
  rejected: { alternative: 'counters that are incremented as rows arrive', because: 'a repeated row counts twice and a corrected row cannot be taken back; the sum drifts and nothing can show by how much' },
  edgeCase: { case: 'a measure that needs the row before (distance, difference, session) makes a late row change the next bucket too', cure: 'mark the following bucket as well, and recompute with one bucket of lead-in' },
  snippet: { language: 'sql', code: `WITH taken AS (
  DELETE FROM dirty_bucket
   WHERE marked_at < now() - interval '30 seconds'
   RETURNING dimension_id, bucket_start
)
INSERT INTO summary (dimension_id, bucket_start, row_count, total, smallest, largest)
SELECT e.dimension_id, t.bucket_start, count(*), sum(e.value), min(e.value), max(e.value)
  FROM (SELECT DISTINCT dimension_id, bucket_start FROM taken) t
  JOIN measurement e ON e.dimension_id = t.dimension_id
   AND e.occurred_at >= t.bucket_start AND e.occurred_at < t.bucket_start + interval '1 minute'
 GROUP BY e.dimension_id, t.bucket_start
ON CONFLICT (dimension_id, bucket_start) DO UPDATE
   SET row_count = excluded.row_count, total = excluded.total, smallest = excluded.smallest, largest = excluded.largest;` },
  sources: [{ title: 'T. Akidau and others, The Dataflow Model (VLDB 2015)', url: 'https://doi.org/10.14778/2824032.2824076', asOf: '2015-08', confidence: 'B' }, { title: 'ClickHouse documentation, ReplacingMergeTree', url: 'https://clickhouse.com/docs/engines/table-engines/mergetree-family/replacingmergetree', asOf: 'undated', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});
