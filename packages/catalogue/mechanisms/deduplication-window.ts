import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'deduplication-window',
  name: 'Deduplication window',
  problem: 'Sources send again when an acknowledgement is lost: {{repeatRate}} of {{appendPeak}} at peak. A unique index over everything ever received would hold {{allKeys}} keys; nearly all repeats come within {{window}}.',
  when: { formula: 'appendBytes * idBytes - appendRowBytes * indexMemory', reason: 'a unique index over everything received no longer fits in memory' },
  structure: 'Memory per partition: a set of event ids for the window, as a ring of {{buckets}} buckets, each dropped whole; sharded by the same key as the stream, so that a repeat meets its first copy. Below it the store’s own key (entity, time, id), which makes later repeats harmless.',
  steps: [
    'The source gives each event an id and keeps it for every repeat; where it has none: hash of source, sequence and time.',
    'The partition’s consumer looks the id up in the buckets; found: count and drop.',
    'Not found: write the batch, then add the ids to the newest bucket, then acknowledge.',
    'Every {{bucketSpan}} the oldest bucket is dropped.',
    'After a restart the window is rebuilt by reading the stream back by {{window}}.',
    'Older repeats reach the store and meet its key: replace, not add.',
  ],
  parameters: {
    repeatShare: assumption('share of events sent again', interval(0.001, 0.01, 0.05), 'ratio', 'mobile and field networks; bursts after outages'),
    windowSeconds: fact('window (the interval of a common queue service)', 300, 's', { title: 'Amazon SQS Developer Guide, FIFO exactly-once processing (deduplication interval of 5 minutes)', url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html', asOf: 'undated', confidence: 'B' }),
    bucketCount: assumption('buckets', 6, 'count', 'memory for one more bucket than needed'),
    idBytes: assumption('memory of an id in an exact set', 48, 'B', 'sixteen bytes and the set’s overhead'),
    indexMemory: assumption('memory one would give a unique index', 4e9, 'B', 'half of an ordinary instance’s memory'),
    partitions: assumption('partitions', interval(6, 12, 48), 'count', 'those of the stream itself'),
    bloomBits: assumption('bits of a Bloom filter per id', 14.4, 'count', 'one false positive in a thousand: 1.44 log2 of a thousand'),
  },
  computed: [
    { id: 'repeatRate', label: 'repeats at peak', unit: '1/s', formula: 'appendPeak * repeatShare', meaning: 'to be dropped' },
    { id: 'allKeys', label: 'keys of an index over everything', unit: 'count', formula: 'appendBytes / max(appendRowBytes, oneByte)', meaning: 'over the retention' },
    { id: 'window', label: 'window', unit: 's', formula: 'windowSeconds', meaning: 'repeats of ordinary retries' },
    { id: 'buckets', label: 'buckets', unit: 'count', formula: 'bucketCount', meaning: 'dropped one by one' },
    { id: 'bucketSpan', label: 'span of a bucket', unit: 's', formula: 'windowSeconds / (bucketCount - 1)', meaning: 'the window is covered even just after a drop' },
    { id: 'windowIds', label: 'ids in the window', unit: 'count', formula: 'appendPeak * (windowSeconds + bucketSpan)', meaning: 'all partitions' },
    { id: 'windowMemory', label: 'memory, exact', unit: 'B', formula: 'windowIds * idBytes', meaning: 'all partitions' },
    { id: 'partitionMemory', label: 'memory of a partition', unit: 'B', formula: 'windowMemory / partitions', meaning: 'in its consumer' },
    { id: 'bloomMemory', label: 'memory as a Bloom filter', unit: 'B', formula: 'windowIds * bloomBits / 8 * oneByte', meaning: 'but a false positive would drop a new event' },
  ],
  tradeOff: 'Repeats within {{window}} cost a look-up in {{windowMemory}} of memory; later ones cost a write that changes nothing.',
  rejected: { alternative: 'a Bloom filter', because: 'it would fit in {{bloomMemory}}, but its errors go the wrong way: it would drop new events as if they were repeats; it may only say “certainly new” in front of an exact check' },
  edgeCase: { case: 'the source reuses ids after a reset (a counter from zero), and fresh events are dropped as repeats', cure: 'the id contains a boot or epoch number; a drop rate near one for a single source raises an alert and lets its events through' },
  sources: [{ title: 'Amazon SQS Developer Guide, FIFO exactly-once processing (deduplication interval of 5 minutes)', url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html', asOf: 'undated', confidence: 'B' }, { title: 'B. Bloom, Space/time trade-offs in hash coding with allowable errors', url: 'https://doi.org/10.1145/362686.362692', asOf: '1970-07', confidence: 'B' }, { title: 'Apache Kafka documentation, design: message delivery semantics', url: 'https://kafka.apache.org/documentation/#semantics', asOf: 'undated', confidence: 'B' }],
});
